import type { Json } from '../../../engine/model/json.ts';
import type { FieldView, FileView, FormView, JsonObject, Named } from './shared-views.ts';
import type { SignatureView, SignView } from './signature-view.ts';
import type { ShowView, TaskRowView } from './task-view.ts';

/** A row of `GET /api/instances`. */
export interface InstanceRowView {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly workflow: Named & { readonly version: number };
  readonly status: 'active' | 'done' | 'cancelled' | 'void';
  /** The status in words and its colour: running, approved, rejected … */
  readonly light: LightView;
  /** The active steps in words. */
  readonly steps: readonly string[];
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly initiator: { readonly id: string; readonly name: string };
  readonly incidents: number;
}

export interface LightView {
  readonly text: string;
  readonly color: 'blue' | 'green' | 'amber' | 'red' | 'grey';
}

/** `GET /api/instances/:id`, and what a start, a completion and a command answer. */
export interface InstanceView extends Omit<InstanceRowView, 'incidents'> {
  readonly key: string | null;
  /** What is promised of the whole case. While it is suspended nothing is due. */
  readonly clock: ClockView;
  /** The case that waits for this one, if the reader may see it. */
  readonly parent: CaseRef | null;
  /** Cases that this one started and waits for, or waited for. */
  readonly children: readonly ChildView[];
  /** The ended case that this one takes the place of. */
  readonly supersedes: CaseRef | null;
  /** Open tasks that the reader leads: may hand on, and move their due times. */
  readonly leads: readonly string[];
  /** True if it has ended and the reader may start the case that takes its place. */
  readonly replaceable: boolean;
  readonly state: Json;
  readonly revision: number;
  readonly data: JsonObject;
  readonly tasks: readonly TaskRowView[];
  readonly timers: readonly {
    readonly id: string;
    readonly state: string;
    readonly title: string;
    readonly dueAt: string;
  }[];
  readonly effects: readonly {
    readonly id: string;
    readonly src: string;
    readonly state: string | null;
    readonly title: string;
    readonly attempt: number;
    readonly dueAt: string;
  }[];
  readonly incidents: readonly {
    readonly id: string;
    readonly code: string;
    readonly message: string;
    readonly at: string;
  }[];
  readonly end: { readonly end: string; readonly title: string; readonly status: string; readonly output: Json } | null;
  readonly facts: readonly FieldView[];
  readonly answers: readonly ShowView[];
  readonly files: readonly (FileView & { readonly by: string; readonly at: string })[];
  readonly documents: readonly DocumentView[];
  readonly signatures: readonly SignatureView[];
  readonly commands: readonly CommandView[];
  readonly waits: readonly WaitView[];
}

export interface DocumentView {
  readonly id: string;
  /** `D02` and the like come with the name. */
  readonly name: string;
  readonly sha256: string;
  readonly language: string;
  readonly at: string;
}

/** A button of the case page. */
export interface CommandView {
  readonly type: string;
  readonly title: string;
  readonly form: FormView | null;
  readonly offered: boolean;
  readonly reason: string | null;
  readonly sign: SignView | null;
  /** Hash of what a signer of it is shown: the whole case. Null where nothing is signed. */
  readonly toSign: string | null;
}

/** What the case waits for: the three questions on top of its page. */
export interface WaitView {
  readonly kind: 'task' | 'timer' | 'effect' | 'incident' | 'data' | 'message' | 'case';
  /** For what. */
  readonly title: string;
  /** Which one, of a step that is done once for each item. */
  readonly item: string | null;
  /** How far it is, who moved its due time, what it hangs on: sentences. */
  readonly notes: readonly string[];
  /** The cases that it waits for, as far as the reader may see them. */
  readonly cases: readonly CaseRef[];
  readonly task: string | null;
  readonly dueAt: string | null;
  readonly soonAt: string | null;
  readonly since: string | null;
  /** Who can act; empty for effects and timers. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly holds: boolean;
  }[];
  /** Who can act, in a sentence. */
  readonly who: string | null;
  /** Who is told next that it takes long, and when. */
  readonly ladder: { readonly people: string; readonly at: string } | null;
  /** What comes then, in a sentence. */
  readonly then: string | null;
  readonly thenTitle: string | null;
}

/** An entry of `GET /api/instances/:id/history`, oldest first. */
export interface HistoryView {
  readonly rev: number;
  readonly at: string;
  /** What happened, in words: the step, the outcome, who. */
  readonly title: string;
  readonly outcome: string | null;
  readonly tone: 'ok' | 'conditional' | 'no' | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly kind: string;
  /** Sentences of detail. */
  readonly details: readonly string[];
  /** The values that came with it. */
  readonly fields: readonly FieldView[];
  /** Those of the values that are free words of the person, in the language they were written in. */
  readonly words: readonly string[];
  readonly hash: string;
}

export interface HistoryPage {
  readonly items: readonly HistoryView[];
  readonly next: string | null;
  /** Whether the chain of hashes holds, and where it does not. */
  readonly chain: {
    readonly intact: boolean;
    readonly entries: number;
    readonly brokenAt: number | null;
    readonly reason: string | null;
  };
}

/** `GET /api/instances/:id/diagram` (JSON with the XML inside). */
export interface DiagramView {
  readonly xml: string;
  /** Element ids by what happened to them. */
  readonly active: readonly string[];
  readonly done: readonly { readonly id: string; readonly times: number }[];
  readonly skipped: readonly string[];
  /** Flows that were taken. */
  readonly taken: readonly string[];
  /** The same as a list, in reading order, for small screens and screen readers. */
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: 'done' | 'now' | 'to-come' | 'not-needed';
    readonly times: number;
    readonly detail: string | null;
  }[];
}

/** `GET /api/notifications`. */
export interface NotificationView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: string;
  readonly read: boolean;
  readonly instance: { readonly id: string; readonly number: string } | null;
}

export interface CaseRef {
  readonly id: string;
  readonly number: string;
}

export interface ClockView {
  readonly dueAt: string | null;
  readonly soonAt: string | null;
  readonly suspendedAt: string | null;
  readonly suspendedFor: string | null;
  readonly suspendedMs: number;
}

export interface ChildView extends CaseRef {
  readonly subject: string;
  /** The step of this case that started it. */
  readonly step: string;
  readonly status: InstanceRowView['status'];
  readonly light: LightView;
}

/** A row of `GET /api/incidents`. */
export interface IncidentRowView {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly at: string;
  /** The step that stopped, in words. */
  readonly step: string | null;
  readonly attempts: number;
  /** A task that nobody may do. */
  readonly task: string | null;
  readonly instance: CaseRef & { readonly subject: string; readonly workflow: InstanceRowView['workflow'] };
  /** What the reader may decide. */
  readonly actions: readonly ('retry' | 'skip' | 'cancel')[];
}
