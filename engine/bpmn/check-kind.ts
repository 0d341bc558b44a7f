import type { StateFile } from '../model/workflow-file.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { DrawingCode, Obstacle } from './drawing-problem.ts';
import type { Chart } from './read-chart.ts';
import type { StateKind } from './state-kind.ts';

type Part = 'task' | 'invoke' | 'states' | 'always' | 'onDone' | 'on' | 'after' | 'initial';

/** What a state of each kind may declare beside what makes it that kind. */
const ALLOWED: { readonly [kind in StateKind]: readonly Part[] } = {
  final: [],
  history: [],
  parallel: ['states', 'onDone', 'on', 'after'],
  group: ['states', 'initial', 'onDone', 'on', 'after'],
  task: ['task', 'on', 'after'],
  workflow: ['invoke', 'on', 'after'],
  service: ['invoke', 'on', 'after'],
  decision: ['always'],
  wait: ['on', 'after', 'always'],
};

const WORDS: { readonly [kind in StateKind]: string } = {
  final: 'an end',
  history: 'a history state',
  parallel: 'a parallel state',
  group: 'a group',
  task: 'a task',
  workflow: 'a call of a workflow',
  service: 'a service',
  decision: 'a decision',
  wait: 'a waiting state',
};

const PLACES: { readonly [part in Part]: string } = {
  task: '/meta/task',
  invoke: '/invoke',
  states: '/states',
  always: '/always',
  onDone: '/onDone',
  on: '/on',
  after: '/after',
  initial: '/initial',
};

/** A state that is two things at once, a history state, a group without a beginning, an empty list of ways. */
export function checkKind(chart: Chart, node: StateNode): readonly Obstacle[] {
  const kind = chart.kind(node);
  const problem = (code: DrawingCode, place: string, message: string): Obstacle => ({
    path: node.pointer + place,
    code,
    message,
  });
  if (kind === 'history')
    return [
      problem(
        'drawing.history',
        '',
        `${node.key} is a history state, which no BPMN picture can say. Say where to go on.`,
      ),
    ];
  const mixed = partsOf(node.file)
    .filter((part) => !ALLOWED[kind].includes(part))
    .map((part) =>
      problem(
        part === 'always' ? 'drawing.always_mixed' : 'drawing.kind_mixed',
        PLACES[part],
        `${node.key} is ${WORDS[kind]} and has ${part} too. Make two states of it.`,
      ),
    );
  const several = Array.isArray(node.file.invoke)
    ? [problem('drawing.kind_mixed', '/invoke', `${node.key} invokes several things. Give each a state of its own.`)]
    : [];
  const adrift =
    kind === 'group' && chart.first(node) === undefined
      ? [
          problem(
            'drawing.bad_initial',
            '/initial',
            `${node.key} begins with a state that does not exist. Name one of its states.`,
          ),
        ]
      : [];
  return [...mixed, ...several, ...adrift, ...emptyLists(node)];
}

function partsOf(file: StateFile): readonly Part[] {
  const { meta, ...own } = file;
  const isDeclared = (part: Part): boolean => (part === 'task' ? meta?.task !== undefined : own[part] !== undefined);
  return (Object.keys(PLACES) as Part[]).filter(isDeclared);
}

/** An empty list forbids an event in XState; a picture shows only what there is. */
function emptyLists({ key, pointer, file }: StateNode): readonly Obstacle[] {
  const lists: readonly (readonly [string, unknown])[] = [
    ...Object.entries(file.on ?? {}).map(([event, ways]) => [`/on/${event}`, ways] as const),
    ...Object.entries(file.after ?? {}).map(
      ([delay, ways]) => [`/after/${delay.replaceAll('~', '~0').replaceAll('/', '~1')}`, ways] as const,
    ),
    ['/always', file.always],
    ['/onDone', file.onDone],
    ['/invoke/onDone', file.invoke?.onDone],
    ['/invoke/onError', file.invoke?.onError],
  ];
  return lists
    .filter(([, ways]) => Array.isArray(ways) && ways.length === 0)
    .map(([place]) => ({
      path: pointer + place,
      code: 'drawing.empty_list',
      message: `${key} has an empty list of ways at ${place}. Take it out.`,
    }));
}
