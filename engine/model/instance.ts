import type { FileRef } from './form-file.ts';
import type { Json, JsonObject } from './json.ts';
import type { Text } from './language.ts';
import type { Exemption, SeparationRule } from './separation.ts';
import type { Signature } from './signature.ts';

/** `failed` is not a status: what cannot go on has an incident and stays `active`. */
export type InstanceStatus = 'active' | 'done' | 'cancelled' | 'void';

/**
 * One running case of a version: all that a step reads and a commit writes, as JSON.
 *
 * `tasks`, `timers`, `effects` and `incidents` are keyed by ids that the engine makes (`t17`), never lists, so that a
 * store may change one of them alone.
 */
export interface Instance {
  readonly id: string;
  readonly workflow: string;
  readonly version: number;
  readonly versionHash: string;
  readonly number: string;
  /** The number without its sequence, and the sequence: together unique. */
  readonly series: string;
  readonly seq: number;
  readonly key: string | null;
  /** Present while the business key is held by this case: workflow and key. Unique among all instances. */
  readonly keyHeld?: string;
  readonly subject: Text;
  readonly status: InstanceStatus;
  /** A word and a colour of the case's own (`meta.status`). */
  readonly light: { readonly text: string; readonly color: string } | null;
  /** XState's value of the file's machine. */
  readonly state: Json;
  readonly data: JsonObject;
  /** Names behind the ids that answers hold: `"customers/C-03"` → the name in each language. */
  readonly refs: { readonly [record: string]: Text };
  readonly visits: { readonly [state: string]: number };
  /** Who completed what last; what FEEL calls `tasks`. */
  readonly evidence: { readonly [name: string]: Evidence };
  readonly tasks: { readonly [id: string]: Task };
  readonly timers: { readonly [id: string]: Timer };
  readonly effects: { readonly [id: string]: Effect };
  readonly incidents: { readonly [id: string]: Incident };
  /** Items of a `forEach` invocation that are under way, by state. */
  readonly groups: { readonly [state: string]: Group };
  /** The case that waits for this one. */
  readonly parent: CaseLink | null;
  /** The ended case that this one takes the place of. */
  readonly supersedes: string | null;
  readonly clock: CaseClock;
  readonly initiator: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly end: InstanceEnd | null;
  /** Tokens of those who may see the case: `p:person`, `r:role`, `h:department` for its head. */
  readonly viewers: readonly string[];
  readonly documents: readonly DocumentRef[];
  readonly files: readonly CaseFile[];
  /** Oldest first. Absent in cases that began before there were signatures. */
  readonly signatures?: readonly Signature[];
  /** The last ids given to a task, timer, effect or incident. */
  readonly serial: number;
  /** Raised by every write. */
  readonly turn: number;
  /** Raised by commits only: the number of history entries. */
  readonly rev: number;
  /** Hash of the newest history entry. */
  readonly head: string;
  /** The last commands that were applied, oldest first, at most 64. */
  readonly commands: readonly AppliedCommand[];
  /** When a worker must look next: the earliest of timers and effects, a lease's end for leased ones. */
  readonly nextDueAt: number | null;
  readonly updatedAt: number;
}

export interface InstanceEnd {
  readonly [key: string]: Json;
  readonly end: string;
  readonly status: string;
  readonly output: Json;
}

export interface Evidence {
  readonly [key: string]: Json;
  readonly outcome: string | null;
  readonly by: string;
  readonly department: string | null;
  readonly onBehalfOf: string | null;
  readonly at: string;
  /** Everyone who completed any visit of it, and whomever they acted for. */
  readonly all: readonly string[];
}

