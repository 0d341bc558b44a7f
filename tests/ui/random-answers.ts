import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number;

/** A seeded source of random numbers (mulberry32). */
export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Answers for a schema: each field may be missing, right or wrong; now and then one that no form knows. */
export function randomAnswers(schema: FieldSchema, random: Random): JsonObject {
  const fields = allFields(schema);
  const entries = [...fields].flatMap(([name, field]): [string, Json][] =>
    random() < 0.3 ? [] : [[name, random() < 0.75 ? right(field, random) : wrong(random)]],
  );
  return Object.fromEntries([...entries, ...(random() < 0.1 ? [['nobody_asked', 1] as const] : [])]);
}

/** Every field of an object, whatever condition it stands under. */
function allFields(schema: FieldSchema): ReadonlyMap<string, FieldSchema> {
  const parts = [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...[schema.then, schema.else].filter((part) => part !== undefined),
  ];
  return new Map([...parts.flatMap((part) => [...allFields(part)]), ...Object.entries(schema.properties ?? {})]);
}

function right(schema: FieldSchema, random: Random): Json {
  if (schema['x-file'] !== undefined)
    return Array.from({ length: Math.floor(random() * 3) }, (_, index) => ({
      id: `f${index}`,
      name: 'a.pdf',
      size: 1,
      type: 'application/pdf',
      sha256: 'a',
    }));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum, random);
  if (schema.type === 'array')
    return Array.from({ length: Math.floor(random() * 3) }, () => right(schema.items ?? {}, random));
  if (schema.type === 'object' || schema.properties !== undefined) return randomAnswers(schema, random);
  if (schema.type === 'boolean') return random() < 0.5;
  if (schema.type === 'integer') return Math.floor(random() * 200) - 20;
  if (schema.type === 'number') return Math.round(random() * 20_000 - 1_000) / 100;
  if (schema.format === 'date') return pick(['2026-12-04', '2026-02-30', '2028-02-29'], random);
  if (schema.format === 'date-time')
    return pick(['2026-11-23T02:42:00Z', '2026-11-23T10:42:00+08:00', '2026-11-23T10:42'], random);
  return pick(['', 'x', 'NB-88412', '漢字'.repeat(3), 'x'.repeat(60)], random);
}

function wrong(random: Random): Json {
  return pick<Json>([null, 'text', 7, true, [], {}, ['x', 'x'], { a: 1 }, 1.5], random);
}

/** One of several. */
export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}
