import type { LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { composeLayout, type RunLayout } from './compose-layout.ts';
import type { Composition } from './elk-graph.ts';
import { BLOCK_VARIANTS, CONTAINER_VARIANTS, ROOMY_ROWS } from './elk-options.ts';
import { type Block, findBlocks } from './find-blocks.ts';
import { eventsOn, isAttached, isBehind, type Part, withOutcomes } from './make-pieces.ts';
import { movedLayout, type PictureLayout } from './picture-layout.ts';
import { blockPiece, type Piece, shapePiece, withLead } from './picture-piece.ts';
import type { LabelledLayout } from './place-labels.ts';
import { rateLayout } from './rate-layout.ts';
import { endOf, idOf, readContainer } from './read-containers.ts';

/** Room inside a sub-process for its name above. */
const PADDING = { top: 40, left: 24, bottom: 24, right: 24 };

/** So few pieces lie alike under every setting. */
const FEW_PIECES = 4;

/** What a name without a good place costs when layouts are compared. */
const CRAMPED_COST = 60;

/**
 * Lays out a process from the inside to the outside: sub-processes and parallel blocks first, each then one piece of
 * what is around it. So a branch never mixes with what runs beside it, and no graph gets large.
 */
export async function layoutPicture(process: BpmnElement, run: RunLayout): Promise<PictureLayout> {
  return layoutPart(readContainer(process), CONTAINER_VARIANTS, run);
}

async function layoutPart(part: Part, variants: readonly LayoutOptions[], run: RunLayout): Promise<PictureLayout> {
  const blocks = findBlocks(part);
  const blocked = new Set(blocks.flatMap(({ shapes }) => shapes));
  const pieces: Piece[] = [];
  for (const shape of part.shapes) {
    const block = blocks.find(({ shapes }) => shapes[0] === shape);
    if (block !== undefined) pieces.push(withOutcomes(await layoutBlock(block, part, run), part));
    else if (!blocked.has(shape) && !isAttached(shape) && !isBehind(shape, part))
      pieces.push(withOutcomes(await layoutShape(shape, part, run), part));
  }
  const kept = new Set(pieces.flatMap(({ inside }) => [...inside.lines.keys()]));
  const frames = part.frames.filter((frame) => pieces.some((piece) => piece.id.startsWith(`${idOf(frame)}.`)));
  return bestLayout({ pieces, flows: part.flows.filter((flow) => !kept.has(idOf(flow))), frames }, variants, run);
}

async function layoutBlock(block: Block, { frames }: Part, run: RunLayout): Promise<Piece> {
  const own = frames.filter((frame) => idOf(frame).startsWith(`${block.id}.`));
  return blockPiece(
    block.id,
    await layoutPart({ ...block, frames: own }, block.exit === undefined ? CONTAINER_VARIANTS : BLOCK_VARIANTS, run),
    block,
  );
}

/**
 * ELK has no best setting for every graph, so several are tried, and the picture that is easiest to read is taken. Then
 * room is made where names found none.
 */
async function bestLayout(
  composition: Composition,
  variants: readonly LayoutOptions[],
  run: RunLayout,
): Promise<PictureLayout> {
  const tried = await tryVariants(
    composition,
    composition.pieces.length > FEW_PIECES ? variants : variants.slice(0, 1),
    run,
  );
  const onward = onwardFlows(composition);
  const costs = tried.map(
    ({ layout, cramped }) => rateLayout(layout, composition.flows.map(idOf), onward) + cramped.size * CRAMPED_COST,
  );
  const best = tried[costs.indexOf(Math.min(...costs))];
  // ELK breaks down on some graphs with frames; a picture without frames is better than none.
  if (best === undefined) return bestLayout({ ...composition, frames: [] }, variants, run);
  return withRoom(composition, { ...best, rounds: 2 }, run);
}

/** Makes room in front of shapes, and between rows, until every name has its place, or the rounds are over. */
async function withRoom(
  composition: Composition,
  last: Tried & { readonly rounds: number },
  run: RunLayout,
): Promise<PictureLayout> {
  const { pieces, flows } = composition;
  const { layout, cramped, options, rounds } = last;
  if (cramped.size === 0 || rounds === 0) return layout;
  const roomy = { ...composition, pieces: pieces.map((piece) => withLead(piece, leadOf(piece, flows, cramped))) };
  const [again] = await tryVariants(roomy, [last.covers ? { ...options, ...ROOMY_ROWS } : options], run);
  if (again === undefined || again.cramped.size > cramped.size) return layout;
  return withRoom(roomy, { ...again, rounds: rounds - 1 }, run);
}

type Tried = LabelledLayout & { readonly options: LayoutOptions };

async function tryVariants(
  composition: Composition,
  variants: readonly LayoutOptions[],
  run: RunLayout,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  let failure: unknown;
  for (const options of variants) {
    try {
      tried.push({ options, ...(await composeLayout(composition, options, run)) });
    } catch (error) {
      failure = error;
    }
  }
  if (tried.length === 0 && composition.frames.length === 0) throw failure;
  return tried;
}

/** Flows that lead to what stands further down in the file. */
function onwardFlows({ pieces, flows }: Composition): ReadonlySet<string> {
  const order = new Map(pieces.flatMap(({ doors }, index) => doors.map(({ shape }) => [shape, index] as const)));
  const at = (flow: BpmnElement, end: 'sourceRef' | 'targetRef'): number => order.get(endOf(flow, end)) ?? 0;
  return new Set(flows.filter((flow) => at(flow, 'targetRef') > at(flow, 'sourceRef')).map(idOf));
}

/** Room right before a shape, so that the names of flows that lead to it find their place. */
function leadOf({ doors }: Piece, flows: readonly BpmnElement[], missing: ReadonlyMap<string, number>): number {
  const entry = doors.find(({ side }) => side === 'WEST')?.shape;
  return Math.max(
    0,
    ...flows.filter((flow) => endOf(flow, 'targetRef') === entry).map((flow) => missing.get(idOf(flow)) ?? 0),
  );
}

async function layoutShape(shape: BpmnElement, part: Part, run: RunLayout): Promise<Piece> {
  return shapePiece(
    shape,
    eventsOn(shape, part),
    shape.$type === 'bpmn:SubProcess' ? await layoutInside(shape, run) : undefined,
  );
}

async function layoutInside(subProcess: BpmnElement, run: RunLayout): Promise<PictureLayout> {
  const inside = await layoutPart(readContainer(subProcess), CONTAINER_VARIANTS, run);
  const { top, left, bottom, right } = PADDING;
  return {
    ...movedLayout(inside, { x: left, y: top }),
    width: inside.width + left + right,
    height: inside.height + top + bottom,
  };
}
