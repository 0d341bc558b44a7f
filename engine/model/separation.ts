import type { Text } from './language.ts';

/** The plant's rules of separation of duties, by their letters: one person does not hold both ends. */
export const SEPARATION_RULES = {
  a: { en: 'the author does not approve', es: 'quien redacta no aprueba', 'zh-TW': '編製人不得自行核准' },
  b: {
    en: 'who made the parts does not inspect them',
    es: 'quien fabrica las piezas no las inspecciona',
    'zh-TW': '製作者不得檢驗自己的產品',
  },
  c: {
    en: 'a review board has signers of two departments, and not only who reported',
    es: 'la junta tiene firmantes de dos departamentos, y no solo quien informó',
    'zh-TW': '審查會至少兩部門會簽，且不得僅由提報人簽署',
  },
  d: {
    en: 'who reworked does not inspect again',
    es: 'quien retrabaja no reinspecciona',
    'zh-TW': '重工者不得複驗',
  },
  e: {
    en: 'who repaired does not accept the repair',
    es: 'quien repara no acepta la reparación',
    'zh-TW': '維修者不得驗收',
  },
  f: {
    en: 'who calibrated does not confirm',
    es: 'quien calibra no confirma',
    'zh-TW': '校驗者不得自行確認',
  },
  g: {
    en: 'trainee, trainer and evaluator are different people',
    es: 'aprendiz, instructor y evaluador son personas distintas',
    'zh-TW': '受訓者、帶訓者與評核者不得同一人',
  },
  h: {
    en: 'who counted does not adjust the stock',
    es: 'quien cuenta no ajusta las existencias',
    'zh-TW': '盤點者不得調整帳料',
  },
  i: {
    en: 'who owns an action does not verify its effect',
    es: 'quien es responsable de la acción no verifica su eficacia',
    'zh-TW': '對策負責人不得驗證自己的成效',
  },
  j: {
    en: 'one person signs a step only once',
    es: 'una persona firma un paso una sola vez',
    'zh-TW': '同一步驟每人僅能簽署一次',
  },
  k: {
    en: 'who evaluated does not verify',
    es: 'quien evalúa no verifica',
    'zh-TW': '評估者不得驗證',
  },
} as const satisfies { readonly [letter: string]: Required<Text> };

export type SeparationRule = keyof typeof SEPARATION_RULES;

export function isSeparationRule(text: string): text is SeparationRule {
  return Object.hasOwn(SEPARATION_RULES, text);
}

/** The rules that a plant manager may lift in an emergency, for one person and one task, with a reason. */
export const LIFTABLE: readonly SeparationRule[] = ['a', 'e'];

/** Who may lift a rule, never for themselves. */
export const LIFTS = 'plant_manager';

/** One person may do one task although a rule keeps them out. */
export interface Exemption {
  readonly person: string;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}
