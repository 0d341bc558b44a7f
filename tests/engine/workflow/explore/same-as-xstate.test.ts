import { expect } from 'chai';
import * as fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import type { StateFile, TransitionFile, WorkflowFile } from '../../../../engine/model/workflow-file.ts';
import { BOOT_EVENT, compileMachine } from '../../../../engine/workflow/compile-machine.ts';
import type { Draft } from '../../../../engine/workflow/draft.ts';
import { type GraphState, readGraph } from '../../../../engine/workflow/explore/graph.ts';
import { beginStep, type Landed, takeEvent } from '../../../../engine/workflow/explore/macrostep.ts';
import { type StateNode, walkStates, waysOf } from '../../../../engine/workflow/walk-states.ts';

/** A tree of states, before ways are drawn: each node is final, atomic, or has children. */
type Tree =
  | { readonly kind: 'atomic' | 'final' }
  | { readonly kind: 'compound' | 'parallel'; readonly children: readonly Tree[] };

const leaf = fc.constantFrom<Tree>({ kind: 'atomic' }, { kind: 'atomic' }, { kind: 'atomic' }, { kind: 'final' });
const tree = (depth: number): fc.Arbitrary<Tree> =>
  depth === 0
    ? leaf
    : fc.oneof(
        { weight: 3, arbitrary: leaf },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant<'compound'>('compound'),
            children: fc.array(tree(depth - 1), { minLength: 1, maxLength: 3 }),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant<'parallel'>('parallel'),
            children: fc.array(tree(depth - 1), { minLength: 1, maxLength: 3 }),
          }),
        },
      );

/** A way in numbers: which state it leaves and enters, by which event, whether guarded, whether it enters again. */
const way = fc.record({
  from: fc.nat(40),
  to: fc.nat(40),
  event: fc.constantFrom('a', 'b', 'c', 'always', 'after', 'onDone', 'onDone'),
  reenter: fc.boolean(),
  guarded: fc.boolean(),
});

const machineArbitrary = fc.record({
  children: fc.array(tree(3), { minLength: 2, maxLength: 4 }),
  ways: fc.array(way, { minLength: 4, maxLength: 25 }),
  holds: fc.infiniteStream(fc.boolean()),
  events: fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }),
});

/** More with `EXPLORE_RUNS`; three thousand take half a minute. */
const RUNS = Number(process.env['EXPLORE_RUNS'] ?? 150);

describe('the explorer steps as XState does', () => {
  it('any machine comes by any events to the same states', () => {
    let compared = 0;
    const property = fc.property(machineArbitrary, ({ children, ways, holds, events }) => {
      // given one machine twice, with guards that are decided alike
      const file = drawMachine(children, ways);
      const decided = new Map<string, boolean>();
      const decide = (guard: string): boolean => {
        if (!decided.has(guard)) decided.set(guard, holds.next().value as boolean);
        return decided.get(guard) as boolean;
      };
      const ours = openOurs(file, decide);
      const theirs = openTheirs(file, decide);

      // when both take the same events
      for (const pick of [null, ...events]) {
        const all = ours.events();
        const event = pick === null || all.length === 0 ? null : (all[pick % all.length] as string);
        if (pick !== null && event === null) break;
        const mine = ours.send(event);
        const other = theirs.send(event);

        // then both come to rest at the same place, or neither does
        if (mine === 'endless' || other === 'endless') {
          expect(mine).to.equal(other);
          break;
        }
        compared += 1;
        expect(mine).to.deep.equal(other);
        decided.clear();
      }
    });
    fc.assert(property, { numRuns: RUNS, seed: 20_261_123 });
    expect(compared).to.be.greaterThan(RUNS * 2);
  });
});

