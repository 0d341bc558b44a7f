import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormFile } from '../../engine/model/form-file.ts';
import type { Language } from '../../engine/model/language.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';

/** A shipped form in English, as it is written. */
export function readFormFile(id: string): FormFile {
  return JSON.parse(readFileSync(join(process.cwd(), 'forms', `${id}.form.json`), 'utf8')) as FormFile;
}

/** A shipped form in a language. What has no translation stays English. */
export function readForm(id: string, language: Language): FormView {
  const file = structuredClone(readFormFile(id));
  if (language !== 'en') for (const [pointer, text] of Object.entries(textsOf(id, language))) put(file, pointer, text);
  return {
    id,
    title: file.title,
    help: file.help ?? null,
    schema: file.schema,
    checks: file.checks ?? [],
    layout: file.layout ?? [],
  };
}

function textsOf(id: string, language: Language): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(process.cwd(), 'forms', `${id}.texts.${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

function put(target: unknown, pointer: string, text: string): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const place = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], target);
  (place as Record<string, unknown>)[last] = text;
}
