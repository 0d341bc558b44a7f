import { randomUUID } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { EngineError } from '../../engine/model/engine-error.ts';
import { isLanguage } from '../../engine/model/language.ts';
import type { Logger } from '../../engine/ports/logger.ts';
import { openCall, type CallParts } from './open-call.ts';
import { servePage } from './serve-page.ts';
import { PROBLEM_STATUS } from './problem-status.ts';
import { ANSWERED, type Route } from './route.ts';
import { readerLanguage } from './reader-language.ts';
import { asProblem, sendProblem } from './send-problem.ts';

export interface AppParts extends CallParts {
  readonly routes: readonly Route[];
  readonly logger: Logger;
  /** The built page, or null where only the API is wanted. */
  readonly pageDir: string | null;
}

/** The whole HTTP surface: headers, the API's routes, the page, and one place for errors. */
export function openApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  // Behind one proxy on this machine (nginx, Caddy) the scheme and address are the proxy's word; from elsewhere they are not.
  app.set('trust proxy', 'loopback');
  app.use(
    helmet({
      contentSecurityPolicy: false,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  app.use(logged(parts.logger));
  for (const route of parts.routes) app[route.method](route.path, answering(parts, route));
  app.use('/api', (_request: Request, _response: Response, next: NextFunction) =>
    next(
      new EngineError(
        'route.not_found',
        'There is nothing at this address. The API is described at /api/openapi.json.',
      ),
    ),
  );
  if (parts.pageDir !== null) servePage(app, parts.pageDir);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    fail(parts, error, { request, response }),
  );
  return app;
}

/** Authenticate, validate, call, answer. */
function answering(parts: AppParts, route: Route) {
  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const call = await openCall(parts, route, { request, response });
    const answer = await route.handle(call);
    if (answer === ANSWERED || response.headersSent) return;
    if (route.answer.status === 204) response.status(204).end();
    else response.status(route.answer.status).json(answer);
  };
}

function fail(
  parts: AppParts,
  cause: unknown,
  { request, response }: { readonly request: Request; readonly response: Response },
): void {
  const reference = randomUUID().slice(0, 8);
  const error = asProblem(reference, cause);
  if (PROBLEM_STATUS[error.code] === 500)
    parts.logger.error(
      { reference, path: request.path, error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) },
      'A request failed on our side.',
    );
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What is left of an upload that was refused is not read.
  if (!request.complete) response.setHeader('Connection', 'close');
  const known: unknown = response.locals['language'];
  sendProblem(response, error, isLanguage(known) ? known : readerLanguage(request, undefined));
}

/** One line a request: who waits how long for what. Never a body, a query or a cookie. */
function logged(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    response.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      if (request.path.startsWith('/api/'))
        logger.info(
          { method: request.method, path: request.path, status: response.statusCode, ms: Math.round(ms * 10) / 10 },
          'request',
        );
    });
    next();
  };
}