function drawMachine(
  children: readonly Tree[],
  drawn: readonly {
    readonly from: number;
    readonly to: number;
    readonly event: string;
    readonly reenter: boolean;
    readonly guarded: boolean;
  }[],
): WorkflowFile {
  let count = 0;
  const build = (one: Tree): StateFile => {
    if (!('children' in one)) return one.kind === 'final' ? { type: 'final' } : {};
    const named = one.children.map((child) => {
      count += 1;
      return [`s${count}`, child] as const;
    });
    const states = Object.fromEntries(named.map(([name, child]) => [name, build(child)]));
    return one.kind === 'parallel'
      ? { type: 'parallel', states }
      : { initial: Object.keys(states)[0] as string, states };
  };
  const root = build({ kind: 'compound', children });
  const file = {
    id: 'm',
    description: 'm',
    meta: { start: { form: 'f', roles: ['r'], into: 'x' } },
    ...root,
  } as unknown as WorkflowFile;
  const nodes = walkStates(file);
  for (const [index, { from, to, event, reenter, guarded }] of drawn.entries()) {
    const source = nodes[from % nodes.length] as StateNode;
    const target = nodes[1 + (to % (nodes.length - 1))] as StateNode;
    if (source.file.type === 'final' || (source.parent === null && (event === 'onDone' || event === 'after'))) continue;
    if (event === 'onDone' && source.file.states === undefined) continue;
    // An unguarded decision of the root would be taken in the boot state too.
    if (source.parent === null && event === 'always') continue;
    const transition: TransitionFile = {
      target: `#m.${target.path.join('.')}`,
      ...(reenter ? { reenter } : {}),
      ...(guarded ? { guard: `= g${index}` } : {}),
    };
    draw(source.file as unknown as { [key: string]: unknown }, event, transition);
  }
  return file;
}

function draw(state: { [key: string]: unknown }, event: string, transition: TransitionFile): void {
  if (event === 'always' || event === 'onDone')
    state[event] = [...((state[event] as TransitionFile[] | undefined) ?? []), transition];
  else {
    const [key, name] = event === 'after' ? ['after', 'PT1H'] : ['on', event];
    const events = (state[key] as { [name: string]: TransitionFile[] } | undefined) ?? {};
    state[key] = { ...events, [name]: [...(events[name] ?? []), transition] };
  }
}

type Place = 'endless' | { readonly active: readonly string[]; readonly ended: boolean };

function openOurs(file: WorkflowFile, decide: (guard: string) => boolean) {
  const states = readGraph(file);
  const guardAt = new Map(
    walkStates(file).flatMap((node) => waysOf(node).map((one) => [one.pointer, one.transition.guard ?? ''] as const)),
  );
  const holds = ({ pointer }: { readonly pointer: string }): boolean => decide((guardAt.get(pointer) ?? '').slice(2));
  let active: Landed['active'] = new Set();
  let ended = false;
  return {
    events: (): readonly string[] =>
      ended
        ? []
        : [
            ...new Set(
              [...active].flatMap((state) =>
                state.ways.filter(({ kind }) => kind === 'on' || kind === 'after').map(({ event }) => event),
              ),
            ),
          ].sort(),
    send(event: string | null): Place {
      const landed = event === null ? beginStep(states[0] as GraphState, holds) : takeEvent(active, event, holds);
      if (landed?.endless) return 'endless';
      if (landed !== null) ({ active, ended } = landed);
      return { active: [...active].map(({ node }) => node.id).sort(), ended };
    },
  };
}

function openTheirs(file: WorkflowFile, decide: (guard: string) => boolean) {
  const nodes = walkStates(file);
  const draft = { data: {}, visits: {}, marks: [], took: [], written: new Set() } as unknown as Draft;
  const machine = compileMachine(file, nodes, { holds: decide, evaluate: () => null, draft: () => draft });
  // A circle is a circle after a hundred turns, and XState takes its time.
  machine.options.maxIterations = 100;
  let snapshot = initialTransition(machine)[0];
  const eventOf = (event: string): string =>
    event.startsWith('after ') ? `xstate.after.PT1H.${event.split(' of ')[1] ?? ''}` : event;
  return {
    send(event: string | null): Place {
      const type = event === null ? BOOT_EVENT : eventOf(event);
      try {
        // An event that nothing takes is never sent: it would make the decisions look again.
        if (snapshot.can({ type } as never)) snapshot = transition(machine, snapshot, { type } as never)[0];
      } catch (error) {
        if (error instanceof Error && /infinite loop/i.test(error.message)) return 'endless';
        throw error;
      }
      if (snapshot.status === 'error') throw snapshot.error;
      return {
        active: (snapshot as unknown as { readonly _nodes: readonly { readonly id: string }[] })._nodes
          .map(({ id }) => id)
          .sort(),
        ended: snapshot.status === 'done',
      };
    },
  };
}
