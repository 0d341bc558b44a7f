import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Task } from '../../../engine/model/instance.ts';
import { personName, type Reader, roleName } from '../reader.ts';

/** What people call one item of a step that is done once for each: a role, a person, a name, or the value itself. */
export function presentItem(item: Json, reader: Reader): string {
  if (typeof item === 'string')
    return reader.plant.people.has(item) ? personName(reader, item) : roleName(reader, item);
  if (isJsonObject(item)) {
    const named = item['name'] ?? item['title'] ?? item['id'] ?? item['lot'] ?? item['line_no'];
    return typeof named === 'string' || typeof named === 'number' ? String(named) : '';
  }
  return item === null || Array.isArray(item) ? '' : String(item);
}

/** An answer of a step that is done once for each item, without what the engine wrote beside it: which item, who, when. */
export function ownAnswers(answer: JsonObject): JsonObject {
  const { item: _item, by: _by, department: _department, at: _at, ...own } = answer;
  return own;
}

/** The item of one task of a step that is done once for each; its place in the row where it has no name. */
export function presentTaskItem({ each }: Pick<Task, 'each'>, reader: Reader): string | null {
  if (each === undefined) return null;
  const name = presentItem(each.item, reader);
  return name === '' ? `#${each.index + 1}` : name;
}
