import type { SignView } from './signature-view.ts';
import type { FieldView, FormView, JsonObject, Named } from './shared-views.ts';

export type Box = 'mine' | 'available' | 'department' | 'overdue';

/** A row of `GET /api/tasks`. */
export interface TaskRowView {
  readonly id: string;
  readonly title: string;
  /** Which one, of a step that is done once for each item. */
  readonly item: string | null;
  readonly state: string;
  readonly instance: CaseName;
  readonly openedAt: string;
  readonly dueAt: string | null;
  /** From here on the clock is amber: four working hours before `dueAt`. */
  readonly soonAt: string | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly Named[];
  /** True if the reader may take it now. */
  readonly claimable: boolean;
}

export interface CaseName {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly workflow: Named & { readonly version: number };
}

/** `GET /api/tasks/counts`: `more` says that there are above `count`. */
export type CountsView = { readonly [box in Box]: { readonly count: number; readonly more: boolean } };

/** `GET /api/tasks/:id`. */
export interface TaskView extends TaskRowView {
  readonly form: FormView;
  /** What the form opens with: answers of an earlier visit, and prefilled values. */
  readonly answers: JsonObject;
  /** Top-level fields that nobody can change. */
  readonly readOnly: readonly string[];
  readonly outcomes: readonly OutcomeView[];
  /** What was answered before, to be read beside the form; the start form first. */
  readonly show: readonly ShowView[];
  /** The case in a line: label and value. */
  readonly facts: readonly FieldView[];
  readonly who: WhoView;
  /** True if the reader may complete it now (holds it, or may take it by completing). */
  readonly completable: boolean;
  /** Values of the form's rulers, by field: mark positions as local dates. */
  readonly rulers: readonly {
    readonly field: string;
    readonly marks: readonly { readonly label: string; readonly date: string }[];
    readonly from: string | null;
    readonly to: string | null;
  }[];
  /** What the form's checks and computed fields read of the case. */
  readonly data: JsonObject;
  /** Hash of what a signer is shown here: it comes back with the signature. Null where nothing is signed, and for a task that is closed. */
  readonly toSign: string | null;
  /** Set once the task is over: nobody can do it any more. */
  readonly closed?: ClosedView | null;
}

/** How a task ended. A withdrawn one was not done: the case went on without it. */
export interface ClosedView {
  readonly kind: 'completed' | 'withdrawn';
  readonly outcomeTitle: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

export interface OutcomeView {
  readonly outcome: string;
  readonly title: string;
  readonly offer: 'offered' | 'refused' | 'depends';
  /** Why it is refused, or on what it depends: a sentence. */
  readonly reason: string | null;
  /** The reason in a few words, for the button. */
  readonly brief: string | null;
  /** Who acts then, in words: "Marketing manager: Tell the customer". */
  readonly next: string | null;
  /** Recorded with the name of the person: shown under an approval. */
  readonly approval: boolean;
  /** What the answer is signed with, if it is. */
  readonly sign: SignView | null;
}

/** One earlier answer. `tone` is set where its outcomes are opinions. */
export interface ShowView {
  readonly name: string;
  readonly title: string;
  readonly kind: 'answer' | 'opinion';
  readonly outcome: string | null;
  readonly outcomeTitle: string | null;
  readonly tone: 'ok' | 'conditional' | 'no' | 'waiting' | 'not-asked' | null;
  /** Why it was not asked, in words. */
  readonly why: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly department: string | null;
  readonly fields: readonly FieldView[];
  /** Free words of the person, in the language they were written in. */
  readonly words: readonly string[];
}

/** Who may do a task, and who may not and why. */
export interface WhoView {
  readonly sentence: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  readonly excluded: readonly {
    readonly id: string;
    readonly name: string;
    readonly why: string;
    /** True if the reader may let them do it all the same. */
    readonly liftable: boolean;
  }[];
}
