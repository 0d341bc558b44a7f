/** One row of `GET /api/schedules`: when a procedure starts by itself. */
export interface ScheduleView {
  readonly id: string;
  readonly workflow: { readonly id: string; readonly title: string };
  /** Its name within the procedure. */
  readonly name: string;
  readonly cron: string;
  readonly zone: string;
  /** On which days or in which hours it fires only, in words; null for always. */
  readonly when: string | null;
  readonly catchUp: 'none' | 'last' | 'all';
  /** In whose name, in words. */
  readonly by: string;
  /** Null while it is paused, and where no time comes any more. */
  readonly nextAt: string | null;
  /** The next ones, the first included. */
  readonly comingAt: readonly string[];
  readonly paused: { readonly by: { readonly id: string; readonly name: string }; readonly at: string } | null;
  /** True if the reader may pause and resume it. */
  readonly mayPause: boolean;
  readonly last: FiringView | null;
}

/** One row of `GET /api/schedules/:id/firings`. */
export interface FiringView {
  readonly nominalAt: string;
  /** When it was started, skipped or refused; null while that is not done. */
  readonly actualAt: string | null;
  readonly state: 'open' | 'started' | 'skipped' | 'refused';
  /** Why it was late or started nothing, as a code; null for one on time. */
  readonly reason: 'caught_up' | 'missed' | 'newer' | 'calendar' | 'too_many' | 'refused' | null;
  /** The same as a sentence. */
  readonly why: string | null;
  /** The case, if the reader may see it. */
  readonly instance: { readonly id: string; readonly number: string } | null;
}
