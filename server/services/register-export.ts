import { Readable } from 'node:stream';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { fieldsOf } from '../registers/row.ts';
import { columnsOf } from '../registers/sheets/columns.ts';
import { writeCsv } from '../registers/sheets/write-csv.ts';
import { writeXlsx } from '../registers/sheets/write-xlsx.ts';
import type { Reader } from './reader.ts';
import { registerFor, registerIn } from './register-desk.ts';
import { pagesOf } from './scan-records.ts';

export type ExportFormat = 'csv' | 'xlsx';

export interface RegisterExport {
  readonly name: string;
  readonly type: string;
  readonly stream: NodeJS.ReadableStream;
}

const TYPES: { readonly [format in ExportFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** All rows of a register as a file that an import reads back, written while they are read. RI8 Throws `register.not_found`. */
export function exportRegister(
  { store }: { readonly store: Store },
  reader: Reader,
  { register: name, format }: { readonly register: string; readonly format: ExportFormat },
): RegisterExport {
  const register = registerFor(reader, name);
  const columns = columnsOf(register);
  const rows = fieldsIn(store, register.id);
  return {
    name: `${register.id}.${format}`,
    type: TYPES[format],
    stream:
      format === 'csv'
        ? Readable.from(writeCsv(columns, rows))
        : writeXlsx(registerIn(register, reader).title, columns, rows),
  };
}

async function* fieldsIn(store: Store, register: string): AsyncGenerator<readonly JsonObject[]> {
  for await (const page of pagesOf(store, register)) yield page.map(({ value }) => fieldsOf(value));
}
