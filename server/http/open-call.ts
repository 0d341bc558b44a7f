import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Session, Sessions } from '../identity/sessions.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import type { Reader } from '../services/reader.ts';
import { checkPart } from './check-request.ts';
import { readSessionCookie } from './cookies.ts';
import { readJsonBody } from './read-body.ts';
import { readerLanguage } from './reader-language.ts';
import type { Call, Route } from './route.ts';

export interface CallParts {
  readonly sessions: Sessions;
  readonly keeper: PlantKeeper;
}

/** Keys that clients may choose; they become part of a command's id. */
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Authenticates and validates one call of a route. Throws what is wrong with it before anything is done. */
export async function openCall(
  parts: CallParts,
  route: Route,
  http: { readonly request: Request; readonly response: Response },
): Promise<Call> {
  const { request } = http;
  const secret = readSessionCookie(request);
  const session = secret === undefined ? undefined : await parts.sessions.find(secret);
  const reader = session === undefined ? undefined : readerOf(parts.keeper, session, request);
  // A refusal further down is said in the language of whoever is signed in.
  if (reader !== undefined) http.response.locals['language'] = reader.language;
  if (route.access === 'session' && (session === undefined || reader === undefined))
    throw new EngineError(
      'session.required',
      'You are not signed in, or your session has ended. Sign in and try again.',
    );
  if (route.method !== 'get') refuseForgery(route, session, request);
  const command = commandId(request, reader);
  return {
    ...http,
    params: checkPart(route.params, request.params, 'path') as { readonly [name: string]: string },
    query: checkPart(route.query, request.query, 'query') as { readonly [name: string]: string },
    body:
      route.upload === true || route.method === 'get' ? {} : checkPart(route.body, await readJsonBody(request), 'body'),
    get reader(): Reader {
      if (reader === undefined)
        throw new EngineError('session.required', 'You are not signed in. Sign in and try again.');
      return reader;
    },
    command,
  };
}

function readerOf(keeper: PlantKeeper, session: Session, request: Request): Reader | undefined {
  const plant = keeper.plant();
  const person = plant.people.get(session.person);
  return person?.active === true ? { person, plant, language: readerLanguage(request, person) } : undefined;
}

/**
 * A change must come from our own page: the session's token in a header that no other site can set, and no word of the
 * browser that another site sent it.
 */
function refuseForgery(route: Route, session: Session | undefined, request: Request): void {
  const site = request.headers['sec-fetch-site'];
  const foreign = typeof site === 'string' && site !== 'same-origin' && site !== 'none';
  const sent = request.headers['x-csrf-token'];
  const fits =
    session === undefined ? route.access === 'public' : typeof sent === 'string' && sameText(sent, session.csrfToken);
  // Signing in has no token yet; its forgery is stopped by the browser's own word.
  const signsIn = route.path === '/api/session' && route.method === 'post';
  if (foreign || !(fits || signsIn))
    throw new EngineError('csrf.failed', 'This page is out of date. Load it again and try once more.');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A key counts for the person who sent it; without one every call is a command of its own. */
function commandId(request: Request, reader: Reader | undefined): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return `call:${randomUUID()}`;
  if (typeof key !== 'string' || !KEY.test(key))
    throw new EngineError('request.invalid', 'The Idempotency-Key must be 1 to 200 visible characters.');
  return `key:${reader?.person.id ?? ''}:${key}`;
}
