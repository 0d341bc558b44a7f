import type { Instance } from '../../../engine/model/instance.ts';
import type { Json } from '../../../engine/model/json.ts';
import type { TransitionFile } from '../../../engine/model/workflow-file.ts';
import { feelOf, isExpression } from '../../../engine/feel/expression.ts';
import { nextSteps } from '../../../engine/step/next-steps.ts';
import { peopleWhoMay } from '../../../engine/step/people.ts';
import { askedOf } from '../../../engine/step/run-command.ts';
import { openRun } from '../../../engine/step/run.ts';
import { isInside } from '../../../engine/workflow/target-of.ts';
import { type StateNode, waysOf } from '../../../engine/workflow/walk-states.ts';
import { EXPLAIN_WORDS } from '../../texts/explain-words.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import { roleName, say } from '../reader.ts';
import type { WaitView } from '../views/instance-view.ts';
import type { InstanceGiven } from './present-instance.ts';
import { titlesOf } from './present-next.ts';
import { thenSentence } from './present-task-wait.ts';

type IdleWait = Pick<WaitView, 'kind' | 'title' | 'notes' | 'people' | 'who' | 'then' | 'thenTitle'>;

/** The innermost active states. */
export function activeLeaves(state: Json): readonly string[] {
  if (typeof state === 'string') return [state];
  if (state === null || typeof state !== 'object') return [];
  return Object.entries(state).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0
      ? [key]
      : activeLeaves(inner as Json),
  );
}

/** What active states wait for that ask nobody and do nothing: a message, a command of the case, or their siblings. */
export function presentIdle(instance: Instance, given: InstanceGiven): readonly IdleWait[] {
  if (instance.status !== 'active') return [];
  const leaves = activeLeaves(instance.state).flatMap((key) => given.context.workflow.byKey.get(key) ?? []);
  return leaves
    .filter(({ file }) => file.type !== 'final' && file.meta?.task === undefined)
    .flatMap((node) => [
      ...messageWaits(node, instance, given),
      ...commandWaits(node, instance, given),
      ...dataWaits(node, { instance, leaves }, given),
    ]);
}

function messageWaits(node: StateNode, instance: Instance, given: InstanceGiven): readonly IdleWait[] {
  const { texts, reader, context } = given;
  const words = EXPLAIN_WORDS[reader.language];
  const { meta } = texts.file;
  const roles = [...new Set([...meta.start.roles, ...(meta.owner ?? [])])].map((role) => roleName(reader, role));
  const ways = waysOf(node).filter(
    ({ kind, event, transition }) =>
      kind === 'on' && context.workflow.messages.has(event) && transition.meta?.command === undefined,
  );
  const first = ways.filter((way, index) => ways.findIndex(({ event }) => event === way.event) === index);
  return first.map(({ event, transition }) => ({
    kind: 'message',
    title: texts.stateTitle(node.key),
    notes: [words.waitsForMessage(texts.outcomeTitle(node.key, event))],
    people: [],
    who: words.messageFrom(instance.key, sentencesIn(reader.language).or(roles)),
    ...nextOf(node, transition, { instance, given }),
  }));
}

/** A step without a task that a person ends by a button of the case. */
function commandWaits(node: StateNode, instance: Instance, given: InstanceGiven): readonly IdleWait[] {
  const { texts, reader, context } = given;
  const declared = context.workflow.commands.filter(({ state }) => state === node);
  const [first] = declared;
  if (first === undefined || node.file.invoke !== undefined) return [];
  const said = sentencesIn(reader.language);
  const run = openRun(context, instance, { type: 'explain', by: null, data: null });
  const able = declared.flatMap((command) => peopleWhoMay(askedOf(run, command), instance.evidence, reader.plant));
  const people = [...new Set(able)];
  const asked = askedOf(run, first);
  const titles = [...new Set(declared.map(({ type }) => texts.outcomeTitle(node.key, type)))];
  return [
    {
      kind: 'data',
      title: texts.stateTitle(node.key),
      notes: [EXPLAIN_WORDS[reader.language].waitsForCommand(said.or(titles))],
      people: people.map(({ id, name, roles }) => {
        const shared = roles.find((role) => asked.roles?.includes(role)) ?? roles[0];
        return {
          id,
          name: say(reader, name),
          role: shared === undefined ? '' : roleName(reader, shared),
          holds: false,
        };
      }),
      who: people.length > 1 ? said.severalCan(people.length) : null,
      ...nextOf(node, first.first, { instance, given }),
    },
  ];
}

/** A step that goes on when what its guards read has changed: by what its siblings do. */
function dataWaits(
  node: StateNode,
  { instance, leaves }: { readonly instance: Instance; readonly leaves: readonly StateNode[] },
  given: InstanceGiven,
): readonly IdleWait[] {
  const { texts, reader } = given;
  const ways = waysOf(node).filter(({ kind }) => kind === 'always');
  if (ways.length === 0 || node.file.on !== undefined || node.file.invoke !== undefined) return [];
  const read = new Set(ways.flatMap(({ transition }) => statesRead(transition.guard, given)));
  const siblings = leaves.filter(
    ({ file, key }) => key !== node.key && file.type !== 'final' && besides(key, node, given),
  );
  const named = siblings.filter(({ key, parent }) => read.has(key) || (parent !== null && read.has(parent.key)));
  const titles = (named.length > 0 ? named : siblings).map(({ key }) => texts.stateTitle(key));
  const [way] = ways;
  return [
    {
      kind: 'data',
      title: texts.stateTitle(node.key),
      notes: titles.length === 0 ? [] : [EXPLAIN_WORDS[reader.language].waitsForOthers(listOf(titles, given))],
      people: [],
      who: null,
      ...(ways.length > 1 || way === undefined ? NO_NEXT : nextOf(node, way.transition, { instance, given })),
    },
  ];
}

const NO_NEXT = { then: null, thenTitle: null };

/** States whose work a guard reads, by the names of `data`, `tasks` and `visits`. */
function statesRead(guard: string | undefined, { texts, context }: InstanceGiven): readonly string[] {
  if (!isExpression(guard)) return [];
  return context.workflow.expression(feelOf(guard)).facts.paths.flatMap(([root = '', name = '']) => {
    if (root === 'visits') return [name];
    return root === 'data' || root === 'tasks' ? (texts.formOf(name)?.state ?? []) : [];
  });
}

/** Whether a state lies in another branch of a parallel around `node`. */
function besides(key: string, node: StateNode, { context }: InstanceGiven): boolean {
  const other = context.workflow.byKey.get(key);
  let around = node.parent;
  while (around !== null && around.file.type !== 'parallel') around = around.parent;
  return around !== null && other !== undefined && isInside(other, around);
}

function nextOf(
  from: StateNode,
  transition: TransitionFile,
  { instance, given }: { readonly instance: Instance; readonly given: InstanceGiven },
): Pick<WaitView, 'then' | 'thenTitle'> {
  const { texts, reader, context } = given;
  const { draft } = openRun(context, instance, { type: 'explain', by: null, data: null });
  const next = nextSteps(context, draft, { from, transition });
  return {
    then: thenSentence(next, given),
    thenTitle: next.length === 0 ? null : titlesOf(next, texts, reader),
  };
}

const listOf = (titles: readonly string[], { reader }: InstanceGiven): string =>
  sentencesIn(reader.language).list([...new Set(titles)]);
