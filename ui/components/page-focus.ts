let moved = false;

/** Notes that the reader went to another page. The first page leaves the focus where the browser has it. */
export function noteMove(): void {
  moved = true;
}

/** True once the reader has gone from one page to another. */
export function hasMoved(): boolean {
  return moved;
}