/** An open task. It is closed by being removed; history says how. */
export interface Task {
  readonly id: string;
  /** The state that opened it. */
  readonly state: string;
  readonly visit: number;
  /** Where its answers land in `data`. */
  readonly name: string;
  readonly form: string;
  readonly roles: readonly string[] | null;
  /** Names of tasks, `start`, or person ids, as they stood at opening. */
  readonly by: readonly string[] | null;
  readonly notBy: readonly string[];
  /** The letter of the rule behind each name of `notBy`; `*` for all others. */
  readonly separation?: { readonly [name: string]: SeparationRule };
  /** Who may do it although a rule keeps them out. */
  readonly exempt?: readonly Exemption[];
  readonly due: string | null;
  readonly dueAt: number | null;
  /** A manager gave it another due time, which then stays. */
  readonly moved?: { readonly by: string; readonly at: number; readonly reason: string };
  /** The ladder that watches it, and how many of its levels were told. */
  readonly ladder?: string | null;
  readonly rung?: number;
  /** When a level was told last. */
  readonly toldAt?: number;
  /** Present for a task of `forEach`. */
  readonly each?: TaskItem;
  /** Its state was left; an answer is kept and moves nothing. */
  readonly left?: boolean;
  /** People to whom it was handed by name. */
  readonly given?: readonly string[];
  /** People who were told of it and may hand it on. */
  readonly deciders?: readonly string[];
  readonly openedAt: number;
  readonly prefill: JsonObject;
  readonly assignee: string | null;
  readonly claimedAt: number | null;
  /** People added because nobody else may do it. */
  readonly fallback: readonly string[];
  /** People who may not do it, by separation of duties. */
  readonly excluded: readonly string[];
  /** Who may find it: `r:role`, `p:person`. */
  readonly candidates: readonly string[];
  /** Departments it belongs to. */
  readonly departments: readonly string[];
}

/** One item of a `forEach` task. */
export interface TaskItem {
  readonly as: string;
  readonly item: Json;
  readonly index: number;
  /** One answer a person, and only the first open item that they may do. */
  readonly oncePerPerson: boolean;
}

export interface Timer {
  readonly id: string;
  readonly state: string;
  readonly visit: number;
  /** The key of `after`, as written. */
  readonly delay: string;
  readonly dueAt: number;
  readonly attempt: number;
  readonly lease: Lease | null;
  /** The incident that stopped it, until a person decides. */
  readonly incident: string | null;
  /** A level of a ladder, of a task or (null) of the case. It tells, and moves nothing. */
  readonly ladder?: { readonly task: string | null; readonly level: number };
}

/** A thing to be done outside. It leaves the outbox when its result was taken. */
export interface Effect {
  readonly id: string;
  /** The same at every attempt: what a target recognises a repeat by. */
  readonly key: string;
  /** `query`, `document`, `notify` … */
  readonly src: string;
  /** The invoking state, or null for an action that nobody waits for. */
  readonly state: string | null;
  readonly visit: number;
  readonly name: string | null;
  readonly input: JsonObject;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly attempt: number;
  readonly lease: Lease | null;
  /** How the last attempt failed. */
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly incident: string | null;
  /** Which item of a `forEach` invocation. */
  readonly index?: number;
  /** A child case runs: nothing is due until it ends. */
  readonly waits?: boolean;
  /** Its state was left: a child is called back, and nobody waits for the end. */
  readonly cancelled?: boolean;
}

/** What is collected of a `forEach` invocation until all items have ended. */
export interface Group {
  readonly [key: string]: Json | undefined;
  readonly visit: number;
  readonly items: readonly Json[];
  /** Indexes of items that were taken back. */
  readonly gone?: readonly number[];
  /** By index: the output, or `{code, …}` of what failed. */
  readonly results: { readonly [index: string]: JsonObject };
}

/** The waiting effect of another case. */
export interface CaseLink {
  readonly instance: string;
  readonly effect: string;
}

/** What the workflow promises of the whole case, and how long the case was suspended. */
export interface CaseClock {
  readonly due: string | null;
  /** Null while the case is suspended. */
  readonly dueAt: number | null;
  readonly ladder: string | null;
  readonly rung: number;
  readonly toldAt?: number;
  readonly suspendedAt: number | null;
  /** Whom it waits for while suspended, as the file says it. */
  readonly suspendedFor: string | null;
  readonly suspendedMs: number;
  /** The same in working time of the case's calendar: what its due time is moved by. */
  readonly suspendedWorkingMs: number;
}

export interface Lease {
  readonly token: string;
  readonly untilAt: number;
}

export interface Incident {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly at: number;
  readonly task: string | null;
  readonly effect: string | null;
}

export interface DocumentRef {
  readonly [key: string]: Json;
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly language: string;
  readonly at: number;
}

/** A file that an answer of this case names. */
export interface CaseFile extends FileRef {
  readonly by: string;
  readonly at: number;
  readonly task: string;
}

export interface AppliedCommand {
  readonly id: string;
  /** Hash of what was asked, so that another question under the same id is noticed. */
  readonly digest: string;
  readonly rev: number;
}
