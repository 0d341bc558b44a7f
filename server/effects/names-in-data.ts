import type { Instance } from '../../engine/model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { type Language, type Text, textIn } from '../../engine/model/language.ts';
import type { Store } from '../../engine/ports/store.ts';
import { REGISTER_FILES } from '../registers/register-files.ts';
import { fieldsOf } from '../registers/row.ts';

/** Places of a template that show an id by its name: `{{name "products" product}}`. */
const NAMED = /\bname "([a-z][a-z0-9-]*)"/g;
const MOST_ID = 128;
/** A document shows so many things at most; what lies beyond keeps its id. */
const MOST_LOOKED_UP = 500;

/**
 * Names of the records that stand in a case without anybody having picked them, such as the products of a plan's lines:
 * for the registers that a template names, `"products/P-1003"` → the name as it is now. What people picked keeps the name
 * that it had then.
 */
export async function namesInData(
  store: Store,
  instance: Instance,
  given: { readonly template: string; readonly language: Language },
): Promise<{ readonly [record: string]: string }> {
  const registers = [...new Set([...given.template.matchAll(NAMED)].map(([, register]) => register ?? ''))];
  const labels = registers.flatMap((id) => {
    const file = REGISTER_FILES.get(id);
    return file === undefined || file.label === file.key ? [] : [{ id, label: file.label }];
  });
  if (labels.length === 0) return {};
  const ids = [...textsOf(instance.data)].slice(0, MOST_LOOKED_UP);
  const found = labels.flatMap(({ id: register, label }) =>
    ids
      .filter((id) => !Object.hasOwn(instance.refs, `${register}/${id}`))
      .map(async (id): Promise<readonly (readonly [string, string])[]> => {
        const row = await store.getRecord(register, id);
        const name = row === undefined ? null : (fieldsOf(row.value)[label] ?? null);
        return name === null ? [] : [[`${register}/${id}`, nameIn(name, given.language)]];
      }),
  );
  return Object.fromEntries((await Promise.all(found)).flat());
}

/** Every text of the data that could be an id, each once. */
function textsOf(data: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: Json): void => {
    if (typeof value === 'string') {
      if (value !== '' && value.length <= MOST_ID && !/\s/.test(value)) found.add(value);
    } else if (Array.isArray(value)) for (const entry of value as readonly Json[]) walk(entry);
    else if (isJsonObject(value)) for (const entry of Object.values(value)) walk(entry);
  };
  walk(data);
  return found;
}

function nameIn(name: Json, language: Language): string {
  return isJsonObject(name) ? textIn(name as unknown as Text, language) : String(name);
}
