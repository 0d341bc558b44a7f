import type { Instance } from '../../engine/model/instance.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import { type Language, textIn } from '../../engine/model/language.ts';
import type { Version } from '../../engine/model/version.ts';
import { isoOf } from '../../engine/step/run.ts';
import { openFormats } from '../documents/format-values.ts';
import { oneLine } from '../documents/render-document.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { caseTexts } from '../services/case-texts.ts';
import { type Notice, type NoticeFacts, NOTICES, type SaidNotice, sayNotice } from '../texts/notice-sentences.ts';

export interface NoticeOfCase {
  readonly notice: Notice;
  readonly instance: Instance;
  readonly version: Version;
  /** `state`, `dueAt`, `assignee`, `by`, `said`: what is known of it. */
  readonly about: JsonObject;
  readonly keeper: PlantKeeper;
}

/** True for a notice that the product knows the words of. */
export function isNotice(name: Json | undefined): name is Notice {
  return NOTICES.some((notice) => notice === name);
}

/** A notice of a case in one language, each part in one line. */
export function noticeOfCase(
  { notice, instance, version, about, keeper }: NoticeOfCase,
  language: Language,
): SaidNotice {
  const formats = openFormats(language, keeper.facts().zone);
  const text = (name: string): string | null => {
    const value = about[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const person = (name: string): string | null => {
    const id = text(name);
    const known = id === null ? undefined : keeper.plant().people.get(id);
    return known === undefined ? id : textIn(known.name, language);
  };
  const state = text('state');
  const { dueAt } = about;
  const facts: NoticeFacts = {
    number: instance.number,
    subject: textIn(instance.subject, language),
    step: state === null ? null : caseTexts(version, language).stateTitle(state),
    due: typeof dueAt === 'number' ? formats.moment(isoOf(dueAt)) : null,
    holder: person('assignee'),
    by: person('by'),
    said: text('said') ?? text('reason'),
  };
  const { title, text: body } = sayNotice(notice, facts, language);
  return { title: oneLine(title), text: oneLine(body) };
}
