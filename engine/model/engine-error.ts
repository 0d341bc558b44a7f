import type { Problem } from './problem.ts';

/**
 * Every code that the engine or a service answers a broken promise with. The list is closed; whether the same
 * call may be tried again stands beside it, the HTTP status in `server/http/problem-status.ts`.
 */
const RETRY = {
  'request.invalid': false,
  'answers.invalid': false,
  'workflow.invalid': false,
  'plant.invalid': false,
  'stand_in.invalid': false,
  'mention.refused': false,
  'draft.changed': false,
  'session.required': false,
  'permission.denied': false,
  'csrf.failed': false,
  'workflow.not_found': false,
  'version.not_found': false,
  'instance.not_found': false,
  'task.not_found': false,
  'form.not_found': false,
  'file.not_found': false,
  'document.not_found': false,
  'notification.not_found': false,
  'mail.not_found': false,
  'register.not_found': false,
  'register.read_only': false,
  'register.invalid': false,
  'register.schema_contradicts': false,
  'row.not_found': false,
  'row.invalid': false,
  'row.exists': false,
  'row.changed': false,
  'row.in_use': false,
  'import.not_found': false,
  'import.refused': false,
  'import.stale': false,
  'import.closed': false,
  'ladder.not_found': false,
  'calendar.not_found': false,
  'stand_in.not_found': false,
  'schedule.not_found': false,
  'route.not_found': false,
  'signature.required': false,
  'signature.refused': false,
  'signature.changed': false,
  'signature.not_proved': false,
  'separation.not_lifted': false,
  'task.closed': false,
  'task.claimed': false,
  'task.not_claimed': false,
  'task.outcome_not_offered': false,
  'command.not_offered': false,
  'command.reused': false,
  'message.not_taken': false,
  'incident.not_found': false,
  'incident.not_resolved': false,
  'task.not_reassigned': false,
  'due.not_moved': false,
  'items.not_changed': false,
  'timer.closed': false,
  'effect.closed': false,
  'effect.lease_lost': false,
  'instance.ended': false,
  'key.taken': false,
  'record.conflict': false,
  'version.conflict': true,
  'expression.failed': false,
  'step.endless': false,
  'instance.too_large': false,
  'request.too_large': false,
  'file.type_refused': false,
  'rate.limited': true,
  'store.unavailable': true,
  'store.full': true,
  'store.closed': false,
  /** A bug: the details stand in the log under its reference. */
  'internal.error': false,
} as const;

export type ErrorCode = keyof typeof RETRY;

/** All codes, for the tables that must be complete. */
export const ERROR_CODES = Object.keys(RETRY) as readonly ErrorCode[];

export interface ErrorDetails {
  readonly problems?: readonly Problem[];
  /** Values of the sentence, so that another language can say it. */
  readonly params?: { readonly [name: string]: string | number };
  readonly cause?: unknown;
}

/**
 * A promise that could not be kept: the only class of the engine.
 *
 * `message` is a whole English sentence that names the thing and says what to do. Match on `code`, never on the text.
 */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
  readonly params: { readonly [name: string]: string | number };

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'EngineError';
    this.code = code;
    this.problems = details.problems ?? [];
    this.params = details.params ?? {};
  }
}

/** True if the same call may succeed later without any change. */
export function mayRetry(code: ErrorCode): boolean {
  return RETRY[code];
}

/** True for an `EngineError`, optionally of one code. Works across copies of this module. */
export function isEngineError(error: unknown, code?: ErrorCode): error is EngineError {
  return (
    error instanceof Error &&
    error.name === 'EngineError' &&
    (code === undefined || (error as EngineError).code === code)
  );
}
