import { readdirSync, readFileSync } from 'node:fs';
import { type Json, isJsonObject, type JsonObject } from '../../../../engine/model/json.ts';
import type { Problem } from '../../../../engine/model/problem.ts';

/** What a fixture expects of one problem. */
export interface ExpectedProblem {
  readonly path: string;
  readonly code: string;
}

/** A fragment that is laid over the base of its folder; null takes a key away. */
export interface FixtureCase {
  readonly title: string;
  readonly patch: JsonObject;
  /** Translations instead of complete ones. */
  readonly texts?: { readonly [language: string]: { readonly [pointer: string]: string } };
  readonly budget?: number;
  readonly problems?: readonly ExpectedProblem[];
}

/** Fragments that a rule finds something in, and others that it leaves alone. */
export interface RuleFixture {
  readonly rule: string;
  readonly bad: readonly FixtureCase[];
  readonly good: readonly FixtureCase[];
}

const FOLDER = 'tests/fixtures/lint';

/** The fixtures of one folder, by the id of their rule. */
export function readFixtures(kind: 'workflow' | 'form' | 'explore'): ReadonlyMap<string, RuleFixture> {
  const names = readdirSync(`${FOLDER}/${kind}`).filter((name) => name !== 'base.json');
  const read = names.map((name) => JSON.parse(readFileSync(`${FOLDER}/${kind}/${name}`, 'utf8')) as RuleFixture);
  return new Map(read.map((fixture) => [fixture.rule, fixture]));
}

/** The base of a folder with a fragment laid over it. */
export function fixtureFile<T>(kind: 'workflow' | 'form' | 'explore', patch: JsonObject): T {
  return merge(JSON.parse(readFileSync(`${FOLDER}/${kind}/base.json`, 'utf8')) as Json, patch) as T;
}

/** JSON merge patch, but `"null"` in a place of its own stays null. */
function merge(base: Json | undefined, patch: Json): Json {
  if (patch === 'null') return null;
  if (!isJsonObject(patch)) return patch;
  const kept = isJsonObject(base) ? base : {};
  const merged = Object.entries(patch).map(
    ([key, value]) => [key, value === null ? undefined : merge(kept[key], value)] as const,
  );
  return Object.fromEntries(
    Object.entries({ ...kept, ...Object.fromEntries(merged) }).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined,
    ),
  );
}

/** The part of problems that fixtures speak of. */
export const placesOf = (problems: readonly Problem[]): readonly ExpectedProblem[] =>
  problems.map(({ path, code }) => ({ path, code }));
