import type { Language } from '../../engine/model/language.ts';
import type { ScheduleFile } from '../../engine/model/workflow-file.ts';

interface ScheduleWords {
  readonly daily: (time: string) => string;
  readonly monthly: (day: string, time: string) => string;
  readonly workingDays: string;
  readonly orBefore: string;
}

const WORDS: { readonly [language in Language]: ScheduleWords } = {
  en: {
    daily: (time) => `every day at ${time}`,
    monthly: (day, time) => `on day ${day} of each month at ${time}`,
    workingDays: 'working days only',
    orBefore: 'the working day before where it is none',
  },
  es: {
    daily: (time) => `cada día a las ${time}`,
    monthly: (day, time) => `el día ${day} de cada mes a las ${time}`,
    workingDays: 'solo días laborables',
    orBefore: 'o el día laborable anterior',
  },
  'zh-TW': {
    daily: (time) => `每日 ${time}`,
    monthly: (day, time) => `每月 ${day} 日 ${time}`,
    workingDays: '僅工作日',
    orBefore: '遇非工作日則提前至前一工作日',
  },
};

/** When a schedule fires, in words; a pattern that has none is shown as it is written. */
export function sayWhen({ cron, when }: Pick<ScheduleFile, 'cron' | 'when'>, language: Language): string {
  const words = WORDS[language];
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.split(/\s+/);
  const isPlain = /^\d+$/.test(minute) && /^\d+$/.test(hour) && month === '*' && weekday === '*';
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  const said = !isPlain ? cron : day === '*' ? words.daily(time) : words.monthly(day, time);
  const condition =
    when === 'working_day' ? words.workingDays : when === 'working_day_or_before' ? words.orBefore : null;
  return condition === null ? said : `${said} (${condition})`;
}
