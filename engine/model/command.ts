import type { CaseLink } from './instance.ts';
import type { Json, JsonObject } from './json.ts';
import type { Text } from './language.ts';
import type { Signing, SigningMethod } from './signature.ts';

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
      /** The case that waits for it: its start roles are not asked then. */
      readonly parent?: CaseLink;
      /** An ended case that it takes the place of. */
      readonly supersedes?: string;
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
      readonly signing?: Signing;
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
      readonly signing?: Signing;
    }
  /** The plant manager lets somebody do a task whom separation of duties keeps out. */
  | {
      readonly kind: 'lift_separation';
      readonly id: string;
      readonly instance: string;
      readonly task: string;
      readonly person: string;
      readonly by: string;
      readonly reason: string;
    }
  /** Somebody who was to sign could not prove who they are. */
  | {
      readonly kind: 'signing_failed';
      readonly id: string;
      readonly instance: string;
      /** The task, or the command. */
      readonly subject: string;
      readonly by: string;
      readonly method: SigningMethod;
    }
  /** What another case, program or person tells this one, under a name that an active state waits for. */
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly instance: string;
      readonly type: string;
      readonly by: string | null;
      readonly data: Json;
    }
  /** Hands an open task to a person by name. */
  | {
      readonly kind: 'reassign';
      readonly id: string;
      readonly instance: string;
      readonly task: string;
      readonly to: string;
      readonly by: string;
      readonly reason: string;
    }
  /** Gives an open task or a pending timer another due time. */
  | {
      readonly kind: 'move_due';
      readonly id: string;
      readonly instance: string;
      readonly work: string;
      readonly dueAt: number;
      readonly by: string;
      readonly reason: string;
    }
  /** What a person decides about an incident. */
  | {
      readonly kind: 'resolve';
      readonly id: string;
      readonly instance: string;
      readonly incident: string;
      readonly action: 'retry' | 'skip' | 'cancel';
      readonly value?: Json;
      readonly by: string;
      readonly reason: string;
    }
  /** Changes the items of an open `forEach` task. */
  | {
      readonly kind: 'change_items';
      readonly id: string;
      readonly instance: string;
      readonly state: string;
      readonly add: readonly Json[];
      /** Open tasks that are no longer asked. */
      readonly remove: readonly string[];
      readonly by: string;
      readonly reason: string;
    }
  /** A child case has ended. */
  | {
      readonly kind: 'child';
      readonly id: string;
      readonly instance: string;
      readonly effect: string;
      readonly result: EffectResult;
    }
  /** The case that waits for this one has moved on: it withdraws, if it can. */
  | { readonly kind: 'call_back'; readonly id: string; readonly instance: string; readonly by: string }
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
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly gaveUp: boolean;
      /** What the workflow may read beside the code: the record of a conflict, the end of a child. */
      readonly data?: JsonObject;
    };
