let arriving = false;

/** Notes that the reader goes to another page. The first page of all leaves the focus where the browser has it. */
export function noteMove(): void {
  arriving = true;
}

/** True once for each move: for the heading of the page one came to. */
export function arrives(): boolean {
  const answer = arriving;
  arriving = false;
  return answer;
}
