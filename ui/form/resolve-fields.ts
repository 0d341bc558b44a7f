import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import { activeParts, merge } from './active-parts.ts';
import { holds } from './cfworker-checker.ts';

/** A field that is shown now, with everything that is asked of it now. */
export interface ShownField {
  readonly name: string;
  readonly schema: FieldSchema;
  /** An answer is needed, whatever outcome is picked. */
  readonly required: boolean;
  /** The outcomes that need an answer, where not all of them do. */
  readonly neededFor: readonly string[];
  /** The outcomes that know the field at all, where not all of them do. */
  readonly usedFor: readonly string[];
}

/** The name under which a condition sees the outcome. No form has a field of this name. */
const OUTCOME = 'outcome';

/**
 * The fields of an object that are shown for these answers, in the file's order.
 *
 * A field that stands only under a condition is shown while the condition holds; one that hangs on the outcome is
 * shown as soon as one of `outcomes` could need it. `[null]` stands for a form without outcomes: a start, a row.
 */
export function resolveFields(
  schema: FieldSchema,
  answers: JsonObject,
  outcomes: readonly (string | null)[],
): readonly ShownField[] {
  const cases = outcomes.map((outcome) => resolveCase(schema, answers, outcome));
  const names = [...new Set(cases.flatMap((each) => [...each.fields.keys()]))];
  return inFileOrder(schema, names).map((name) => {
    const knowing = cases.filter((each) => each.fields.has(name));
    const needing = cases.filter((each) => each.fields.has(name) && each.required.has(name));
    const schemas = knowing.flatMap((each) => each.fields.get(name) ?? []);
    return {
      name,
      // Limits that only some outcomes set are left to the check: which outcome is picked is not known yet.
      schema: merge(knowing.length === cases.length ? (cases[0]?.fields.get(name) ?? schemas) : schemas),
      required: needing.length === cases.length,
      neededFor: needing.length === cases.length ? [] : needing.flatMap((each) => each.outcome ?? []),
      usedFor: knowing.length === cases.length ? [] : knowing.flatMap((each) => each.outcome ?? []),
    };
  });
}

/** The fields that one outcome asks for. */
interface Case {
  readonly outcome: string | null;
  readonly fields: ReadonlyMap<string, readonly FieldSchema[]>;
  readonly required: ReadonlySet<string>;
}

/** Follows the conditions of a schema for one outcome. */
function resolveCase(schema: FieldSchema, answers: JsonObject, outcome: string | null): Case {
  const parts = activeParts(schema, outcome === null ? answers : { ...answers, [OUTCOME]: outcome }, holds);
  const fields = new Map<string, readonly FieldSchema[]>();
  for (const part of parts) {
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      if (name !== OUTCOME) fields.set(name, [...(fields.get(name) ?? []), field]);
    }
  }
  return { outcome, fields, required: new Set(parts.flatMap((part) => part.required ?? [])) };
}

/** Fields that come and go keep their place: the order is that of the file, whatever holds now. */
function inFileOrder(schema: FieldSchema, names: readonly string[]): readonly string[] {
  const order = new Map([...new Set(allNames(schema))].map((name, place) => [name, place]));
  return names.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
}

/** The names of all fields that may ever appear, whatever is answered. */
function allNames(schema: FieldSchema): readonly string[] {
  const parts = [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...[schema.then, schema.else].filter((part) => part !== undefined),
  ];
  return [...Object.keys(schema.properties ?? {}), ...parts.flatMap(allNames)];
}
