import { type CompiledExpression, compileExpression, isExpression } from '../../engine/feel/expression.ts';
import { feelFunctions } from '../../engine/feel/functions.ts';
import { isEngineError } from '../../engine/model/engine-error.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { StoredRecord } from '../../engine/ports/store.ts';
import { type ReadRegister, REGISTER_FILES } from '../registers/register-files.ts';
import { keptOf, seenRow } from '../registers/row.ts';
import { changeOf, rowName } from '../registers/row-history.ts';
import { openRowWriter, type RowDecision } from '../registers/write-row.ts';
import type { QueryParts } from './query.ts';

/** What lint and the worker know of it. */
export const RECORD_EFFECT = {
  name: 'record',
  asked: ['invoke'],
  input: {
    type: 'object',
    properties: {
      register: { type: 'string' },
      id: { type: 'string' },
      create: { type: 'boolean' },
      with: { type: 'object' },
      expect: { type: ['string', 'integer', 'null'] },
      set: { type: 'object' },
      change: { type: 'object', additionalProperties: { type: 'string' } },
    },
    required: ['register', 'id'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/** Refusals of effects, so that a repeat is refused again though the row has changed. */
const REFUSALS = 'record-refusals';
const FIELD = /^[a-z][a-z0-9_]{0,62}$/;
const MOST_ID = 128;
/** Entries of the case's history among which the step is looked for that asked for an effect. */
const RECENT = 20;

/** The input, made ready to be asked of a row. */
interface RecordChange {
  readonly register: ReadRegister;
  readonly id: string;
  readonly create: boolean;
  readonly with: JsonObject;
  readonly expect: CompiledExpression | number | null;
  readonly set: JsonObject;
  readonly change: readonly (readonly [string, CompiledExpression])[];
}

/**
 * `record`: changes one row of a register, or makes it. Input `{register, id, create?, with?, expect?, set?, change?}`;
 * output the row and its `rev`.
 *
 * `expect` and `change` are FEEL over `record` and `with`, asked of the row as it is when it is written; `set` holds values.
 * A condition that does not hold, or a row that is missing without `create`, is the failure `conflict` with the row as it is.
 * The same key answers its first outcome, also a refusal.
 */
export function openRecordEffect(parts: QueryParts): EffectHandler {
  const write = openRowWriter(parts.store);
  return {
    ...RECORD_EFFECT,
    async run(input, call) {
      const asked = readChange(input, parts);
      const done = await outcomeOf(parts, asked, call.key);
      if (done !== undefined) return done;
      const result = await write(
        { register: asked.register, id: asked.id, key: call.key, at: call.askedAt, ...(await askerOf(parts, call)) },
        (row) => decide(asked, row, call.key),
      );
      switch (result.kind) {
        case 'written':
          return { ...result.fields, rev: result.rev };
        case 'busy':
          throw new EffectFailure('record.busy', `Others keep changing ${nameOf(asked)}. Try again.`, true);
        case 'invalid':
          throw new EffectFailure(
            'record.invalid',
            `${nameOf(asked)} would not fit its register: ${result.errors.map((error) => `${error.path} ${error.keyword} ${Object.values(error.params).join(' ')}`.trim()).join('; ')}.`,
            false,
          );
        case 'left':
          if (result.why.kind === 'done') return (await outcomeOf(parts, asked, call.key)) ?? null;
          return refuse(parts, asked, { key: call.key, record: result.why.record });
      }
    },
  };
}

type Leave = { readonly kind: 'done' } | { readonly kind: 'conflict'; readonly record: JsonObject | null };

/** What becomes of the row: the new fields see the row as it was, all at once. */
function decide(asked: RecordChange, row: StoredRecord | undefined, key: string): RowDecision<Leave> {
  if (row !== undefined && keptOf(row.value).effects.some((effect) => effect.key === key))
    return { kind: 'leave', why: { kind: 'done' } };
  const seen = row === undefined ? null : seenRow(row);
  if (seen === null && !asked.create) return { kind: 'leave', why: { kind: 'conflict', record: null } };
  const record = seen ?? { rev: 0 };
  const values = [record, asked.with];
  const { expect } = asked;
  const holds =
    expect === null ||
    (typeof expect === 'number' ? record['rev'] === expect : evaluate(asked, expect, values) === true);
  if (!holds) return { kind: 'leave', why: { kind: 'conflict', record: seen } };
  const { rev: _rev, ...fields } = record;
  const changed = asked.change.map(([field, text]) => [field, evaluate(asked, text, values)] as const);
  return { kind: 'write', fields: { ...fields, ...asked.set, ...Object.fromEntries(changed) } };
}

function evaluate(asked: RecordChange, text: CompiledExpression, values: readonly Json[]): Json {
  try {
    return text.evaluate(values);
  } catch (error) {
    if (!isEngineError(error)) throw error;
    throw new EffectFailure('record.expression_failed', `${nameOf(asked)}: ${error.message}`, false);
  }
}

/** What this key did before: its row, or its refusal again; undefined if it is new. The row is asked first: it decides. */
async function outcomeOf({ store }: QueryParts, asked: RecordChange, key: string): Promise<JsonObject | undefined> {
  const { register, id } = asked;
  const row = await store.getRecord(register.id, id);
  const done = row === undefined ? undefined : keptOf(row.value).effects.find((effect) => effect.key === key);
  if (done !== undefined) {
    const change = await changeOf(store, { register: register.id, id, rev: done.rev });
    return { ...(change?.new ?? {}), rev: done.rev };
  }
  const refused = (await store.getRecord(REFUSALS, key))?.value;
  if (isJsonObject(refused)) throw conflict(asked, isJsonObject(refused['record']) ? refused['record'] : null);
  return undefined;
}

async function refuse(
  { store }: QueryParts,
  asked: RecordChange,
  { key, record }: { readonly key: string; readonly record: JsonObject | null },
): Promise<never> {
  await store.putRecord({
    register: REFUSALS,
    id: key,
    value: { record },
    keys: [rowName(asked.register.id, asked.id)],
    expect: 0,
  });
  throw conflict(asked, record);
}

function conflict(asked: RecordChange, record: JsonObject | null): EffectFailure {
  const message =
    record === null ? `${nameOf(asked)} does not exist.` : `${nameOf(asked)} is not as this step expects it.`;
  return new EffectFailure('conflict', message, false, { record });
}

/** The case, and the person whose step asked: the last entry of that moment. */
async function askerOf({ store }: QueryParts, call: { readonly instance: string; readonly askedAt: number }) {
  const instance = await store.load(call.instance);
  if (instance === undefined) return { by: null, instance: { id: call.instance, number: '' } };
  const entries = await store.history(instance.id, Math.max(0, instance.rev - RECENT), RECENT);
  const by = [...entries].reverse().find((entry) => entry.at === call.askedAt)?.event.by ?? null;
  return { by, instance: { id: instance.id, number: instance.number } };
}

/** Reads the input. Throws what no retry mends: a register, a field or an expression that cannot be. */
function readChange(input: JsonObject, { keeper }: QueryParts): RecordChange {
  const register = REGISTER_FILES.get(String(input['register']));
  if (register === undefined)
    throw new EffectFailure('register.not_found', `There is no register "${String(input['register'])}".`, false);
  const id = input['id'];
  if (typeof id !== 'string' || id.trim() === '' || id.length > MOST_ID)
    throw new EffectFailure('record.id_missing', `The row of "${register.id}" has no id. Correct \`id\`.`, false);
  const set = isJsonObject(input['set']) ? input['set'] : {};
  const change = isJsonObject(input['change']) ? input['change'] : {};
  for (const field of [...Object.keys(set), ...Object.keys(change)])
    if (!FIELD.test(field) || field === 'rev' || field === register.key)
      throw new EffectFailure('record.invalid', `The field "${field}" cannot be set.`, false);
  const functions = feelFunctions((moment, duration) => keeper.time().plus(moment, duration, undefined));
  const compile = (text: Json): CompiledExpression => {
    // With "=" the step would have evaluated it, before the row is known.
    if (isExpression(text))
      throw new EffectFailure('record.expression_failed', `Write "${text}" without the "=".`, false);
    try {
      return compileExpression(String(text), ['record', 'with'], functions);
    } catch (error) {
      if (!isEngineError(error)) throw error;
      throw new EffectFailure('record.expression_failed', error.message, false);
    }
  };
  const expect = input['expect'] ?? null;
  return {
    register,
    id,
    create: input['create'] === true,
    with: isJsonObject(input['with']) ? input['with'] : {},
    expect: expect === null || typeof expect === 'number' ? expect : compile(expect),
    set,
    change: Object.entries(change).map(([field, text]) => [field, compile(text)] as const),
  };
}

function nameOf({ register, id }: RecordChange): string {
  return `"${id}" of "${register.id}"`;
}
