import type { Response } from 'express';
import { EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import type { Language } from '../../engine/model/language.ts';
import { sayError } from '../texts/error-sentences.ts';
import { PROBLEM_STATUS } from './problem-status.ts';

const TITLES: { readonly [status: number]: string } = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
  507: 'No space left',
};

/** Sends an error as a problem document (RFC 9457): its code to match on, a sentence in the reader's language, and every problem. */
export function sendProblem(response: Response, error: EngineError, language: Language): void {
  const status = PROBLEM_STATUS[error.code];
  const problems = error.problems.map(({ path, code, message }) => ({ path, code, message }));
  if (status === 429 || status === 503)
    response.setHeader('Retry-After', String(Math.max(1, Number(error.params['minutes'] ?? 0) * 60 || 1)));
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:gembaflow:problem:${error.code}`,
        title: TITLES[status] ?? 'Problem',
        status,
        code: error.code,
        detail: sayError(error, language),
        ...(problems.length > 0 ? { problems } : {}),
        // Who was first, what holds the key: what the sentence says, for programs.
        ...(Object.keys(error.params).length > 0 ? { params: error.params } : {}),
      }),
    );
}

/** Any error as one of ours. What Express itself refuses keeps its meaning; the rest is a bug with a reference. */
export function asProblem(reference: string, cause: unknown): EngineError {
  if (isEngineError(cause)) return cause;
  const status = cause instanceof Error && 'status' in cause ? Number(cause.status) : 500;
  if (status === 404) return new EngineError('route.not_found', 'There is nothing at this address.', { cause });
  if (status >= 400 && status < 500)
    return new EngineError('request.invalid', 'The request cannot be read. Check its address and headers.', { cause });
  return new EngineError(
    'internal.error',
    `Something went wrong on our side. Nothing was lost; tell the administrator the reference ${reference}.`,
    { cause, params: { reference } },
  );
}
