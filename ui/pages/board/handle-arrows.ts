import type { KeyboardEvent } from 'react';

/** Moves between the cards of a board: up and down in a column, left and right to the nearest column that has any. */
export function handleArrows(event: KeyboardEvent<HTMLElement>): void {
  const card = event.target instanceof HTMLElement ? event.target.closest('a') : null;
  const here = card?.closest('section');
  if (card == null || here == null || event.altKey || event.ctrlKey || event.metaKey) return;
  const columns = [...event.currentTarget.querySelectorAll('section')].map(cardsOf).filter(({ length }) => length > 0);
  const column = columns.findIndex((cards) => cards.includes(card));
  const row = columns[column]?.indexOf(card) ?? -1;
  const next = neighbour(columns, { column, row }, event.key);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function neighbour(
  columns: readonly (readonly HTMLElement[])[],
  { column, row }: { readonly column: number; readonly row: number },
  key: string,
): HTMLElement | undefined {
  switch (key) {
    case 'ArrowUp':
      return row > 0 ? columns[column]?.[row - 1] : undefined;
    case 'ArrowDown':
      return columns[column]?.[row + 1];
    case 'ArrowLeft':
      return nearest(column > 0 ? columns[column - 1] : undefined, row);
    case 'ArrowRight':
      return nearest(columns[column + 1], row);
    default:
      return undefined;
  }
}

/** The card at the same height, or the last of a shorter column. */
function nearest(cards: readonly HTMLElement[] | undefined, row: number): HTMLElement | undefined {
  return cards?.[Math.min(row, cards.length - 1)];
}

const cardsOf = (column: HTMLElement): readonly HTMLElement[] => [...column.querySelectorAll<HTMLElement>('a')];
