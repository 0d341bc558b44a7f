import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { count, text } from '../planning/operation.ts';

/** An order as it stood before its review was superseded. */
export interface OldRow {
  readonly id: string;
  readonly product: string;
  readonly qty: number;
}

export interface OrderChange {
  readonly old: readonly OldRow[];
  readonly rows: readonly OldRow[];
  readonly gone: readonly string[];
  /** By when everything is promised now. */
  readonly due: string | null;
  /** The production day: what is planned before it is made already. */
  readonly today: string;
}

/**
 * What follows from a changed order for its planned lines, in the words of a plan change: lines of what is not ordered
 * any more are cancelled, others get their share of the new quantity, and none stays behind the promised day.
 *
 * It is a proposal: the planner of the plan change says what it costs, and may refuse it.
 */
export function followOrder(lines: readonly JsonObject[], change: OrderChange): Json {
  const { old, rows, gone, due, today } = change;
  return lines
    .filter((line) => text(line['date']) >= today && line['status'] !== 'cancelled')
    .flatMap((line) => {
      const id = text(line['id']);
      const order = text(line['order']);
      if (gone.includes(order)) return [{ plan_line: id, field: 'cancel' }];
      const before = old.find((row) => row.id === order);
      const after = rows.find((row) => row.id === order);
      if (before === undefined || after === undefined) return [];
      const qty = count(line['qty']);
      const share = before.qty === 0 ? qty : Math.max(1, Math.round((qty * after.qty) / before.qty));
      return [
        ...(share === qty ? [] : [{ plan_line: id, field: 'qty', old: qty, new: share }]),
        ...(due !== null && text(line['date']) > due ? [{ plan_line: id, field: 'date', new_date: due }] : []),
      ];
    });
}
