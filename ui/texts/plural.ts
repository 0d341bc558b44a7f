import type { Language } from '../../engine/model/language.ts';

/** The forms of a phrase. `#` stands for the number. Languages without a singular give `other` alone. */
export interface PluralForms {
  readonly one?: string;
  readonly other: string;
}

/**
 * A function that says a number of things in one language.
 *
 * The number is written as that language writes numbers; which form is taken is the language's own rule.
 */
export function pluralIn(language: Language): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language, { useGrouping: 'always' });
  return (count, forms) => {
    const form = rules.select(count) === 'one' ? (forms.one ?? forms.other) : forms.other;
    return form.replace('#', digits.format(count));
  };
}
