import type { EffectResult } from '../../engine/model/command.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { DueWork, Store } from '../../engine/ports/store.ts';
import { runEffect } from '../../engine/runtime/run-effect.ts';
import { openComputeEffects } from '../../server/effects/compute.ts';
import { openQueryEffect, type QueryParts } from '../../server/effects/query.ts';
import { openRecordEffect } from '../../server/effects/record.ts';
import { fieldsOf } from '../../server/registers/row.ts';

/** Fields of rows, by register and id: `{lots: {"LOT-1": {…}}}`. */
export interface RowsByRegister {
  readonly [register: string]: { readonly [id: string]: JsonObject };
}

/** As long as any handler of registers and calculations may take. */
const TIMEOUT_MS = 30_000;

/** What the plant's own records and calculations do: the product's handlers, as the server opens them. */
export function openRealEffects(parts: QueryParts): ReadonlyMap<string, EffectHandler> {
  const handlers = [openRecordEffect(parts), openQueryEffect(parts), ...openComputeEffects()];
  return new Map(handlers.map((handler) => [handler.name, handler]));
}

/**
 * Does one effect as the worker would, and gives the result that the engine is told. Whatever could be tried again
 * is a fault of the scenario here: nothing outside can be away for a while.
 */
export async function resultOf(
  handlers: ReadonlyMap<string, EffectHandler>,
  work: DueWork & { readonly kind: 'effect' },
  clock: QueryParts['clock'],
): Promise<EffectResult> {
  const done = await runEffect(handlers, { work, clock, timeoutMs: TIMEOUT_MS });
  if (done.kind === 'done') return done;
  if (done.retry) throw new Error(`${work.effect.src} of "${work.effect.state}": ${done.message}`);
  const { code, message, data } = done;
  return { kind: 'failed', code, message, gaveUp: false, ...(data === undefined ? {} : { data }) };
}

/** Writes rows as somebody outside all cases: fields over those that are there. */
export async function writeRows(store: Store, rows: RowsByRegister): Promise<void> {
  for (const [register, byId] of Object.entries(rows))
    for (const [id, fields] of Object.entries(byId)) {
      const before = await store.getRecord(register, id);
      const value = { ...(before === undefined ? {} : (before.value as JsonObject)), ...fields, id };
      await store.putRecord({ register, id, value, keys: before?.keys ?? [] });
    }
}

/** The fields of a row that a scenario speaks of; null for a row or a field that is not there. */
export async function partOfRow(store: Store, at: string, wanted: JsonObject | null): Promise<JsonObject | null> {
  const [register = '', id = ''] = at.split('/');
  const record = await store.getRecord(register, id);
  if (record === undefined) return null;
  const fields = fieldsOf(record.value);
  return Object.fromEntries(Object.keys(wanted ?? fields).map((name) => [name, fields[name] ?? null]));
}
