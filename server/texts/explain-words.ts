import type { Language } from '../../engine/model/language.ts';

/** What explains a wait: how far it is, who moved it, and what stands in its way. Names come in as words of the language. */
export interface ExplainWords {
  readonly answered: (count: number, of: number) => string;
  /** How many answers are enough; null where a condition of the workflow says so. */
  readonly enough: (needed: number | 'all' | null) => string;
  readonly leftBehind: string;
  readonly itemsDone: (done: number, of: number, failed: number) => string;
  readonly waitsForCase: (number: string, subject: string) => string;
  readonly waitsForHiddenCase: string;
  readonly whoInCase: string;
  readonly waitsForMessage: (title: string) => string;
  readonly messageFrom: (key: string | null, roles: string) => string;
  readonly waitsForCommand: (titles: string) => string;
  readonly waitsForOthers: (titles: string) => string;
  readonly dueMovedBy: (name: string, reason: string) => string;
  readonly handedByName: string;
  readonly decides: (actions: readonly ('retry' | 'skip' | 'cancel')[]) => string;
  readonly handsOver: string;
  readonly correctsIt: string;
  readonly doneAlready: (titles: string) => string;
  readonly notDoneYet: (titles: string) => string;
  readonly notKnownYet: (fields: string) => string;
}

const list = (language: string, parts: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(parts);

export const EXPLAIN_WORDS: { readonly [language in Language]: ExplainWords } = {
  en: {
    answered: (count, of) => `${count} of ${of} have answered.`,
    enough: (needed) =>
      needed === 'all'
        ? 'It goes on when all have answered.'
        : needed === null
          ? 'It goes on as soon as the answers meet the condition of this step.'
          : needed === 1
            ? 'One answer is enough.'
            : `${needed} answers are enough.`,
    leftBehind: 'The case has gone on without it. An answer is still kept.',
    itemsDone: (done, of, failed) => `${done} of ${of} done.${failed === 0 ? '' : ` ${failed} failed.`}`,
    waitsForCase: (number, subject) => `Waits for case ${number}${subject === '' ? '' : `: ${subject}`}.`,
    waitsForHiddenCase: 'Waits for another case.',
    whoInCase: 'Whoever has a task in that case. When it ends, this case goes on.',
    waitsForMessage: (title) => `Waits for the message “${title}”.`,
    messageFrom: (key, roles) =>
      `Another case or a program sends it${key === null ? '' : `, for “${key}”`}; or by hand: ${roles}.`,
    waitsForCommand: (titles) => `Goes on when somebody chooses “${titles}” on this page.`,
    waitsForOthers: (titles) => `Goes on by itself, depending on: ${titles}.`,
    dueMovedBy: (name, reason) => `Due time moved by ${name}: “${reason}”`,
    handedByName: 'handed to this person by name',
    decides: (actions) => {
      const words = { retry: 'try it again', skip: 'go on with a value', cancel: 'give it up' };
      return `They can ${list(
        'en',
        actions.map((action) => words[action]),
      )}.`;
    },
    handsOver: 'They can hand the task to somebody who may do it.',
    correctsIt: 'The procedure or its data must be corrected, or the case ended.',
    doneAlready: (titles) => `Not offered any more: ${titles} is done.`,
    notDoneYet: (titles) => `Not offered yet: ${titles} is not done.`,
    notKnownYet: (fields) => `Not known yet: ${fields}.`,
  },
  es: {
    answered: (count, of) => (count === 1 ? `Ha respondido 1 de ${of}.` : `Han respondido ${count} de ${of}.`),
    enough: (needed) =>
      needed === 'all'
        ? 'Sigue cuando todos hayan respondido.'
        : needed === null
          ? 'Sigue en cuanto las respuestas cumplan la condición de este paso.'
          : needed === 1
            ? 'Basta una respuesta.'
            : `Bastan ${needed} respuestas.`,
    leftBehind: 'El caso ha seguido sin ella. Una respuesta aún se guarda.',
    itemsDone: (done, of, failed) =>
      `Hechos ${done} de ${of}.${failed === 0 ? '' : failed === 1 ? ' Falló 1.' : ` Fallaron ${failed}.`}`,
    waitsForCase: (number, subject) => `Espera al caso ${number}${subject === '' ? '' : `: ${subject}`}.`,
    waitsForHiddenCase: 'Espera a otro caso.',
    whoInCase: 'Quien tenga una tarea en ese caso. Cuando termine, este sigue.',
    waitsForMessage: (title) => `Espera el mensaje «${title}».`,
    messageFrom: (key, roles) =>
      `Lo envía otro caso o un programa${key === null ? '' : `, para «${key}»`}; o a mano: ${roles}.`,
    waitsForCommand: (titles) => `Sigue cuando alguien elija «${titles}» en esta página.`,
    waitsForOthers: (titles) => `Sigue solo, según: ${titles}.`,
    dueMovedBy: (name, reason) => `Plazo cambiado por ${name}: «${reason}»`,
    handedByName: 'se le pasó por su nombre',
    decides: (actions) => {
      const words = { retry: 'intentarlo de nuevo', skip: 'seguir con un valor', cancel: 'abandonarlo' };
      return `Pueden ${list(
        'es',
        actions.map((action) => words[action]),
      )}.`;
    },
    handsOver: 'Pueden pasar la tarea a alguien que pueda hacerla.',
    correctsIt: 'Hay que corregir el procedimiento o sus datos, o terminar el caso.',
    doneAlready: (titles) => `Ya no se ofrece: ${titles} está hecha.`,
    notDoneYet: (titles) => `Todavía no se ofrece: ${titles} no está hecha.`,
    notKnownYet: (fields) => `Aún no se sabe: ${fields}.`,
  },
  'zh-TW': {
    answered: (count, of) => `共 ${of} 份，已回覆 ${count} 份。`,
    enough: (needed) =>
      needed === 'all'
        ? '全部回覆後才繼續。'
        : needed === null
          ? '回覆符合此步驟的條件即繼續。'
          : `有 ${needed} 份回覆即可繼續。`,
    leftBehind: '案件已先行繼續；回覆仍會保存。',
    itemsDone: (done, of, failed) => `共 ${of} 項，已完成 ${done} 項。${failed === 0 ? '' : `失敗 ${failed} 項。`}`,
    waitsForCase: (number, subject) => `等候案件 ${number}${subject === '' ? '' : `：${subject}`}。`,
    waitsForHiddenCase: '等候另一案件。',
    whoInCase: '由該案件的承辦人處理。該案結束後，本案即繼續。',
    waitsForMessage: (title) => `等候訊息「${title}」。`,
    messageFrom: (key, roles) =>
      `由其他案件或程式送出${key === null ? '' : `（對應「${key}」）`}；亦可由${roles}手動告知。`,
    waitsForCommand: (titles) => `待有人在此頁選擇「${titles}」後繼續。`,
    waitsForOthers: (titles) => `會自動繼續，視下列而定：${titles}。`,
    dueMovedBy: (name, reason) => `期限由${name}調整：「${reason}」`,
    handedByName: '經指名轉交',
    decides: (actions) => {
      const words = { retry: '重試', skip: '以指定值繼續', cancel: '放棄' };
      const said = actions.map((action) => words[action]);
      return `可選擇${said.length < 2 ? said.join('') : `${said.slice(0, -1).join('、')}或${said.at(-1)}`}。`;
    },
    handsOver: '可將任務轉交給有權辦理的人員。',
    correctsIt: '須修正流程或其資料，或結束本案。',
    doneAlready: (titles) => `已不再提供：${titles}已完成。`,
    notDoneYet: (titles) => `尚未提供：${titles}未完成。`,
    notKnownYet: (fields) => `尚未知：${fields}。`,
  },
};
