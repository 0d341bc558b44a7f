import type { Text } from './language.ts';

/** What a signature may mean: the plant's closed list (21 CFR 11.50(a)(3) asks that a meaning is recorded). */
export const MEANINGS = [
  'authored',
  'reviewed',
  'approved',
  'verified',
  'released',
  'authorised_concession',
  'witnessed',
  'acknowledged',
  'rejected',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/** The meanings in words, as they are printed. */
export const MEANING_TITLES: { readonly [meaning in Meaning]: Required<Text> } = {
  authored: { en: 'Authored', es: 'Elaborado', 'zh-TW': '編製' },
  reviewed: { en: 'Reviewed', es: 'Revisado', 'zh-TW': '審查' },
  approved: { en: 'Approved', es: 'Aprobado', 'zh-TW': '核准' },
  verified: { en: 'Verified', es: 'Verificado', 'zh-TW': '驗證' },
  released: { en: 'Released', es: 'Liberado', 'zh-TW': '放行' },
  authorised_concession: { en: 'Concession authorised', es: 'Concesión autorizada', 'zh-TW': '核准特採' },
  witnessed: { en: 'Witnessed', es: 'Presenciado', 'zh-TW': '見證' },
  acknowledged: { en: 'Acknowledged', es: 'Enterado', 'zh-TW': '簽收' },
  rejected: { en: 'Rejected', es: 'Rechazado', 'zh-TW': '駁回' },
};

export function isMeaning(value: unknown): value is Meaning {
  return MEANINGS.some((known) => known === value);
}

/** Who signs these says why: without the reason nobody can answer for it later. */
export const MEANINGS_WITH_REASON: readonly Meaning[] = ['rejected', 'authorised_concession'];

/** How the signer proved at that moment that it was they: a password now, badge and PIN where a plant adds them. */
export type SigningMethod = 'password';

/** A signature as it comes with an answer. Whoever sends it has asked the signer for their proof just now. */
export interface Signing {
  readonly meaning: Meaning;
  readonly reason: string;
  readonly method: SigningMethod;
  /** Hash of what the signer was shown: `shownHash`. */
  readonly shown: string;
}

/**
 * One person's signature under exactly what they were shown and answered. It is never changed; what it covers may be
 * changed later, and then it is void and says so. 21 CFR 11.50, 11.70
 */
export interface Signature {
  readonly id: string;
  /** The task that was answered, or the command. */
  readonly subject: string;
  readonly state: string;
  /** Where the answers stand in `data`. */
  readonly name: string;
  readonly outcome: string;
  readonly by: string;
  /** The name as it was printed then: people marry. */
  readonly printedName: Text;
  readonly onBehalfOf: string | null;
  readonly meaning: Meaning;
  readonly reason: string;
  readonly method: SigningMethod;
  readonly at: number;
  readonly covers: Covered;
  /** SHA-256 over the case, its version, the signer, the meaning, the moment and all that it covers. */
  readonly hash: string;
  readonly voided: { readonly at: number; readonly rev: number; readonly names: readonly string[] } | null;
}

/** Hashes of what a signature is bound to. */
export interface Covered {
  /** By name of `data`; of answers that are collected in a list, one hash for each. */
  readonly data: { readonly [name: string]: string | readonly string[] };
  /** The signer's own answer. */
  readonly answer: string;
  /** Documents of the case, by id. */
  readonly documents: { readonly [id: string]: string };
}
