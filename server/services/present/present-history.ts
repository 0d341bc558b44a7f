import type { FormFile } from '../../../engine/model/form-file.ts';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import { type Json, isJsonObject } from '../../../engine/model/json.ts';
import { textIn } from '../../../engine/model/language.ts';
import { type Meaning, MEANING_TITLES } from '../../../engine/model/signature.ts';
import { isoOf } from '../../../engine/step/run.ts';
import { fieldAt } from '../../../engine/form/walk-fields.ts';
import { failureReason } from '../../texts/incident-sentences.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { CaseTexts } from '../case-texts.ts';
import { personName, type Reader } from '../reader.ts';
import type { HistoryView } from '../views/instance-view.ts';
import type { FieldView } from '../views/shared-views.ts';
import { ownAnswers, presentItem } from './present-item.ts';
import { presentDuration } from './present-next.ts';
import { splitWords, toneOf } from './present-show.ts';
import { presentAnswers, presentValue } from './present-values.ts';

interface Given {
  readonly texts: CaseTexts;
  readonly reader: Reader;
}

/** One entry in words: what happened, who did it, and the values that came with it. */
export function presentHistory(entry: HistoryEntry, instance: Instance, given: Given): HistoryView {
  const { event } = entry;
  const { texts, reader } = given;
  const outcome = event.kind === 'task' ? texts.outcomeTitle(event.state ?? '', event.type) : null;
  return {
    rev: entry.rev,
    at: isoOf(entry.at),
    title: titleOf(entry, given),
    outcome,
    tone: event.kind === 'task' ? (toneOf(event.type) as HistoryView['tone']) : null,
    by: event.by === null ? null : { id: event.by, name: personName(reader, event.by) },
    kind: event.kind,
    details: detailsOf(entry, instance, given),
    fields: fieldsOf(entry, instance, given),
    words: wordsOf(entry, instance, given),
    hash: entry.hash,
  };
}

function titleOf({ event, notes, changes }: HistoryEntry, { texts, reader }: Given): string {
  const said = sentencesIn(reader.language);
  const step = texts.stateTitle(event.state ?? '');
  switch (event.kind) {
    case 'start':
      return said.started(texts.file.description);
    case 'task':
      return titleOfTask({ event, changes }, step, reader);
    case 'command':
      return texts.outcomeTitle(event.state ?? '', event.type);
    case 'timer':
      return said.timePassed(step);
    case 'claim':
      return said.taken(step);
    case 'release':
      return said.givenBack(step);
    case 'incident':
      return said.stopped(step);
    case 'message':
      return said.messageCame(event.type);
    case 'ladder':
      return event.state === undefined ? said.caseIsLate : said.takesLong(step);
    case 'reassign':
      return said.handedOn(step);
    case 'due':
      return said.dueMoved(step);
    case 'resolve':
      return said.incidentDecided(event.type);
    case 'items':
      return said.itemsChanged(step);
    case 'call_back':
      return said.calledBack;
    case 'separation':
      return said.separationLifted(step);
    case 'signature':
      return said.signingFailed(event.state === undefined ? texts.outcomeTitle('', event.subject ?? '') : step);
    case 'effect':
      return effectTitle({ event, step, failed: notes.some((note) => note.kind === 'incident') }, reader);
  }
}

/** A step that is done once for each item is named with the item: its answer is the last of the list. */
function titleOfTask(
  { event, changes }: Pick<HistoryEntry, 'event' | 'changes'>,
  step: string,
  reader: Reader,
): string {
  const answers = Object.values(changes).find((value) => Array.isArray(value));
  const last = Array.isArray(answers) ? answers.at(-1) : undefined;
  if (!isJsonObject(last) || last['by'] !== event.by || last['outcome'] !== event.type) return step;
  const item = presentItem(last['item'] ?? null, reader);
  return item === '' ? step : `${step} · ${item}`;
}

function effectTitle(
  given: { readonly event: HistoryEntry['event']; readonly step: string; readonly failed: boolean },
  reader: Reader,
): string {
  const said = sentencesIn(reader.language);
  const data = given.event.data;
  const code = isJsonObject(data) ? String(data['code']) : '';
  const message = isJsonObject(data) && typeof data['message'] === 'string' ? data['message'] : null;
  return message === null
    ? said.lookedUp(given.step)
    : said.effectFailed(given.step, failureReason(code, reader.language) ?? message);
}

/** Events that name a person in `to`. */
const HANDED: ReadonlySet<string> = new Set(['reassign', 'separation']);

