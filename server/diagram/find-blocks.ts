import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { endOf, idOf } from './read-containers.ts';

/** Shapes that are laid out by themselves: entered at one shape alone and left at one, or not at all. */
export interface Block {
  readonly id: string;
  readonly entry: string;
  readonly exit?: string;
  readonly shapes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
}

interface Part {
  readonly shapes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
}

/**
 * Finds the outermost blocks of a part: the branches of a parallel state from split to join, and each branch that
 * never joins. A block whose steps also lead elsewhere is none.
 */
export function findBlocks(part: Part): readonly Block[] {
  const found: Block[] = [];
  for (const shape of part.shapes) {
    if (shape.$type !== 'bpmn:ParallelGateway' || found.some((block) => block.shapes.includes(shape))) continue;
    const blocks = blocksAt(idOf(shape), part);
    // The part itself may be such a block: it is laid out branch by branch.
    found.push(...blocks.filter((block) => block.shapes.length > 1 && block.shapes.length < part.shapes.length));
  }
  return found;
}

function blocksAt(split: string, part: Part): readonly Block[] {
  const parallel = split.replace(/__split$/, '');
  const exit = `${parallel}__join`;
  if (split === exit || split.endsWith('__join')) return [];
  const enter = `${parallel}__enter`;
  const isBranch = (id: string): boolean => id.startsWith(`${parallel}.`);
  if (part.shapes.some((shape) => idOf(shape) === exit)) {
    const entry = part.shapes.some((shape) => idOf(shape) === enter) ? enter : split;
    return blockOf({ id: split, entry, exit }, part, (id) => [enter, split, exit].includes(id) || isBranch(id));
  }
  return part.flows
    .filter((flow) => endOf(flow, 'sourceRef') === split && isBranch(endOf(flow, 'targetRef')))
    .flatMap((flow) => {
      const entry = endOf(flow, 'targetRef');
      const region = entry.slice(0, parallel.length + 1) + (entry.slice(parallel.length + 1).split('.')[0] ?? '');
      return blockOf(
        { id: region, entry },
        part,
        (id) => id === region || id.startsWith(`${region}.`) || id.startsWith(`${region}__`),
      );
    });
}

function blockOf(
  ends: Pick<Block, 'id' | 'entry' | 'exit'>,
  { shapes, flows }: Part,
  isMember: (id: string) => boolean,
): readonly Block[] {
  const members = shapes.filter((shape) => isMember(idOf(shape)));
  const inside = new Set(members.map(idOf));
  const leaks = flows.some((flow) => {
    const [from, to] = [endOf(flow, 'sourceRef'), endOf(flow, 'targetRef')];
    return (
      (inside.has(from) && !inside.has(to) && from !== ends.exit) ||
      (inside.has(to) && !inside.has(from) && to !== ends.entry)
    );
  });
  if (leaks) return [];
  return [
    {
      ...ends,
      shapes: members,
      flows: flows.filter((flow) => inside.has(endOf(flow, 'sourceRef')) && inside.has(endOf(flow, 'targetRef'))),
    },
  ];
}
