import type { Language } from '../../engine/model/language.ts';

/** What the engine itself tells people, beside what workflows say by templates. */
export const NOTICES = ['reminder', 'overdue', 'escalated', 'mentioned', 'reassigned', 'incident'] as const;

export type Notice = (typeof NOTICES)[number];

/** What a notice may name, in words of the reader's language. */
export interface NoticeFacts {
  readonly number: string;
  readonly subject: string;
  /** The step that it is about; null where it is about the case. */
  readonly step: string | null;
  readonly due: string | null;
  /** Who holds the task. */
  readonly holder: string | null;
  /** Who did what is told. */
  readonly by: string | null;
  /** Their words, or why. */
  readonly said: string | null;
}

export interface SaidNotice {
  readonly title: string;
  readonly text: string;
}

type Say = (facts: NoticeFacts) => SaidNotice;

const join = (...parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
const joined = (...parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('');

const EN: { readonly [notice in Notice]: Say } = {
  reminder: ({ number, subject, step, due }) => ({
    title: `Reminder: ${step ?? 'the case'} (${number})`,
    text: join(`${subject}.`, due !== null && `Due ${due}.`, 'Please complete it in time, or hand it on.'),
  }),
  overdue: ({ number, subject, step, due, holder }) => ({
    title: `Overdue: ${step ?? 'the case'} (${number})`,
    text: join(
      `${subject}.`,
      due !== null && `It was due ${due}.`,
      holder === null ? 'Nobody has taken it.' : `${holder} holds it.`,
      'Please see that it is done, or hand it on.',
    ),
  }),
  escalated: ({ number, subject, step, due, holder }) => ({
    title: `Escalated to you: ${step ?? 'the case'} (${number})`,
    text: join(
      `${subject}.`,
      due !== null && `It was due ${due}.`,
      holder === null ? 'Nobody has taken it.' : `${holder} holds it.`,
      'Please decide how it goes on.',
    ),
  }),
  mentioned: ({ number, subject, by, said }) => ({
    title: `${by ?? 'Somebody'} mentioned you in ${number}`,
    text: join(`${subject}.`, said !== null && `“${said}”`, 'Open the case to answer.'),
  }),
  reassigned: ({ number, subject, step, due, by, said }) => ({
    title: `Handed to you: ${step ?? 'a task'} (${number})`,
    text: join(
      `${subject}.`,
      by !== null && `By ${by}.`,
      said !== null && `“${said}”`,
      due !== null && `Due ${due}.`,
      'Please do it, or give it back.',
    ),
  }),
  incident: ({ number, subject, step, said }) => ({
    title: `Incident: ${step ?? 'the case'} cannot go on (${number})`,
    text: join(`${subject}.`, said, 'Please decide: try again, go on with a value, or give it up.'),
  }),
};

const ES: { readonly [notice in Notice]: Say } = {
  reminder: ({ number, subject, step, due }) => ({
    title: `Recordatorio: ${step ?? 'el caso'} (${number})`,
    text: join(`${subject}.`, due !== null && `Vence: ${due}.`, 'Complétela a tiempo o traspásela.'),
  }),
  overdue: ({ number, subject, step, due, holder }) => ({
    title: `Vencida: ${step ?? 'el caso'} (${number})`,
    text: join(
      `${subject}.`,
      due !== null && `Venció: ${due}.`,
      holder === null ? 'Nadie la ha tomado.' : `La tiene ${holder}.`,
      'Haga que se complete o traspásela.',
    ),
  }),
  escalated: ({ number, subject, step, due, holder }) => ({
    title: `Escalada a usted: ${step ?? 'el caso'} (${number})`,
    text: join(
      `${subject}.`,
      due !== null && `Venció: ${due}.`,
      holder === null ? 'Nadie la ha tomado.' : `La tiene ${holder}.`,
      'Decida cómo se sigue.',
    ),
  }),
  mentioned: ({ number, subject, by, said }) => ({
    title: `${by ?? 'Alguien'} le menciona en ${number}`,
    text: join(`${subject}.`, said !== null && `«${said}»`, 'Abra el caso para responder.'),
  }),
  reassigned: ({ number, subject, step, due, by, said }) => ({
    title: `Traspasada a usted: ${step ?? 'una tarea'} (${number})`,
    text: join(
      `${subject}.`,
      by !== null && `De ${by}.`,
      said !== null && `«${said}»`,
      due !== null && `Vence: ${due}.`,
      'Hágala o devuélvala.',
    ),
  }),
  incident: ({ number, subject, step, said }) => ({
    title: `Incidencia: ${step ?? 'el caso'} no puede seguir (${number})`,
    text: join(`${subject}.`, said, 'Decida: reintentar, seguir con un valor o abandonar.'),
  }),
};

const ZH_TW: { readonly [notice in Notice]: Say } = {
  reminder: ({ number, subject, step, due }) => ({
    title: `提醒：${step ?? '案件'}（${number}）`,
    text: joined(`${subject}。`, due !== null && `期限 ${due}。`, '請準時完成，或轉交他人。'),
  }),
  overdue: ({ number, subject, step, due, holder }) => ({
    title: `逾期：${step ?? '案件'}（${number}）`,
    text: joined(
      `${subject}。`,
      due !== null && `期限為 ${due}。`,
      holder === null ? '尚無人認領。' : `目前由${holder}辦理。`,
      '請確保完成，或轉交他人。',
    ),
  }),
  escalated: ({ number, subject, step, due, holder }) => ({
    title: `已升級至您：${step ?? '案件'}（${number}）`,
    text: joined(
      `${subject}。`,
      due !== null && `期限為 ${due}。`,
      holder === null ? '尚無人認領。' : `目前由${holder}辦理。`,
      '請決定後續處理方式。',
    ),
  }),
  mentioned: ({ number, subject, by, said }) => ({
    title: `${by ?? '有人'}在 ${number} 提及您`,
    text: joined(`${subject}。`, said !== null && `「${said}」`, '請開啟案件回覆。'),
  }),
  reassigned: ({ number, subject, step, due, by, said }) => ({
    title: `已轉交給您：${step ?? '任務'}（${number}）`,
    text: joined(
      `${subject}。`,
      by !== null && `轉交人：${by}。`,
      said !== null && `「${said}」`,
      due !== null && `期限 ${due}。`,
      '請辦理，或退回。',
    ),
  }),
  incident: ({ number, subject, step, said }) => ({
    title: `異常：${step ?? '案件'}無法繼續（${number}）`,
    text: joined(`${subject}。`, said, '請決定：重試、帶值繼續或放棄。'),
  }),
};

const ALL: { readonly [language in Language]: { readonly [notice in Notice]: Say } } = {
  en: EN,
  es: ES,
  'zh-TW': ZH_TW,
};

/** A notice in a language: what happened, the fact, what is expected, until when. */
export function sayNotice(notice: Notice, facts: NoticeFacts, language: Language): SaidNotice {
  return ALL[language][notice](facts);
}
