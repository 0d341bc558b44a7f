/** Random workflows, drawable and not: a seed gives the same one for ever. */
import type { OneOrMany, StateFile, TransitionFile, WorkflowFile } from '../../../engine/model/workflow-file.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ['Check & weigh', '進料檢驗', 'Is it < 5 mm?', 'Über "alles"', 'Wait'];
const GUARDS = ['= data.a > 1 and data.b < 2', '=data.ok = true', '= list contains(["x","y"], data.c)', 'isAllowed'];
const DEPTH = 2;
const DELAYS = ['PT4H', 'P1D@office', 'P2DT30M', '= data.due', '= coalesce(data.a, "PT1H")'];

interface Maker {
  readonly random: () => number;
  /** How often something is made that no picture can say. */
  readonly mischief: number;
  count: number;
}

/** A workflow from a seed. `mischief` of 0 gives only what the engine's notation means to be drawn. */
export function randomMachine(seed: number, mischief: number): WorkflowFile {
  const maker: Maker = { random: randomFrom(seed), mischief, count: 0 };
  const states = makeStates(maker, { depth: DEPTH, size: 2 + pick(maker, [1, 2, 3, 4]), isRegion: false, outside: [] });
  const [first = ''] = Object.keys(states);
  const finals = Object.keys(states).filter((key) => states[key]?.type === 'final');
  return {
    id: 'random-machine',
    description: 'Random machine',
    meta: { start: { form: 'start-form', roles: ['operator'], into: 'report' }, owner: ['operator'] },
    on: { void: { target: `.${finals[0] ?? first}`, meta: { command: { form: 'reason' } } } },
    initial: first,
    states,
  };
}

interface Group {
  readonly depth: number;
  readonly size: number;
  readonly isRegion: boolean;
  /** Absolute targets that a step may also lead to. */
  readonly outside: readonly string[];
}

function makeStates(maker: Maker, { depth, size, isRegion, outside }: Group): { [key: string]: StateFile } {
  const keys = Array.from({ length: size }, () => nextKey(maker));
  const end = nextKey(maker);
  const states: { [key: string]: StateFile } = {};
  keys.forEach((key, index) => {
    const later = keys[index + 1] ?? end;
    const target = (): string =>
      chance(maker, 0.15) && outside.length > 0
        ? pick(maker, outside)
        : chance(maker, 0.25)
          ? pick(maker, [...keys, end])
          : later;
    states[key] = makeState(maker, { key, depth, target: index === 0 ? () => later : target, later });
  });
  states[end] = {
    type: 'final',
    ...(isRegion ? {} : { description: 'End' }),
    ...(chance(maker, 0.2) ? { tags: ['done'], output: { x: '= data.a' } } : {}),
  };
  if (!isRegion && chance(maker, 0.2)) states[nextKey(maker)] = { type: 'final', description: 'Another end' };
  return states;
}

interface Step {
  readonly key: string;
  readonly depth: number;
  readonly target: () => string;
  /** Where the step leads in any case, so that what comes after can be reached. */
  readonly later: string;
}

function makeState(maker: Maker, step: Step): StateFile {
  const state = makeDrawable(maker, step);
  return chance(maker, maker.mischief) ? spoil(maker, state) : state;
}

function makeDrawable(maker: Maker, step: Step): StateFile {
  const { depth } = step;
  const common: Partial<StateFile> = {
    ...(chance(maker, 0.8) ? { description: pick(maker, WORDS) } : {}),
    ...(chance(maker, 0.2) ? { entry: { type: 'set', params: { a: '= data.a + 1' } } } : {}),
    ...(chance(maker, 0.1) ? { exit: ['log_it'], tags: ['x', 'y'] } : {}),
  };
  const kinds =
    depth > 0
      ? ['task', 'task', 'service', 'call', 'decision', 'wait', 'race', 'group', 'parallel']
      : ['task', 'task', 'service', 'decision', 'wait'];
  switch (pick(maker, kinds)) {
    case 'service':
      return { ...common, ...makeService(maker, step, 'record') };
    case 'call':
      return {
        ...common,
        meta: { forEach: { items: '= data.lines', as: 'line' } },
        ...makeService(maker, step, 'workflow:other-work'),
      };
    case 'decision':
      return { ...common, always: [...someWays(maker, step), { target: step.later }] };
    case 'wait':
      return {
        ...common,
        ...(chance(maker, 0.5)
          ? { on: { arrived: { target: step.later } } }
          : { after: { [pick(maker, DELAYS)]: [{ target: step.later }] } }),
      };
    case 'race':
      return {
        ...common,
        on: { arrived: { target: step.later }, lost: someWays(maker, step, 1) },
        after: { [pick(maker, DELAYS)]: step.target() },
      };
    case 'group':
      return makeGroup(maker, step, common);
    case 'parallel':
      return makeParallel(maker, step, common);
    default:
      return { ...common, ...makeTask(maker, step) };
  }
}

function makeTask(maker: Maker, step: Step): StateFile {
  const names = ['ok', 'not_ok', 'ask_again'].slice(0, pick(maker, [1, 2, 3]));
  const on = Object.fromEntries(
    names.map((name, index): [string, OneOrMany<TransitionFile>] => [
      name,
      index === 0 ? { target: step.later } : someWays(maker, step, 1),
    ]),
  );
  const task = {
    form: 'work',
    roles: pick(maker, [['operator'], ['a', 'b'], [], '= [signer]']),
    ...(chance(maker, 0.4) ? { due: 'PT4H', forEach: { items: '= data.x', as: 'signer' } } : {}),
  };
  return {
    meta: { task, ...(chance(maker, 0.2) ? { suspended: 'customer' } : {}) },
    on,
    ...(chance(maker, 0.4) ? { after: makeDelays(maker, step) } : {}),
  };
}

