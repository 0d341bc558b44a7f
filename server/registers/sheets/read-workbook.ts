import { refuseFile } from './refuse-file.ts';
import { readXml } from './read-xml.ts';
import type { Zip } from './open-zip.ts';

/** All shared texts together. A list of 50,000 rows has some megabytes. */
const MOST_TEXT = 60_000_000;

/** What the workbook says of its first sheet. */
export interface Workbook {
  readonly sheet: string;
  readonly from1904: boolean;
}

/** Finds the first sheet. Throws `import.refused` for what is no workbook. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  if (!zip.has('xl/workbook.xml')) throw refuseFile('sheet_broken', { part: 'xl/workbook.xml' });
  let from1904 = false;
  let relation: string | undefined;
  await readAll(zip, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name === 'sheet') relation ??= attributes['r:id'];
  });
  const targets = new Map<string, string>();
  if (zip.has('xl/_rels/workbook.xml.rels'))
    await readAll(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    });
  const target = targets.get(relation ?? '') ?? 'worksheets/sheet1.xml';
  const sheet = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!zip.has(sheet)) throw refuseFile('sheet_broken', { part: sheet });
  return { sheet, from1904 };
}

/** The texts that cells name by their numbers. Readings of characters (`rPh`) are none of them. */
export async function readSharedTexts(zip: Zip): Promise<readonly string[]> {
  const part = 'xl/sharedStrings.xml';
  const texts: string[] = [];
  if (!zip.has(part)) return texts;
  let current = '';
  let total = 0;
  let inText = false;
  let inReading = false;
  const events = {
    open(name: string) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      inText = name === 't' && !inReading;
    },
    text(text: string) {
      if (inText) current += text;
    },
    close(name: string) {
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
      if (name !== 'si') return;
      total += current.length;
      if (total > MOST_TEXT) throw refuseFile('sheet_too_large', { part });
      texts.push(current);
    },
  };
  for await (const _stop of readXml(zip.read(part), part, events));
  return texts;
}

async function readAll(
  zip: Zip,
  part: string,
  open: (name: string, attributes: { readonly [name: string]: string }) => void,
): Promise<void> {
  for await (const _stop of readXml(zip.read(part), part, { open, text: () => undefined, close: () => undefined }));
}
