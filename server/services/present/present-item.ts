import { type Json, isJsonObject } from '../../../engine/model/json.ts';
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

/** The item of one task of a step that is done once for each; its place in the row where it has no name. */
export function presentTaskItem({ each }: Pick<Task, 'each'>, reader: Reader): string | null {
  if (each === undefined) return null;
  const name = presentItem(each.item, reader);
  return name === '' ? `#${each.index + 1}` : name;
}