function detailsOf(entry: HistoryEntry, instance: Instance, { texts, reader }: Given): readonly string[] {
  const said = sentencesIn(reader.language);
  const details: string[] = [];
  const after = entry.event.kind === 'timer' ? presentDuration(entry.event.type, reader) : null;
  if (after !== null) details.push(said.afterDuration(after));
  const { data, onBehalfOf } = entry.event;
  if (onBehalfOf !== undefined) details.push(said.actedFor(personName(reader, onBehalfOf)));
  if (isJsonObject(data) && typeof data['to'] === 'string' && HANDED.has(entry.event.kind))
    details.push(said.handedTo(personName(reader, data['to'])));
  if (isJsonObject(data) && typeof data['reason'] === 'string' && entry.event.kind !== 'message')
    details.push(said.because(data['reason']));
  for (const note of entry.notes) {
    if (note.kind === 'took') details.push(...choiceOf(note.transition, { texts, reader }));
    if (note.kind === 'fallback') details.push(said.askedInstead(personName(reader, note.to)));
    if (note.kind === 'told' && note.to.length > 0)
      details.push(said.told(said.list(note.to.map((id) => personName(reader, id)))));
    details.push(...signatureDetail(note, instance, reader));
    if (note.kind === 'suspended') details.push(said.suspended(texts.waitedFor(note.reason)));
    if (note.kind === 'resumed') details.push(said.resumed);
    if (note.kind === 'ended') details.push(said.nextEnd(texts.stateTitle(note.end)));
  }
  return details;
}

/** A signature that was given, and one that what happened has voided. */
function signatureDetail(note: HistoryEntry['notes'][number], instance: Instance, reader: Reader): readonly string[] {
  const said = sentencesIn(reader.language);
  const titleOf = (meaning: Meaning): string => MEANING_TITLES[meaning][reader.language];
  if (note.kind === 'signed') {
    const { printedName, meaning } = note.signature;
    return [said.signedAs(textIn(printedName, reader.language), titleOf(meaning))];
  }
  const voided =
    note.kind === 'signature_void' ? instance.signatures?.find(({ id }) => id === note.signature) : undefined;
  return voided === undefined
    ? []
    : [said.signatureVoided(titleOf(voided.meaning), textIn(voided.printedName, reader.language))];
}

/** What the workflow decided by itself, where a decision and its way have words. */
function choiceOf(transition: string, { texts, reader }: Given): readonly string[] {
  const [, state, index] = /^([a-z]\w*):always\[(\d+)\]$/.exec(transition) ?? [];
  const node = state === undefined ? undefined : texts.nodes.get(state);
  if (node === undefined || state === undefined) return [];
  const always = node.file.always;
  const way = Array.isArray(always) ? always[Number(index)] : always;
  const description =
    typeof way === 'object' && way !== null && 'description' in way ? String(way.description) : undefined;
  return description === undefined ? [] : [sentencesIn(reader.language).chosen(texts.stateTitle(state), description)];
}

/** Values that the step wrote: answers of a form field by field, computed ones that the workflow describes. */
function fieldsOf(entry: HistoryEntry, instance: Instance, { texts, reader }: Given): readonly FieldView[] {
  const context = { refs: instance.refs, language: reader.language };
  // Of answers that are collected in a list, the entry wrote the last one.
  const lastAnswer = (name: string, list: readonly Json[], form: FormFile): readonly FieldView[] => {
    const last = list.at(-1);
    return isJsonObject(last) ? answersAt(name, presentAnswers(form, ownAnswers(last), context)) : [];
  };
  return Object.entries(entry.changes).flatMap(([name, value]: [string, Json]): readonly FieldView[] => {
    const form = texts.formOf(name)?.form;
    if (form !== undefined && Array.isArray(value)) return lastAnswer(name, value, form);
    if (form !== undefined) return isJsonObject(value) ? answersAt(name, presentAnswers(form, value, context)) : [];
    const field = fieldAt(texts.computed, `/${name}`);
    const shown = presentValue(field?.schema, value, context);
    return field === undefined || shown.kind === 'none'
      ? []
      : [{ pointer: `/${name}`, label: field.schema.title ?? name, value: shown }];
  });
}

/** Answers by their place in the case, so that two forms of one entry may have fields of one name. */
function answersAt(name: string, answers: readonly FieldView[]): readonly FieldView[] {
  return answers.map((answer) => ({ ...answer, pointer: `/${name}${answer.pointer}` }));
}

/** What the person wrote freely: the answers of multi-line fields. */
function wordsOf(entry: HistoryEntry, instance: Instance, { texts, reader }: Given): readonly string[] {
  const context = { refs: instance.refs, language: reader.language };
  return Object.entries(entry.changes).flatMap(([name, value]) => {
    const form = texts.formOf(name)?.form;
    return form === undefined || !isJsonObject(value)
      ? []
      : splitWords(presentAnswers(form, value, context), form).words;
  });
}
