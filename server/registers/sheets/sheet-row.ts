/** A cell as a file gives it, before anybody knows what its column holds. */
export interface Cell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'formula' | 'error';
}

/** A row of a file. */
export interface SheetRow {
  /** Its number as spreadsheet programs count, the first is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Why the row cannot be read, though others can. */
  readonly problem?: 'after_quote';
}

/** A file that is read row by row; whoever has enough stops asking. */
export interface Sheet {
  /** In a CSV a row that ends early is a broken row, and a text that begins like a formula runs when it is opened. */
  readonly kind: 'csv' | 'xlsx';
  /** True if a comma may stand for the decimal point: in files that part their cells by semicolons. */
  readonly decimalComma: boolean;
  /** True if the days of its dates are counted from 1904. */
  readonly from1904: boolean;
  /** Its rows from the first on, at every call. */
  read(): AsyncIterable<SheetRow>;
}

/** A cell that a spreadsheet program would run. OWASP, “CSV injection”; full-width signs are read as such in some countries. */
export const RUNS_AS_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
