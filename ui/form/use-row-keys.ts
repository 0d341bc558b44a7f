import { useRef } from 'react';

/** Keys by place. */
export interface RowKeys {
  readonly at: (index: number) => number;
  /** Called before a row is taken out, so that the others keep what they are. */
  readonly remove: (index: number) => void;
}

/** A key for each row that stays with it when others are taken out; rows have no id of their own. */
export function useRowKeys(count: number): RowKeys {
  const memory = useRef<{ keys: number[]; next: number }>({ keys: [], next: 0 });
  const { current } = memory;
  while (current.keys.length < count) {
    current.keys.push(current.next);
    current.next += 1;
  }
  return {
    at: (index) => current.keys[index] ?? index,
    remove: (index) => {
      current.keys.splice(index, 1);
    },
  };
}
