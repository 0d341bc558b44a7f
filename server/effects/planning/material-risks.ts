import type { JsonObject } from '../../../engine/model/json.ts';
import { count, list, text } from './operation.ts';

/** A material that the plan needs more of than there is. */
export interface MaterialRisk {
  readonly item: string;
  readonly need: number;
  readonly stock: number;
  readonly on_order: number;
  readonly short: number;
  /** When the last of what is on order comes; null if nothing is. */
  readonly eta: string | null;
}

/** The rows that material is counted from. */
export interface MaterialRows {
  readonly products: readonly JsonObject[];
  readonly stock: readonly JsonObject[];
  readonly purchases: readonly JsonObject[];
}

/** Items of this kind are bought as work: no stock is kept of them. */
const SERVICE = 'SV-';

/**
 * What planned quantities need beyond stock, item by item; `short` is what is missing even when all that is on order has
 * come. Items that stock covers are left out.
 */
export function materialRisks(
  lines: readonly { readonly product: string; readonly planned_qty: number }[],
  rows: MaterialRows,
): readonly MaterialRisk[] {
  const needs = new Map<string, number>();
  for (const { product, planned_qty } of lines)
    for (const part of list(rows.products.find((one) => one['id'] === product)?.['bom'])) {
      const item = text(part['item']);
      if (!item.startsWith(SERVICE)) needs.set(item, (needs.get(item) ?? 0) + count(part['qty']) * planned_qty);
    }
  return [...needs]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([item, sum]) => {
      const need = round(sum);
      const stock = count(rows.stock.find((row) => row['id'] === item)?.['qty']);
      if (need <= stock) return [];
      const open = rows.purchases.filter(
        (row) => row['material'] === item && !['received', 'cancelled'].includes(text(row['status'])),
      );
      const onOrder = open.reduce((total, row) => total + count(row['qty']) - count(row['received_qty']), 0);
      const eta =
        open
          .map((row) => text(row['eta']))
          .sort()
          .at(-1) ?? null;
      return [{ item, need, stock, on_order: onOrder, short: round(Math.max(0, need - stock - onOrder)), eta }];
    });
}

/** Whether a product's line is covered: by stock, by what is on order, or by neither. */
export function materialStatusOf(
  product: JsonObject | undefined,
  risks: readonly MaterialRisk[],
): 'in_stock' | 'expected' | 'not_available' | 'no_recipe' {
  const bom = list(product?.['bom']);
  if (bom.length === 0) return 'no_recipe';
  const own = risks.filter(({ item }) => bom.some((part) => part['item'] === item));
  if (own.some(({ short }) => short > 0)) return 'not_available';
  return own.length > 0 ? 'expected' : 'in_stock';
}

function round(qty: number): number {
  return Math.round(qty * 1000) / 1000;
}
