import type { ProblemView } from '../../server/services/views/shared-views.ts';

/** One problem of an answer: where, which, in words. */
export type AnswerProblem = NonNullable<ProblemView['problems']>[number];

/**
 * What every call of the client fails with. Match on `code`, never on the words.
 *
 * `status` is 0 where no answer came; whether the server did it is then unknown.
 */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly problems: readonly AnswerProblem[];
  /** What the sentence says, for programs. */
  readonly params: { readonly [name: string]: string | number };

  constructor(
    problem: {
      code: string;
      status: number;
      detail: string;
      problems?: readonly AnswerProblem[];
      params?: { readonly [name: string]: string | number };
    },
    cause?: unknown,
  ) {
    super(problem.detail, { cause });
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status;
    this.problems = problem.problems ?? [];
    this.params = problem.params ?? {};
  }
}

/** The error of a call that got no answer. */
export function unreachable(cause: unknown): ApiError {
  return new ApiError({ code: 'server.unreachable', status: 0, detail: 'The server does not answer.' }, cause);
}

/** The error that an answer tells, whether or not it is a problem document: a proxy may answer in its own words. */
export function problemFrom(status: number, body: unknown): ApiError {
  const told = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemView>;
  return new ApiError({
    code: told.code ?? (status >= 500 ? 'server.failed' : `http.${status}`),
    status,
    detail: told.detail ?? told.title ?? `The server answered ${status}.`,
    problems: told.problems ?? [],
    params: told.params ?? {},
  });
}

/** True where the server may or may not have done it: the same command may be sent again with its key. */
export function isUnknown(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504)
  );
}

/** True for an `ApiError` with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code;
}
