import type { Json, JsonObject } from './json.ts';
import type { SeparationRule } from './separation.ts';

/**
 * A workflow file as an engineer writes it: an XState v5 machine, with what a statechart has no word for in `meta`.
 * What each key means stands in `engine/SPEC.md`. Strings that begin with `=` are FEEL expressions.
 */
export interface WorkflowFile extends StateFile {
  readonly $schema?: string;
  readonly id: string;
  readonly description: string;
  readonly meta: WorkflowMeta;
  readonly initial: string;
  readonly states: { readonly [key: string]: StateFile };
}

export interface WorkflowMeta extends StateMeta {
  readonly about?: string;
  readonly guide?: GuideFile;
  readonly subject?: string;
  readonly number?: string;
  readonly key?: string;
  readonly unique?: 'running' | 'ever' | false;
  readonly calendar?: string;
  readonly owner?: readonly string[];
  readonly viewers?: readonly string[];
  readonly status?: string;
  readonly due?: string;
  readonly ladder?: string;
  /** The message that a start's answers become for the case that holds the key. */
  readonly taken?: string;
  readonly facts?: readonly string[];
  readonly start: StartFile;
  readonly schedules?: readonly ScheduleFile[];
}

/** What a page about the procedure says in words of its own. */
export interface GuideFile {
  /** Why there is it at all. */
  readonly purpose: string;
  /** What the plant must know to work by it, a sentence each. */
  readonly watch: readonly string[];
}

/** Times at which cases begin by themselves. */
export interface ScheduleFile {
  readonly id: string;
  /** Minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** IANA zone of the wall that the expression is read against. Without it: the zone of the plant. */
  readonly zone?: string;
  /** Fires only at working times: of the workflow's calendar (`working_day`), or of the one that is named. */
  readonly when?: string;
  readonly catchUp?: 'none' | 'last' | 'all';
  /** Answers of the start form; expressions over `nominal`, `now` and `settings`. */
  readonly answers?: JsonObject;
  /** In whose name: a role, or a person. */
  readonly by: string;
}

export interface StartFile {
  readonly form: string;
  readonly roles: readonly string[];
  readonly into: string;
}

export interface StateFile {
  readonly id?: string;
  readonly description?: string;
  readonly type?: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly initial?: string;
  readonly states?: { readonly [key: string]: StateFile };
  readonly entry?: OneOrMany<ActionFile>;
  readonly exit?: OneOrMany<ActionFile>;
  readonly on?: { readonly [event: string]: TransitionsFile };
  readonly after?: { readonly [delay: string]: TransitionsFile };
  readonly always?: TransitionsFile;
  readonly onDone?: TransitionsFile;
  readonly invoke?: InvokeFile;
  readonly output?: Json;
  readonly tags?: readonly string[];
  readonly meta?: StateMeta;
}

export interface StateMeta {
  readonly task?: TaskFile;
  readonly into?: string;
  readonly end?: 'done' | 'cancelled' | 'void';
  /** Whom the case waits for: its clock pauses. */
  readonly suspended?: string;
  /** One invocation for each item. */
  readonly forEach?: ForEachFile;
  readonly [key: string]: unknown;
}

export interface TaskFile {
  readonly form: string;
  readonly roles?: string | readonly string[];
  readonly by?: string | readonly string[];
  readonly notBy?: string | readonly string[];
  /** The letter of the rule behind each name of `notBy`; `*` for all others. */
  readonly separation?: { readonly [name: string]: SeparationRule };
  readonly due?: string;
  readonly ladder?: string;
  readonly into?: string;
  readonly prefill?: JsonObject;
  readonly show?: readonly string[];
  /** The meaning of the signature under its answer, or FEEL that gives one or null. */
  readonly sign?: string;
  readonly forEach?: ForEachFile;
  /** The buttons of a `forEach` task, with their words. */
  readonly outcomes?: { readonly [outcome: string]: string };
}

/** What is done once for each item, and the name that FEEL gives the item. */
export interface ItemsFile {
  readonly items: Json;
  readonly as?: string;
}

export interface ForEachFile extends ItemsFile {
  /** `all`, `any`, a number, or an expression: when the answers are enough. */
  readonly until?: string | number;
  readonly oncePerPerson?: boolean;
  /** Who may add and remove items while it runs; without it nobody. */
  readonly change?: readonly string[];
  /** What becomes of open items when the answers are enough: withdrawn (default), or left to go on. */
  readonly rest?: 'withdrawn' | 'left';
}

export interface CommandFile {
  readonly form?: string;
  readonly roles?: string | readonly string[];
  readonly by?: string | readonly string[];
  readonly notBy?: string | readonly string[];
  readonly into?: string;
  readonly sign?: string;
}

export interface InvokeFile {
  readonly id?: string;
  readonly src: string;
  readonly input?: JsonObject;
  readonly onDone?: TransitionsFile;
  readonly onError?: TransitionsFile;
}

export interface TransitionFile {
  readonly target?: string;
  readonly guard?: string;
  readonly actions?: OneOrMany<ActionFile>;
  readonly description?: string;
  readonly reenter?: boolean;
  readonly meta?: { readonly command?: CommandFile };
}

export type ActionFile = string | { readonly type: string; readonly params?: JsonObject };
export type OneOrMany<T> = T | readonly T[];
export type TransitionsFile = OneOrMany<string | TransitionFile>;
