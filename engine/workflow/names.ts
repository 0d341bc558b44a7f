/** Roots that FEEL sees in a workflow; no state may be called like one of them. */
export const FEEL_ROOTS = ['data', 'tasks', 'visits', 'event', 'instance', 'settings', 'now'] as const;

const RESERVED = new Set<string>([...FEEL_ROOTS, 'start', 'item', 'gembaflow_boot']);
const FEEL_NAME = /^[a-z][a-z0-9_]{0,62}$/;
const FILE_NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** What a name must be to be read by FEEL, said for people. */
export const FEEL_NAME_RULE = 'small letters, digits and _, beginning with a letter, 63 characters at most';
export const FILE_NAME_RULE = 'small letters, digits and -, beginning with a letter, 63 characters at most';

/** True for a key of `Object.prototype`: such a name would be found without being there. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** True for a name that FEEL can say (states, fields, outcomes, settings). NM1 */
export function isFeelName(name: string): boolean {
  return FEEL_NAME.test(name) && !name.includes('__') && !isInherited(name);
}

/** True for the id of a workflow, form, template, calendar or ladder. NM2 */
export function isFileName(name: string): boolean {
  return FILE_NAME.test(name) && !isInherited(name);
}

/** True for a name that the language keeps for itself. NM3 */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}
