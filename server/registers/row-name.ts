import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { LANGUAGES, type Text } from '../../engine/model/language.ts';
import type { RegisterFile } from './register-files.ts';

/** The name by which people know a row, in the languages it has: its label, or its id where it has none. */
export function nameOfRow(register: Pick<RegisterFile, 'label'>, id: string, fields: JsonObject): Text {
  return textOf(fields[register.label], id);
}

function textOf(name: Json | undefined, id: string): Text {
  if (typeof name === 'string' && name !== '') return { en: name };
  if (!isJsonObject(name)) return { en: id };
  const known = Object.fromEntries(
    LANGUAGES.flatMap((language) => (typeof name[language] === 'string' ? [[language, name[language]]] : [])),
  );
  return { en: id, ...known } as Text;
}
