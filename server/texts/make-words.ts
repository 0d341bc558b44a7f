import type { Language } from '../../engine/model/language.ts';
import type { MaterialState } from '../../engine/plan/material-status.ts';
import type { ProductionStatus } from '../../engine/plan/production.ts';
import type { RagColor } from '../../engine/plan/rag.ts';
import { MAKE_EN } from './make-words-en.ts';
import { MAKE_ES } from './make-words-es.ts';
import { MAKE_ZH_TW } from './make-words-zh-tw.ts';

export interface MakeColumns {
  readonly rank: string;
  readonly order: string;
  readonly customer: string;
  readonly product: string;
  readonly qty: string;
  readonly good: string;
  readonly scrap: string;
  readonly hours: string;
  readonly progress: string;
  readonly deadline: string;
  readonly material: string;
  readonly kit: string;
  readonly production: string;
  readonly color: string;
  readonly why: string;
  readonly forecast: string;
  readonly slack: string;
  readonly cases: string;
  readonly next: string;
}

/** What the server says about orders on *Make*, in one language. Numbers and days come in as words of that language. */
export interface MakeWords {
  readonly color: { readonly [color in RagColor]: string };
  readonly material: { readonly [state in MaterialState]: string };
  readonly production: { readonly [status in ProductionStatus]: string };
  readonly columns: MakeColumns;
  readonly done: string;
  readonly inReview: string;
  readonly deadlinePassed: string;
  readonly startPassed: string;
  readonly onTrack: string;
  readonly late: (days: string, material: boolean) => string;
  readonly thin: (days: string) => string;
  readonly blocked: (by: string) => string;
  readonly noMaterial: (items: string) => string;
  readonly materialExpected: (items: string, day: string) => string;
  readonly tooFew: (missing: string) => string;
  readonly behindPlan: (pct: string) => string;
  /** Cases are named where the reader may see them; else the number is empty. */
  readonly worstShortage: (number: string) => string;
  readonly nonconformity: (number: string) => string;
  readonly shortage: (number: string) => string;
  readonly firstArticle: (number: string) => string;
  readonly planChange: (number: string) => string;
  readonly operation: (center: string, op: string) => string;
}

const ALL: { readonly [language in Language]: MakeWords } = { en: MAKE_EN, es: MAKE_ES, 'zh-TW': MAKE_ZH_TW };

/** The words of a language. */
export function makeWordsIn(language: Language): MakeWords {
  return ALL[language];
}
