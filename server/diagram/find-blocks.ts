import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { endOf, idOf } from './read-containers.ts';

/** The branches of a parallel state from its split to its join, with all shapes and flows between. */
export interface Block {
  readonly id: string;
  readonly entry: string;
  readonly exit: string;
  readonly shapes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
}

/**
 * Finds the outermost blocks among shapes. A block is entered at its split (or the gateway in front of it) and left at
 * its join alone; a parallel state whose steps also lead elsewhere is none.
 */
export function findBlocks(shapes: readonly BpmnElement[], flows: readonly BpmnElement[]): readonly Block[] {
  const ids = new Set(shapes.map(idOf));
  const found: Block[] = [];
  for (const shape of shapes) {
    const id = idOf(shape);
    const isSplit = shape.$type === 'bpmn:ParallelGateway' && ids.has(`${id}__join`);
    if (!isSplit || found.some((block) => block.shapes.includes(shape))) continue;
    const block = blockOf(id, shapes, flows);
    // The part itself may be such a block: it is laid out branch by branch.
    if (block !== undefined && block.shapes.length < shapes.length) found.push(block);
  }
  return found;
}

function blockOf(id: string, shapes: readonly BpmnElement[], flows: readonly BpmnElement[]): Block | undefined {
  const enter = `${id}__enter`;
  const exit = `${id}__join`;
  const members = shapes.filter((shape) => [enter, id, exit].includes(idOf(shape)) || idOf(shape).startsWith(`${id}.`));
  const inside = new Set(members.map(idOf));
  const entry = inside.has(enter) ? enter : id;
  const leaks = flows.some((flow) => {
    const [from, to] = [endOf(flow, 'sourceRef'), endOf(flow, 'targetRef')];
    return (inside.has(from) && !inside.has(to) && from !== exit) || (inside.has(to) && !inside.has(from) && to !== entry);
  });
  if (leaks) return undefined;
  return { id, entry, exit, shapes: members, flows: flows.filter((flow) => inside.has(endOf(flow, 'sourceRef')) && inside.has(endOf(flow, 'targetRef'))) };
}
