import type { Json, JsonObject } from './json.ts';
import type { Text } from './language.ts';

/** Records behind the ids of an answer: by field pointer for checks, by record for what is stored. */
export interface AnswerRefs {
  /** `"customers/C-03"` → its name in each language. */
  readonly names: { readonly [record: string]: Text };
  /** Top-level field → the record that was picked, for `checks` and `x-computed`. */
  readonly records: { readonly [field: string]: Json };
}

export const NO_REFS: AnswerRefs = { names: {}, records: {} };

/** A number that a start is given instead of the next one: only a demo plant or an import does this. */
export interface GivenNumber {
  readonly series: string;
  readonly seq: number;
  readonly number: string;
}

/** What comes to the engine's one door. `id` names the command: a repeat changes nothing. */
export type Command =
  | {
      readonly kind: 'start';
      readonly id: string;
      readonly workflow: string;
      readonly by: string;
      readonly answers: JsonObject;
      readonly refs: AnswerRefs;
      readonly number?: GivenNumber;
    }
  | {
      readonly kind: 'complete';
      readonly id: string;
      readonly instance: string;
      readonly task: string;
      readonly outcome: string;
      readonly by: string;
      readonly answers: JsonObject;
      readonly refs: AnswerRefs;
    }
  | {
      readonly kind: 'claim' | 'release';
      readonly id: string;
      readonly instance: string;
      readonly task: string;
      readonly by: string;
    }
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly instance: string;
      readonly type: string;
      readonly by: string;
      readonly answers: JsonObject;
      readonly refs: AnswerRefs;
    }
  | { readonly kind: 'timer'; readonly id: string; readonly instance: string; readonly timer: string }
  | {
      readonly kind: 'effect';
      readonly id: string;
      readonly instance: string;
      readonly effect: string;
      readonly lease: string;
      readonly result: EffectResult;
    }
  /** A due timer or a result that the workflow cannot take. */
  | {
      readonly kind: 'stop';
      readonly id: string;
      readonly instance: string;
      readonly work: string;
      readonly code: string;
      readonly message: string;
    };

/** How an effect ended. A failure here is final: it was refused, or its attempts are used up. */
export type EffectResult =
  | { readonly kind: 'done'; readonly output: Json }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly gaveUp: boolean };
