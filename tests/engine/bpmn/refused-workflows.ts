import type { DrawingCode } from '../../../engine/bpmn/drawing-problem.ts';
import type { StateFile, WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { END, taskOf, workflowOf } from './workflow-files.ts';

/** A workflow that cannot be drawn, with the one problem that it has. */
export interface Refusal {
  readonly code: DrawingCode;
  readonly when: string;
  readonly file: WorkflowFile;
  readonly path: string;
}

const work = (target: string): StateFile => taskOf({ done: { target } });
const branch = (more: Partial<StateFile> = {}): StateFile => ({
  initial: 'b1',
  states: { b1: work('b_done'), b_done: { type: 'final' } },
  ...more,
});
const parallel = (states: NonNullable<StateFile['states']>, more: Partial<StateFile> = {}): StateFile => ({
  type: 'parallel',
  states,
  onDone: { target: 'closed' },
  ...more,
});
const other = (): StateFile => ({ initial: 'o1', states: { o1: work('o_done'), o_done: { type: 'final' } } });
/** A workflow whose first state is the one in question. */
export const small = (first: unknown, more: { readonly [key: string]: StateFile } = {}): WorkflowFile =>
  workflowOf({ first: first as StateFile, ...more, closed: END });

/** At least one for each code. */
export const REFUSALS: readonly Refusal[] = [
  {
    code: 'drawing.history',
    when: 'a history state',
    file: small(work('back'), { back: { type: 'history' } as never }),
    path: '/states/back',
  },
  {
    code: 'drawing.always_mixed',
    when: 'a task that also goes on by itself',
    file: small({ ...work('closed'), always: 'closed' }),
    path: '/states/first/always',
  },
  {
    code: 'drawing.always_mixed',
    when: 'a group that also goes on by itself',
    file: small({ ...branch(), always: 'closed', onDone: 'closed' }),
    path: '/states/first/always',
  },
  {
    code: 'drawing.always_no_target',
    when: 'a way of always without a target',
    file: small({ always: [{ guard: '= data.a = 1', actions: 'log_it' }, { target: 'closed' }] }),
    path: '/states/first/always/0',
  },
  {
    code: 'drawing.target_outside',
    when: 'a way into the middle of a branch',
    file: small(work('#small.both.one.b1'), { both: parallel({ one: branch(), two: other() }) }),
    path: '/states/first/on/done/target',
  },
  {
    code: 'drawing.target_outside',
    when: 'a way from one branch into another',
    file: small(
      parallel(
        {
          one: {
            initial: 'b1',
            states: { b1: taskOf({ done: '#small.first.two.o1', ok: 'b_done' }), b_done: { type: 'final' } },
          },
          two: other(),
        },
        { onDone: 'closed' },
      ),
    ),
    path: '/states/first/states/one/states/b1/on/done/target',
  },
  {
    code: 'drawing.target_outside',
    when: 'a way into the middle of a group that has an end',
    file: small(work('#small.group.g2'), {
      group: {
        initial: 'g1',
        states: { g1: work('g2'), g2: work('g_done'), g_done: { type: 'final' } },
        onDone: 'closed',
      },
    }),
    path: '/states/first/on/done/target',
  },
  {
    code: 'drawing.target_outside',
    when: 'a way to the workflow itself',
    file: small(work('#small')),
    path: '/states/first/on/done/target',
  },
  {
    code: 'drawing.region_atomic',
    when: 'a branch without steps',
    file: small(parallel({ one: branch(), two: {} })),
    path: '/states/first/states/two',
  },
  {
    code: 'drawing.region_atomic',
    when: 'a branch that begins with its end',
    file: small(parallel({ one: branch(), two: { initial: 'end', states: { end: { type: 'final' } } } })),
    path: '/states/first/states/two',
  },
  {
    code: 'drawing.region_atomic',
    when: 'a parallel state without branches',
    file: small(parallel({})),
    path: '/states/first',
  },
  {
    code: 'drawing.region_final',
    when: 'a branch without an end before a join',
    file: small(parallel({ one: branch(), two: { initial: 'o1', states: { o1: work('o2'), o2: work('o1') } } })),
    path: '/states/first/states/two',
  },
  {
    code: 'drawing.region_final',
    when: 'a branch with two ends before a join',
    file: small(
      parallel({
        one: branch(),
        two: {
          initial: 'o1',
          states: { o1: taskOf({ a: 'end_a', b: 'end_b' }), end_a: { type: 'final' }, end_b: { type: 'final' } },
        },
      }),
    ),
    path: '/states/first/states/two',
  },
  {
    code: 'drawing.region_events',
    when: 'onDone on one branch',
    file: small(parallel({ one: branch({ onDone: '#small.closed' }), two: other() })),
    path: '/states/first/states/one/onDone',
  },
  {
    code: 'drawing.unreachable',
    when: 'a step of a branch that no way leads to',
    file: small(
      parallel({
        one: branch(),
        two: { initial: 'o1', states: { o1: work('o_done'), lost: work('o_done'), o_done: { type: 'final' } } },
      }),
    ),
    path: '/states/first/states/two/states/lost',
  },
  {
    code: 'drawing.internal_outcome',
    when: 'an outcome without a target',
    file: small(taskOf({ done: 'closed', note: { actions: 'log_it' } })),
    path: '/states/first/on/note',
  },
  {
    code: 'drawing.internal_outcome',
    when: 'onDone of a service without a target',
    file: small({ invoke: { src: 'query', onDone: { actions: 'log_it' } }, on: { go: 'closed' } }),
    path: '/states/first/invoke/onDone',
  },
  {
    code: 'drawing.internal_outcome',
    when: 'onDone of a group without a target',
    file: small({ ...branch(), on: { go: 'closed' }, onDone: { actions: 'log_it' } }),
    path: '/states/first/onDone',
  },
  {
    code: 'drawing.internal_outcome',
    when: 'an event of a waiting state without a target',
    file: small({ on: { go: 'closed', note: { actions: 'log_it' } } }),
    path: '/states/first/on/note',
  },
  {
    code: 'drawing.mixed_internal',
    when: 'a delay that sometimes acts and sometimes leads away',
    file: small({
      ...work('closed'),
      after: { PT1H: [{ guard: '= data.a = 1', target: 'closed' }, { actions: 'log_it' }] },
    }),
    path: '/states/first/after/PT1H/1',
  },
  {
    code: 'drawing.dead_state',
    when: 'a step that nothing leads out of',
    file: small(work('stuck'), { stuck: { description: 'Stuck' } }),
    path: '/states/stuck',
  },
  {
    code: 'drawing.dead_state',
    when: 'a group that ends and does not go on',
    file: small(branch()),
    path: '/states/first',
  },
  {
    code: 'drawing.dead_state',
    when: 'a parallel state that nothing leads out of',
    file: small({ type: 'parallel', states: { one: branch(), two: other() } }),
    path: '/states/first',
  },
  {
    code: 'drawing.duplicate_id',
    when: 'a state called like the workflow',
    file: workflowOf({ small: work('closed'), closed: END }),
    path: '/states/small',
  },
  {
    code: 'drawing.bad_target',
    when: 'a way to a state that does not exist',
    file: small(work('nowhere')),
    path: '/states/first/on/done/target',
  },
  {
    code: 'drawing.bad_target',
    when: 'a command of the workflow that leads nowhere',
    file: { ...small(work('closed')), on: { void: '.nowhere' } },
    path: '/on/void/target',
  },
  {
    code: 'drawing.kind_mixed',
    when: 'a task that also invokes',
    file: small({ ...work('closed'), invoke: { src: 'query', onDone: 'closed' } }),
    path: '/states/first/invoke',
  },
  {
    code: 'drawing.kind_mixed',
    when: 'a task with states in it',
    file: small({ ...branch(), ...work('closed') }),
    path: '/states/first/meta/task',
  },
  {
    code: 'drawing.kind_mixed',
    when: 'a list of invocations',
    file: small({ invoke: [{ src: 'query', onDone: 'closed' }], on: { go: 'closed' } }),
    path: '/states/first/invoke',
  },
  {
    code: 'drawing.kind_mixed',
    when: 'an end with ways out',
    file: small(work('closed'), { last: { type: 'final', on: { go: 'closed' } } }),
    path: '/states/last/on',
  },
  {
    code: 'drawing.bad_initial',
    when: 'a beginning that does not exist',
    file: workflowOf({ first: work('closed'), closed: END }, { initial: 'nowhere' }),
    path: '/initial',
  },
  {
    code: 'drawing.bad_initial',
    when: 'an object as the beginning of a group',
    file: small({ ...branch(), initial: { target: 'b1' }, onDone: 'closed' }),
    path: '/states/first/initial',
  },
  {
    code: 'drawing.bad_name',
    when: 'a state called like a helper',
    file: small(work('first__out'), { first__out: work('closed') }),
    path: '/states/first__out',
  },
  {
    code: 'drawing.bad_name',
    when: 'an event that no id can hold',
    file: small({ on: { '*': 'closed' } }),
    path: '/states/first/on/*',
  },
  {
    code: 'drawing.empty_list',
    when: 'an empty list of ways',
    file: small(taskOf({ done: 'closed', never: [] })),
    path: '/states/first/on/never',
  },
  {
    code: 'drawing.root',
    when: 'a workflow that is parallel itself',
    file: { ...small(work('closed')), type: 'parallel' },
    path: '/type',
  },
  {
    code: 'drawing.root',
    when: 'a workflow that goes on by itself',
    file: { ...small(work('closed')), always: '.closed' },
    path: '/always',
  },
];
