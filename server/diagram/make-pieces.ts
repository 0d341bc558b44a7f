import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { type Piece, withGateway } from './picture-piece.ts';
import type { EdgeEvent } from './place-events.ts';
import { idOf, listOf } from './read-containers.ts';

/** What is laid out together, before it is put into pieces. */
export interface Part {
  readonly shapes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
  readonly frames: readonly BpmnElement[];
}

/** The boundary events of a shape. */
export function eventsOn(host: BpmnElement, { shapes }: Part): readonly EdgeEvent[] {
  return shapes
    .filter((each) => isAttached(each) && each['attachedToRef'] === host)
    .map((event) => ({ event, ...endingOf(event) }));
}

/** The small end of an event that only acts. */
function endingOf(event: BpmnElement): Pick<EdgeEvent, 'ending'> {
  const [flow] = listOf(event, 'outgoing');
  const end = flow?.['targetRef'] as BpmnElement | undefined;
  return flow !== undefined && end !== undefined && idOf(end) === `${idOf(event)}__end`
    ? { ending: { flow, end } }
    : {};
}

/** True for a boundary event. */
export function isAttached(shape: BpmnElement): boolean {
  return shape.$type === 'bpmn:BoundaryEvent';
}

/** The outcome gateway behind a shape has no other way in, so the two are laid out as one. */
function gatewayBehind(shape: string, { shapes }: Part): BpmnElement | undefined {
  return shapes.find((each) => idOf(each) === `${shape}__out`);
}

/** True for what is laid out with the shape before it: its outcome gateway, or the small end of an event. */
export function isBehind(shape: BpmnElement, { shapes }: Part): boolean {
  const id = idOf(shape);
  const [coming] = listOf(shape, 'incoming');
  if (coming !== undefined && endingOf(coming['sourceRef'] as BpmnElement).ending?.end === shape) return true;
  return (
    id.endsWith('__out') && shapes.some((each) => !isAttached(each) && idOf(each) === id.slice(0, -'__out'.length))
  );
}

/** A piece with its outcome gateway, if it has one. */
export function withOutcomes(piece: Piece, part: Part): Piece {
  const exit = piece.doors.find(({ side }) => side === 'EAST')?.shape ?? '';
  const gateway = gatewayBehind(exit, part);
  return gateway === undefined ? piece : withGateway(piece, gateway, `${exit}__to`);
}
