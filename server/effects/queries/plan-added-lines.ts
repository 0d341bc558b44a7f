import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { rowsWhere } from './register-rows.ts';

/** A line that a plan change adds, under the number that it gets. */
export interface AddedLine {
  readonly id: string;
  readonly fields: JsonObject;
}

/** What a new line may hold; everything else is the plan's own business. */
const FIELDS = ['order', 'work_center', 'op', 'date', 'shift', 'seq', 'qty', 'person'] as const;

/**
 * The lines that a change adds, numbered by the change: PCN-2611-004-1. Each joins the plan of its day, or of the line
 * that stands nearest, so that no line is without one.
 */
export async function addedLines(store: Store, asked: Json | undefined, number: string): Promise<readonly AddedLine[]> {
  const wanted = (Array.isArray(asked) ? (asked as readonly Json[]) : []).filter(isJsonObject);
  if (wanted.length === 0) return [];
  const standing = await rowsWhere(store, 'plan-lines', {});
  return wanted.map((line, index) => {
    const fields = FIELDS.flatMap((field) => {
      const value = line[field] ?? null;
      return value === null ? [] : [[field, value] as const];
    });
    const date = String(line['date']);
    return {
      id: `${number}-${index + 1}`,
      fields: { plan: planOf(standing, date), ...Object.fromEntries(fields) },
    };
  });
}

function planOf(standing: readonly JsonObject[], date: string): string {
  const sameDay = standing.find((line) => line['date'] === date);
  return String(sameDay?.['plan'] ?? `DP-${date.replaceAll('-', '')}`);
}
