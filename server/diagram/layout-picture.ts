import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { type Composition, elkGraph, entryDoor, exitDoor } from './elk-graph.ts';
import { labelSize } from './element-size.ts';
import { BLOCK_OPTIONS, CONTAINER_OPTIONS } from './elk-options.ts';
import { findBlocks } from './find-blocks.ts';
import { type Bounds, joinedLayout, movedLayout, type PictureLayout, type Point, trimmedLayout } from './picture-layout.ts';
import { blockPiece, type Piece, shapePiece, withGateway, withLead } from './picture-piece.ts';
import type { EdgeEvent } from './place-events.ts';
import { type LabelledLayout, placeLabels } from './place-labels.ts';
import { routeTips } from './route-tips.ts';
import { endOf, idOf, listOf, readContainer } from './read-containers.ts';

/** Lays out one graph. */
export type RunLayout = (graph: ElkNode) => Promise<ElkNode>;

/** Room inside a sub-process for its name above. */
const PADDING = { top: 40, left: 24, bottom: 24, right: 24 };

/** Room inside a frame for its name above. */
const FRAME_TITLE = 28;

interface Part {
  readonly shapes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
  readonly frames: readonly BpmnElement[];
}

/**
 * Lays out a process from the inside to the outside: sub-processes and parallel blocks first, each then one piece of
 * what is around it. So a branch never mixes with what runs beside it, and no graph gets large.
 */
export async function layoutPicture(process: BpmnElement, run: RunLayout): Promise<PictureLayout> {
  return layoutPart(readContainer(process), CONTAINER_OPTIONS, run);
}

async function layoutPart(part: Part, options: LayoutOptions, run: RunLayout): Promise<PictureLayout> {
  const blocks = findBlocks(part);
  const blocked = new Set(blocks.flatMap(({ shapes }) => shapes));
  const pieces: Piece[] = [];
  for (const shape of part.shapes) {
    const block = blocks.find(({ shapes }) => shapes[0] === shape);
    if (block !== undefined) {
      const inside = await layoutPart({ ...block, frames: part.frames.filter((frame) => idOf(frame).startsWith(`${block.id}.`)) }, block.exit === undefined ? CONTAINER_OPTIONS : BLOCK_OPTIONS, run);
      pieces.push(withOutcomes(blockPiece(block.id, inside, block), part));
    } else if (!blocked.has(shape) && !isAttached(shape) && !isBehind(shape, part)) pieces.push(withOutcomes(await makePiece(shape, part, run), part));
  }
  const kept = new Set(pieces.flatMap(({ inside }) => [...inside.lines.keys()]));
  const frames = part.frames.filter((frame) => pieces.some((piece) => piece.id.startsWith(`${idOf(frame)}.`)));
  const flows = part.flows.filter((flow) => !kept.has(idOf(flow)));
  const first = await compose({ pieces, flows, frames }, options, run);
  if (first.cramped.size === 0) return first.layout;
  const roomy = pieces.map((piece) => withLead(piece, leadOf(piece, flows, first.cramped)));
  return (await compose({ pieces: roomy, flows, frames }, options, run)).layout;
}

/** Room right before a shape, so that the names of flows that lead to it find their place. */
function leadOf({ doors }: Piece, flows: readonly BpmnElement[], missing: ReadonlyMap<string, number>): number {
  const entry = doors.find(({ side }) => side === 'WEST')?.shape;
  return Math.max(0, ...flows.filter((flow) => endOf(flow, 'targetRef') === entry).map((flow) => missing.get(idOf(flow)) ?? 0));
}

async function makePiece(shape: BpmnElement, part: Part, run: RunLayout): Promise<Piece> {
  return shapePiece(shape, eventsOn(shape, part), shape.$type === 'bpmn:SubProcess' ? await layoutInside(shape, run) : undefined);
}

function eventsOn(host: BpmnElement, { shapes }: Part): readonly EdgeEvent[] {
  return shapes.filter((each) => isAttached(each) && each['attachedToRef'] === host).map((event) => ({ event, ...endingOf(event) }));
}

/** The small end of an event that only acts. */
function endingOf(event: BpmnElement): Pick<EdgeEvent, 'ending'> {
  const [flow] = listOf(event, 'outgoing');
  const end = flow?.['targetRef'] as BpmnElement | undefined;
  return flow !== undefined && end !== undefined && idOf(end) === `${idOf(event)}__end` ? { ending: { flow, end } } : {};
}

async function layoutInside(subProcess: BpmnElement, run: RunLayout): Promise<PictureLayout> {
  const inside = await layoutPart(readContainer(subProcess), CONTAINER_OPTIONS, run);
  const { top, left, bottom, right } = PADDING;
  return { ...movedLayout(inside, { x: left, y: top }), width: inside.width + left + right, height: inside.height + top + bottom };
}

function isAttached(shape: BpmnElement): boolean {
  return shape.$type === 'bpmn:BoundaryEvent';
}

/** The outcome gateway behind a shape has no other way in, so the two are laid out as one. */
function gatewayBehind(shape: string, { shapes }: Part): BpmnElement | undefined {
  return shapes.find((each) => idOf(each) === `${shape}__out`);
}

function isBehind(shape: BpmnElement, { shapes }: Part): boolean {
  const id = idOf(shape);
  const [coming] = listOf(shape, 'incoming');
  if (coming !== undefined && endingOf(coming['sourceRef'] as BpmnElement).ending?.end === shape) return true;
  return id.endsWith('__out') && shapes.some((each) => !isAttached(each) && idOf(each) === id.slice(0, -'__out'.length));
}

function withOutcomes(piece: Piece, part: Part): Piece {
  const exit = piece.doors.find(({ side }) => side === 'EAST')?.shape ?? '';
  const gateway = gatewayBehind(exit, part);
  return gateway === undefined ? piece : withGateway(piece, gateway, `${exit}__to`);
}

async function compose(composition: Composition, options: LayoutOptions, run: RunLayout): Promise<LabelledLayout> {
  const { pieces, flows, frames } = composition;
  const laidOut = await run(elkGraph(composition, options));
  const places = readPlaces(laidOut);
  const insides = pieces.map((piece) => movedLayout(piece.inside, originOf(places, piece.id)));
  const own: PictureLayout = { width: 0, height: 0, bounds: places.bounds, lines: readLines(composition, places) };
  const whole = joinedLayout([own, ...insides], { width: laidOut.width ?? 0, height: laidOut.height ?? 0 });
  const { layout, cramped } = placeLabels(routeTips(whole, flows), flows, solidParts(whole, frames));
  return { layout: trimmedLayout(layout), cramped };
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
    for (const { id, x = 0, y = 0, width = 0, height = 0 } of [...(node.children ?? []), ...(node.labels ?? [])]) if (id !== undefined) bounds.set(id, { x, y, width, height });
    for (const edge of node.edges ?? []) {
      edges.set(edge.id, pointsOf(edge));
      for (const { id, x = 0, y = 0, width = 0, height = 0 } of edge.labels ?? []) if (id !== undefined) bounds.set(id, { x, y, width, height });
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
    const isBetween = before !== undefined && last !== undefined && ((near(before.x, last.x) && near(last.x, point.x)) || (near(before.y, last.y) && near(last.y, point.y)));
    if (isBetween) kept.pop();
    kept.push(point);
  }
  return kept;
}
