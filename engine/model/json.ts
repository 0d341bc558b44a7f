/** Any JSON value. What crosses a port, a file or the network is made of these and nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Keys from outside are read with `Object.hasOwn`, never through the prototype. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for a plain object; false for null, lists and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value of `key`, or undefined. The prototype is never asked, so `toString` and the like are absent. */
export function ownValue(value: unknown, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The same value without members that are null: FEEL says null for what is not there, and a form wants it left out. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => withoutNulls(entry));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}
