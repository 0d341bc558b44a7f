import type { Language } from '../../engine/model/language.ts';
import type { FiringRow } from './schedule-rows.ts';

type Why = NonNullable<FiringRow['why']>;

/** Why a firing was late, or started nothing. */
export const WHY_LATE: { readonly [language in Language]: { readonly [why in Why]: string } } = {
  en: {
    caught_up: 'No server ran at that time. It was caught up later.',
    missed: 'No server ran at that time, and this schedule catches nothing up.',
    newer: 'No server ran at that time. Only the newest missed time was caught up.',
    calendar: 'The calendar says that nobody works then.',
    too_many:
      'Too many times were missed. What came between the row before and this one was left out; start it by hand.',
  },
  es: {
    caught_up: 'A esa hora no funcionaba ningún servidor. Se recuperó más tarde.',
    missed: 'A esa hora no funcionaba ningún servidor, y este horario no recupera nada.',
    newer: 'A esa hora no funcionaba ningún servidor. Solo se recuperó la última hora perdida.',
    calendar: 'Según el calendario, a esa hora no se trabaja.',
    too_many: 'Se perdieron demasiadas horas. Lo que hay entre la fila anterior y esta se omitió; iníciese a mano.',
  },
  'zh-TW': {
    caught_up: '當時沒有伺服器運作，已於稍後補辦。',
    missed: '當時沒有伺服器運作，且此排程不補辦。',
    newer: '當時沒有伺服器運作，僅補辦最近一次。',
    calendar: '依行事曆，該時段不上班。',
    too_many: '錯過次數過多，前一筆與此筆之間的各次均已略過，請手動發起。',
  },
};

/** What stands in place of a reason that only English has. */
export const REFUSED: { readonly [language in Language]: (reason: string) => string } = {
  en: (reason) => `The start was refused: ${reason}`,
  es: (reason) => `El inicio fue rechazado: ${reason}`,
  'zh-TW': (reason) => `發起遭拒：${reason}`,
};

/** On which days a schedule fires only. */
export const WORKING_DAYS: { readonly [language in Language]: string } = {
  en: 'on working days',
  es: 'en días laborables',
  'zh-TW': '僅工作日',
};

/** Where a time on a day off goes. */
export const WORKING_DAYS_OR_BEFORE: { readonly [language in Language]: string } = {
  en: 'on working days, else on the one before',
  es: 'en días laborables; si no, el anterior',
  'zh-TW': '工作日，遇假日提前至前一工作日',
};

/** Within whose working time a schedule fires only. */
export const WORKING_TIME: { readonly [language in Language]: (calendar: string) => string } = {
  en: (calendar) => `in working time of ${calendar}`,
  es: (calendar) => `en el horario de ${calendar}`,
  'zh-TW': (calendar) => `僅「${calendar}」的上班時段`,
};
