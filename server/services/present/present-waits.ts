import type { Effect, Instance, Timer } from '../../../engine/model/instance.ts';
import { type NextStep, nextSteps } from '../../../engine/step/next-steps.ts';
import { isoOf, openRun } from '../../../engine/step/run.ts';
import { type StateNode, type StateWay, waysOf } from '../../../engine/workflow/walk-states.ts';
import { EXPLAIN_WORDS } from '../../texts/explain-words.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { WaitView } from '../views/instance-view.ts';
import { presentIdle } from './present-idle.ts';
import { presentIncidentWait } from './present-incident.ts';
import type { InstanceGiven } from './present-instance.ts';
import { presentNext, titlesOf } from './present-next.ts';
import { presentTaskWait, thenSentence } from './present-task-wait.ts';

const NOTHING: Omit<WaitView, 'kind' | 'title'> = {
  item: null,
  notes: [],
  cases: [],
  task: null,
  dueAt: null,
  soonAt: null,
  since: null,
  people: [],
  who: null,
  ladder: null,
  then: null,
  thenTitle: null,
};

/**
 * What a case waits for: what stopped, its tasks, what it idly waits for, what the system and other cases do, and what
 * time will do. Most urgent first.
 */
export function presentWaits(instance: Instance, given: InstanceGiven): readonly WaitView[] {
  const tasks = Object.values(instance.tasks).sort(
    (a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER),
  );
  const effects = Object.values(instance.effects).filter(({ state, incident }) => state !== null && incident === null);
  const inGroup = (effect: Effect): boolean => instance.groups[effect.state ?? ''] !== undefined;
  return [
    ...Object.values(instance.incidents).map((incident) => ({
      ...NOTHING,
      ...presentIncidentWait(incident, instance, given),
    })),
    ...tasks.map((task) => ({ ...NOTHING, ...presentTaskWait(task, instance, given) })),
    ...presentIdle(instance, given).map((idle) => ({ ...NOTHING, ...idle })),
    ...Object.keys(instance.groups).map((state) => groupWait(state, instance, given)),
    ...effects.filter((effect) => !inGroup(effect)).map((effect) => effectWait(effect, instance, given)),
    ...Object.values(instance.timers)
      .filter((timer) => timer.ladder === undefined && timer.incident === null)
      .map((timer) => timerWait(timer, instance, given)),
  ].map((wait) => withPause(wait, instance, given));
}

/** While the case is suspended, every wait says whom for: nothing of it is late then. */
function withPause(wait: WaitView, { clock }: Instance, { texts, reader }: InstanceGiven): WaitView {
  if (clock.suspendedAt === null || clock.suspendedFor === null || wait.kind === 'incident') return wait;
  const paused = sentencesIn(reader.language).suspended(texts.waitedFor(clock.suspendedFor));
  return { ...wait, notes: [...wait.notes, paused] };
}

/** One thing that the system does, or another case that runs. */
function effectWait(effect: Effect, instance: Instance, given: InstanceGiven): WaitView {
  const { texts, reader } = given;
  const said = sentencesIn(reader.language);
  const words = EXPLAIN_WORDS[reader.language];
  const state = effect.state ?? '';
  const title = texts.stateTitle(state);
  const base = { ...NOTHING, title, since: isoOf(effect.createdAt), ...afterService(state, instance, given) };
  if (effect.waits !== true)
    return {
      ...base,
      kind: 'effect',
      who: effect.attempt > 1 ? said.afterAttempts(effect.attempt) : said.waitsForSystem(title),
    };
  const running = runningChildren(state, given);
  const notes = running.map(({ number, subject }) => words.waitsForCase(number, subject));
  return {
    ...base,
    kind: 'case',
    notes: notes.length === 0 ? [words.waitsForHiddenCase] : notes,
    cases: running.map(({ id, number }) => ({ id, number })),
    who: words.whoInCase,
  };
}

/** A step that the system, or other cases, do once for each item: how many are done. */
function groupWait(state: string, instance: Instance, given: InstanceGiven): WaitView {
  const { texts, reader } = given;
  const words = EXPLAIN_WORDS[reader.language];
  const group = instance.groups[state];
  const results = Object.values(group?.results ?? {});
  const failed = results.filter((result) => typeof result['code'] === 'string').length;
  const ofState = Object.values(instance.effects).filter((effect) => effect.state === state);
  const waits = ofState.some((effect) => effect.waits === true);
  const title = texts.stateTitle(state);
  const begun = ofState.map(({ createdAt }) => createdAt);
  return {
    ...NOTHING,
    ...afterService(state, instance, given),
    kind: waits ? 'case' : 'effect',
    title,
    since: begun.length === 0 ? null : isoOf(Math.min(...begun)),
    notes: [words.itemsDone(results.length - failed, group?.items.length ?? 0, failed)],
    cases: runningChildren(state, given).map(({ id, number }) => ({ id, number })),
    who: waits ? words.whoInCase : sentencesIn(reader.language).waitsForSystem(title),
  };
}

const runningChildren = (state: string, { relations, texts }: InstanceGiven) =>
  relations.children.filter(({ step, status }) => status === 'active' && step === texts.stateTitle(state));

/** What comes when the service is done, by any of its ways: its result is not known yet. */
function afterService(state: string, instance: Instance, given: InstanceGiven): Pick<WaitView, 'then' | 'thenTitle'> {
  const node = given.context.workflow.byKey.get(state);
  const ways = node === undefined ? [] : waysOf(node).filter(({ kind }) => kind === 'invoke.onDone');
  const all = ways.flatMap((way) => followed(way, { node, instance }, given));
  const next = all.filter((step, index) => all.findIndex((other) => other.state === step.state) === index);
  return {
    then: thenSentence(next, given),
    thenTitle: next.length === 0 ? null : titlesOf(next, given.texts, given.reader),
  };
}

function followed(
  way: StateWay,
  { node, instance }: { readonly node: StateNode | undefined; readonly instance: Instance },
  { context }: InstanceGiven,
): readonly NextStep[] {
  const { draft } = openRun(context, instance, { type: 'explain', by: null, data: null });
  return node === undefined ? [] : nextSteps(context, draft, { from: node, transition: way.transition });
}

/** A timer that only tells somebody is no wait; one that moves the case says where to. */
function timerWait(timer: Timer, instance: Instance, given: InstanceGiven): WaitView {
  const { texts, reader, context } = given;
  const node = context.workflow.byKey.get(timer.state);
  const isThis = ({ kind, event }: StateWay): boolean => kind === 'after' && event === timer.delay;
  const way = node === undefined ? undefined : waysOf(node).find(isThis);
  const next = way === undefined ? [] : followed(way, { node, instance }, given);
  const translated = texts.nodes.get(timer.state);
  const described = translated === undefined ? undefined : waysOf(translated).find(isThis)?.transition.description;
  return {
    ...NOTHING,
    kind: 'timer',
    title: described ?? texts.stateTitle(timer.state),
    dueAt: isoOf(timer.dueAt),
    then: presentNext(next, texts, reader),
    thenTitle: next[0] === undefined ? null : texts.stateTitle(next[0].state),
  };
}
