import type { Effect, Incident, Instance, Task, Timer } from '../../../engine/model/instance.ts';
import type { Person } from '../../../engine/model/person.ts';
import { offerOutcomes } from '../../../engine/step/offers.ts';
import { type NextStep, nextSteps } from '../../../engine/step/next-steps.ts';
import { fallbackFor, peopleWhoMay } from '../../../engine/step/people.ts';
import { isoOf, openRun } from '../../../engine/step/run.ts';
import { waysOf } from '../../../engine/workflow/walk-states.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import { personName, type Reader, roleName, say } from '../reader.ts';
import type { WaitView } from '../views/instance-view.ts';
import type { InstanceGiven } from './present-instance.ts';
import { presentLadder } from './present-ladder.ts';
import { presentDuration, presentNext, rolesInWords, titlesOf } from './present-next.ts';

const NOTHING: Omit<WaitView, 'kind' | 'title'> = {
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

/** What a case waits for: its tasks, what the system does, what stopped, and what time will do. Most urgent first. */
export function presentWaits(instance: Instance, given: InstanceGiven): readonly WaitView[] {
  const tasks = Object.values(instance.tasks).sort(
    (a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER),
  );
  return [
    ...Object.values(instance.incidents).map((incident) => incidentWait(incident)),
    ...tasks.map((task) => taskWait(task, instance, given)),
    ...Object.values(instance.effects)
      .filter((effect) => effect.state !== null && effect.incident === null)
      .map((effect) => effectWait(effect, given)),
    ...Object.values(instance.timers)
      .filter((timer) => timer.ladder === undefined)
      .map((timer) => timerWait(timer, instance, given)),
  ];
}

function incidentWait({ message, at }: Incident): WaitView {
  return { ...NOTHING, kind: 'incident', title: message, since: isoOf(at) };
}

function taskWait(task: Task, instance: Instance, { texts, reader, time, context }: InstanceGiven): WaitView {
  const able = peopleWhoMay(task, instance.evidence, reader.plant);
  const shown = task.assignee === null ? able : able.filter((person) => person.id === task.assignee);
  const offers = offerOutcomes(context, instance, task);
  const main = offers.find((offer) => offer.offer !== 'refused') ?? offers[0];
  const next = main?.next ?? [];
  return {
    ...NOTHING,
    kind: 'task',
    title: texts.stateTitle(task.state),
    task: `${instance.id}.${task.id}`,
    dueAt: task.dueAt === null ? null : isoOf(task.dueAt),
    soonAt: task.dueAt === null ? null : isoOf(time.soonAt(task.dueAt, texts.file.meta.calendar)),
    since: isoOf(task.openedAt),
    people: shown.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      role: sharedRole(task, person.roles, reader),
      holds: person.id === task.assignee,
    })),
    who: whoSentence(task, { able, evidence: instance.evidence, reader }),
    ladder: presentLadder(task, instance, { reader, context }),
    thenTitle: next.length === 0 ? null : titlesOf(next, texts, reader),
    then: thenSentence(next, { texts, reader }),
  };
}

function sharedRole(task: Task, roles: readonly string[], reader: Reader): string {
  const role = roles.find((candidate) => task.roles?.includes(candidate)) ?? roles[0];
  return role === undefined ? '' : roleName(reader, role);
}

interface Asked {
  /** Everybody who may do it now. */
  readonly able: readonly Person[];
  readonly evidence: Instance['evidence'];
  readonly reader: Reader;
}

/** Who else could act, and who stands in: the question a reader has when the named person is not there. */
function whoSentence(task: Task, { able, evidence, reader }: Asked): string {
  const said = sentencesIn(reader.language);
  const [only, ...others] = able;
  if (only === undefined) return said.whoNobody(said.or((task.roles ?? []).map((role) => roleName(reader, role))));
  if (task.fallback.length > 0) return said.fallbackAsked;
  if (others.length > 0) return task.assignee === null ? said.severalCan(able.length) : said.othersCan(others.length);
  const holders = [...reader.plant.people.values()].filter(
    ({ active, roles }) => active && roles.some((role) => task.roles?.includes(role)),
  );
  const without = new Map([...reader.plant.people].filter(([id]) => id !== only.id));
  const standIn = fallbackFor(task, evidence, { ...reader.plant, people: without });
  const sentences = [
    task.roles !== null && holders.length <= 1 ? said.nobodyElse : said.nobodyElseMay,
    standIn === undefined ? '' : said.standIn(personName(reader, standIn.id)),
  ];
  return sentences.filter((sentence) => sentence !== '').join(reader.language === 'zh-TW' ? '' : ' ');
}

/** Who does the next step and within what time; null where it is not one step that follows. */
function thenSentence(
  next: readonly NextStep[],
  { texts, reader }: Pick<InstanceGiven, 'texts' | 'reader'>,
): string | null {
  const [step, ...others] = next;
  if (step === undefined || others.length > 0) return null;
  const due = presentDuration(texts.nodes.get(step.state)?.file.meta?.task?.due, reader);
  const words = sentencesIn(reader.language).afterwards(rolesInWords(step, reader), due);
  return words === '' ? null : words;
}

function effectWait(effect: Effect, { texts, reader }: InstanceGiven): WaitView {
  const said = sentencesIn(reader.language);
  const title = effect.state === null ? effect.src : texts.stateTitle(effect.state);
  return {
    ...NOTHING,
    kind: 'effect',
    title,
    since: isoOf(effect.createdAt),
    who: effect.attempt > 1 ? said.afterAttempts(effect.attempt) : said.waitsForSystem(title),
  };
}

/** A timer that only tells somebody is no wait; one that moves the case says where to. */
function timerWait(timer: Timer, instance: Instance, { texts, reader, context }: InstanceGiven): WaitView {
  const node = context.workflow.byKey.get(timer.state);
  const way =
    node === undefined
      ? undefined
      : waysOf(node).find((candidate) => candidate.kind === 'after' && candidate.event === timer.delay);
  const { draft } = openRun(context, instance, { type: 'explain', by: null, data: null });
  const next =
    node === undefined || way === undefined
      ? []
      : nextSteps(context, draft, { from: node, transition: way.transition });
  const described =
    way === undefined
      ? undefined
      : texts.nodes.get(timer.state) &&
        waysOf(texts.nodes.get(timer.state) as NonNullable<typeof node>).find((candidate) => candidate.id === way.id)
          ?.transition.description;
  return {
    ...NOTHING,
    kind: 'timer',
    title: described ?? texts.stateTitle(timer.state),
    dueAt: isoOf(timer.dueAt),
    then: presentNext(next, texts, reader),
    thenTitle: next[0] === undefined ? null : texts.stateTitle(next[0].state),
  };
}
