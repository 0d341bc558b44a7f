import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { type Composition, elkGraph, entryDoor, exitDoor } from './elk-graph.ts';
import { frameLabelSize } from './element-size.ts';
import {
  type Bounds,
  joinedLayout,
  labelId,
  movedLayout,
  type PictureLayout,
  type Point,
  trimmedLayout,
} from './picture-layout.ts';
import { type LabelledLayout, placeLabels } from './place-labels.ts';
import { endOf, idOf } from './read-containers.ts';
import { routeTips } from './route-tips.ts';

/** Lays out one graph. */
export type RunLayout = (graph: ElkNode) => Promise<ElkNode>;

/** Room inside a frame for its name above. */
const FRAME_TITLE = 28;

/** Lays out pieces and the flows between them, and finds a place for every name. */
export async function composeLayout(
  composition: Composition,
  options: LayoutOptions,
  run: RunLayout,
): Promise<LabelledLayout> {
  const { pieces, flows, frames } = composition;
  const laidOut = await run(elkGraph(composition, options));
  const places = readPlaces(laidOut);
  const insides = pieces.map((piece) => movedLayout(piece.inside, originOf(places, piece.id)));
  const own: PictureLayout = { width: 0, height: 0, bounds: places.bounds, lines: readLines(composition, places) };
  const framed = { ...own, bounds: new Map(frames.flatMap((frame) => frameBounds(frame, places))) };
  const whole = joinedLayout([own, ...insides, framed], { width: laidOut.width ?? 0, height: laidOut.height ?? 0 });
  const { layout, ...names } = placeLabels(routeTips(whole, flows), flows, solidParts(whole, frames));
  return { layout: trimmedLayout(layout), ...names };
}

/** A frame and its name, which stands inside it at the top. */
function frameBounds(frame: BpmnElement, { bounds }: Places): readonly (readonly [string, Bounds])[] {
  const own = bounds.get(idOf(frame));
  const label = frameLabelSize(frame);
  if (own === undefined) return [];
  if (label === undefined) return [[idOf(frame), own]];
  return [
    [idOf(frame), own],
    [labelId(idOf(frame)), { x: own.x + (own.width - label.width) / 2, y: own.y + 8, ...label }],
  ];
}

/** What a name may not cover: shapes and other names, of a frame only its edge and title. */
function solidParts(whole: PictureLayout, frames: readonly BpmnElement[]): readonly Bounds[] {
  const open = new Set(frames.map(idOf));
  return [...whole.bounds].flatMap(([id, bounds]) => (open.has(id) ? edgesOf(bounds) : [bounds]));
}

function edgesOf({ x, y, width, height }: Bounds): readonly Bounds[] {
  return [
    { x, y, width, height: FRAME_TITLE },
    { x, y: y + height - 1, width, height: 2 },
    { x, y, width: 2, height },
    { x: x + width - 1, y, width: 2, height },
  ];
}

interface Places {
  readonly bounds: Map<string, Bounds>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

function readPlaces(root: ElkNode): Places {
  const bounds = new Map<string, Bounds>();
  const edges = new Map<string, readonly Point[]>();
  const visit = (node: ElkNode): void => {
    for (const { id, x = 0, y = 0, width = 0, height = 0 } of [...(node.children ?? []), ...(node.labels ?? [])])
      if (id !== undefined) bounds.set(id, { x, y, width, height });
    for (const edge of node.edges ?? []) {
      edges.set(edge.id, pointsOf(edge));
      for (const { id, x = 0, y = 0, width = 0, height = 0 } of edge.labels ?? [])
        if (id !== undefined) bounds.set(id, { x, y, width, height });
    }
    node.children?.forEach(visit);
  };
  visit(root);
  return { bounds, edges };
}

function pointsOf({ sections = [] }: ElkExtendedEdge): readonly Point[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
}

/** A flow between two doors, from where it really begins to where it really ends. */
function readLines({ pieces, flows }: Composition, places: Places): ReadonlyMap<string, readonly Point[]> {
  const inner = (shape: string, door: { readonly at: Point }): Point => {
    const piece = pieces.find(({ doors }) => doors.some((each) => each.shape === shape));
    const origin = originOf(places, piece?.id ?? '');
    return { x: origin.x + door.at.x, y: origin.y + door.at.y };
  };
  return new Map(
    flows.map((flow) => {
      const [source, target] = [endOf(flow, 'sourceRef'), endOf(flow, 'targetRef')];
      const from = inner(source, exitDoor(pieces, source));
      const to = inner(target, entryDoor(pieces, target));
      return [idOf(flow), straightened([from, ...(places.edges.get(idOf(flow)) ?? []), to])];
    }),
  );
}

function originOf({ bounds }: Places, piece: string): Point {
  return bounds.get(piece) ?? { x: 0, y: 0 };
}

/** The same line without points that change nothing. */
function straightened(points: readonly Point[]): readonly Point[] {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.5;
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && near(last.x, point.x) && near(last.y, point.y)) continue;
    const isBetween =
      before !== undefined &&
      last !== undefined &&
      ((near(before.x, last.x) && near(last.x, point.x)) || (near(before.y, last.y) && near(last.y, point.y)));
    if (isBetween) kept.pop();
    kept.push(point);
  }
  return kept;
}