function makeService(maker: Maker, step: Step, src: string): StateFile {
  return {
    invoke: {
      src,
      input: { id: '= data.id' },
      onDone: [...(chance(maker, 0.4) ? someWays(maker, step, 1) : []), { target: step.later }],
      ...(chance(maker, 0.6)
        ? {
            onError: chance(maker, 0.5)
              ? { target: step.target() }
              : [{ target: step.target(), guard: pick(maker, GUARDS), description: 'conflict' }, step.later],
          }
        : {}),
    },
    ...(chance(maker, 0.3) ? { after: makeDelays(maker, step) } : {}),
    ...(chance(maker, 0.2) ? { on: { stop: { target: step.target(), description: 'stop' } } } : {}),
  };
}

function makeDelays(maker: Maker, step: Step): NonNullable<StateFile['after']> {
  const reminder: TransitionFile = {
    actions: { type: 'notify', params: { to: ['a'] } },
    ...(chance(maker, 0.5) ? { description: 'Remind' } : {}),
  };
  return {
    [pick(maker, DELAYS)]: chance(maker, 0.5)
      ? reminder
      : { target: step.target(), description: pick(maker, ['too late', '4 h']) },
  };
}

function makeGroup(maker: Maker, step: Step, common: Partial<StateFile>): StateFile {
  const outside = step.depth === DEPTH && chance(maker, 0.4) ? [`#random-machine.${step.later}`] : [];
  const states = makeStates(maker, { depth: step.depth - 1, size: pick(maker, [1, 2, 3]), isRegion: false, outside });
  const onDone = chance(maker, 0.4) ? [...someWays(maker, step, 1), { target: step.later }] : { target: step.later };
  return {
    ...common,
    initial: Object.keys(states)[0] ?? '',
    states,
    onDone,
    ...(chance(maker, 0.3) ? { on: { cancel_it: { target: step.target() } }, after: makeDelays(maker, step) } : {}),
  };
}

function makeParallel(maker: Maker, step: Step, common: Partial<StateFile>): StateFile {
  const regions = Array.from({ length: pick(maker, [1, 2, 3]) }, (): [string, StateFile] => {
    const states = makeStates(maker, { depth: step.depth - 1, size: pick(maker, [1, 2]), isRegion: true, outside: [] });
    const watched = chance(maker, 0.2) ? { on: { seen: { actions: 'log_it' } } } : {};
    return [
      nextKey(maker),
      {
        initial: Object.keys(states)[0] ?? '',
        states,
        ...(chance(maker, 0.7) ? { description: pick(maker, WORDS) } : {}),
        ...(chance(maker, 0.2) ? { entry: 'log_it' } : {}),
        ...watched,
      },
    ];
  });
  return {
    ...common,
    type: 'parallel',
    states: Object.fromEntries(regions),
    onDone: { target: step.later },
    ...(chance(maker, 0.3) ? { on: { force: { target: step.target(), actions: ['log_it'] } } } : {}),
  };
}

/** Something that a picture cannot say, or that is no workflow at all. */
function spoil(maker: Maker, state: StateFile): StateFile {
  const spoilt: readonly ((given: StateFile) => unknown)[] = [
    (given) => ({ ...given, type: 'history' }),
    (given) => ({ ...given, always: { guard: '= true' } }),
    (given) => ({ ...given, on: { ...given.on, gone: { target: 'nowhere' } } }),
    (given) => ({ ...given, on: { ...given.on, '*': { target: '#random-machine' } } }),
    (given) => ({ ...given, on: { ...given.on, some: [{ actions: 'log_it' }, { target: 's0' }] } }),
    (given) => ({ ...given, invoke: [{ src: 'record' }, { src: 'query' }] }),
    (given) => ({ ...given, initial: { target: 's0' } }),
    (given) => ({ ...given, states: {} }),
    (given) => ({ ...given, onDone: [] }),
    (given) => ({ ...given, after: { PT1H: [] } }),
    () => ({}),
    (given) => ({ ...given, on: { ...given.on, up: '#random-machine' } }),
    (given) => ({ ...given, type: 'parallel' }),
    (given) => ({ ...given, type: 'final' }),
  ];
  return pick(maker, spoilt)(state) as StateFile;
}

function someWays(maker: Maker, step: Step, least = 0): TransitionFile[] {
  return Array.from({ length: least + pick(maker, [0, 1, 1, 2]) }, () => ({
    target: step.target(),
    ...(chance(maker, 0.7) ? { guard: pick(maker, GUARDS) } : {}),
    ...(chance(maker, 0.3) ? { description: pick(maker, [...WORDS, 'ok', 'not ok']) } : {}),
    ...(chance(maker, 0.2) ? { actions: [{ type: 'notify', params: { to: ['x'] } }, 'log_it'] } : {}),
    ...(chance(maker, 0.1) ? { reenter: true } : {}),
  }));
}

function nextKey(maker: Maker): string {
  maker.count += 1;
  return `s${maker.count - 1}`;
}

function chance({ random }: Maker, share: number): boolean {
  return random() < share;
}

function pick<T>({ random }: Maker, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}
