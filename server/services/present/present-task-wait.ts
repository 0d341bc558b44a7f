import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Person } from '../../../engine/model/person.ts';
import type { NextStep } from '../../../engine/step/next-steps.ts';
import { offerOutcomes } from '../../../engine/step/offers.ts';
import { fallbackFor, peopleWhoMay } from '../../../engine/step/people.ts';
import { isoOf } from '../../../engine/step/run.ts';
import { EXPLAIN_WORDS } from '../../texts/explain-words.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import { personName, type Reader, roleName, say } from '../reader.ts';
import type { WaitView } from '../views/instance-view.ts';
import type { InstanceGiven } from './present-instance.ts';
import { presentTaskItem } from './present-item.ts';
import { presentLadder } from './present-ladder.ts';
import { presentDuration, rolesInWords, titlesOf } from './present-next.ts';
import { whyMay } from './present-who.ts';

/** An open task as what a case waits for: which one, who can act and why, who is told next, and what follows. */
export function presentTaskWait(task: Task, instance: Instance, given: InstanceGiven): Omit<WaitView, 'cases'> {
  const { texts, reader, time, context } = given;
  const able = peopleWhoMay(task, instance.evidence, reader.plant);
  const shown = task.assignee === null ? able : able.filter((person) => person.id === task.assignee);
  const offers = offerOutcomes(context, instance, task);
  const main = offers.find((offer) => offer.offer !== 'refused') ?? offers[0];
  const next = task.left === true ? [] : (main?.next ?? []);
  return {
    kind: 'task',
    title: texts.stateTitle(task.state),
    item: presentTaskItem(task, reader),
    notes: [...progressOf(task, instance, given), ...movedOf(task, reader)],
    task: `${instance.id}.${task.id}`,
    dueAt: task.dueAt === null ? null : isoOf(task.dueAt),
    soonAt: task.dueAt === null ? null : isoOf(time.soonAt(task.dueAt, texts.file.meta.calendar)),
    since: isoOf(task.openedAt),
    people: shown.map((person) => ({
      id: person.id,
      name: say(reader, person.name),
      role: whyMay(task, person, { evidence: instance.evidence, reader }),
      holds: person.id === task.assignee,
    })),
    who: whoSentence(task, { able, evidence: instance.evidence, reader }),
    ladder: presentLadder(task, instance, { reader, context }),
    thenTitle: next.length === 0 ? null : titlesOf(next, texts, reader),
    then: thenSentence(next, { texts, reader }),
  };
}

/** How many have answered a step that is done once for each item, and when it is enough. */
function progressOf(task: Task, instance: Instance, { texts, reader }: InstanceGiven): readonly string[] {
  if (task.each === undefined) return [];
  const words = EXPLAIN_WORDS[reader.language];
  if (task.left === true) return [words.leftBehind];
  const open = Object.values(instance.tasks).filter((one) => one.state === task.state && one.each !== undefined);
  const answers = instance.data[task.name];
  const count = Array.isArray(answers) ? answers.length : 0;
  const total = count + open.length;
  const until = texts.nodes.get(task.state)?.file.meta?.task?.forEach?.until ?? 'all';
  const needed = until === 'all' ? 'all' : until === 'any' ? 1 : typeof until === 'number' ? until : null;
  if (total === 1) return [];
  // More than there are is all of them.
  return [words.answered(count, total), words.enough(typeof needed === 'number' && needed >= total ? 'all' : needed)];
}

function movedOf({ moved }: Task, reader: Reader): readonly string[] {
  return moved === undefined
    ? []
    : [EXPLAIN_WORDS[reader.language].dueMovedBy(personName(reader, moved.by), moved.reason)];
}

interface Able {
  /** Everybody who may do it now. */
  readonly able: readonly Person[];
  readonly evidence: Instance['evidence'];
  readonly reader: Reader;
}

/** Who else could act, and who stands in: the question a reader has when the named person is not there. */
function whoSentence(task: Task, { able, evidence, reader }: Able): string {
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
export function thenSentence(
  next: readonly NextStep[],
  { texts, reader }: Pick<InstanceGiven, 'texts' | 'reader'>,
): string | null {
  const [step, ...others] = next;
  if (step === undefined || others.length > 0) return null;
  const due = presentDuration(texts.nodes.get(step.state)?.file.meta?.task?.due, reader);
  const words = sentencesIn(reader.language).afterwards(rolesInWords(step, reader), due);
  return words === '' ? null : words;
}
