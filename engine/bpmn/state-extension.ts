import type { Json, JsonObject } from '../model/json.ts';
import type { StateFile } from '../model/workflow-file.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Form } from './choose-forms.ts';
import type { Extension } from './drawing.ts';

type StateKey = keyof StateFile;

/** What the shapes and flows of each form say by themselves. Everything else of a state travels in its extension. */
const DRAWN: { readonly [form in Form]: readonly StateKey[] } = {
  task: ['on', 'after'],
  service: ['on', 'after', 'invoke'],
  decision: ['always'],
  catch: ['on', 'after', 'always'],
  race: ['on', 'after', 'always'],
  box: ['on', 'after', 'onDone', 'states', 'initial'],
  open: ['states'],
  wrapped: ['on', 'after', 'onDone', 'states', 'type'],
  split: ['onDone', 'states', 'type'],
  branch: ['states', 'initial'],
  end: ['type'],
  joined: ['type'],
  aside: [],
};

/** The `wf:state` extension: its kind, and in the body what nothing else of the drawing says. Left out if empty. BP1 */
export function stateExtension(node: StateNode, form: Form, kind?: string): readonly Extension[] {
  const rest = restOfState(node, form);
  const isEmpty = Object.keys(rest).length === 0;
  if (isEmpty && kind === undefined) return [];
  return [{ type: 'wf:State', attributes: kind === undefined ? {} : { kind }, ...(isEmpty ? {} : { body: rest }) }];
}

/** All of a state that its form does not draw. A region has no name of its own: its description is the flow's. */
export function restOfState(node: StateNode, form: Form): JsonObject {
  const drawn = new Set<string>([...DRAWN[form], ...(form === 'joined' ? [] : ['description'])]);
  const { meta, ...rest } = Object.fromEntries(Object.entries(node.file).filter(([key]) => !drawn.has(key)));
  const { task: _task, ...otherMeta } = (meta ?? {}) as JsonObject;
  const isEmpty = Object.keys(otherMeta).length === 0;
  return { ...rest, ...(isEmpty ? {} : { meta: otherMeta }) } as JsonObject;
}

/** The `wf:task` extension: form, roles and due time where they are plain texts, the rest in the body. */
export function taskExtension({ file }: StateNode): Extension {
  const { roles, ...task } = (file.meta?.task ?? {}) as JsonObject;
  const names = plainNames(roles);
  return extensionOf('wf:Task', { ...task, ...(roles === undefined ? {} : { roles: names ?? roles }) }, [
    'form',
    'due',
    ...(names === undefined ? [] : ['roles']),
  ]);
}

/** The `wf:service` extension: the source, and the rest of the invocation without where it leads. */
export function serviceExtension({ file }: StateNode): Extension {
  const { onDone: _onDone, onError: _onError, ...rest } = (file.invoke ?? {}) as unknown as JsonObject;
  return extensionOf('wf:Service', rest, ['src']);
}

/** The `wf:machine` extension: all of the file but what the process says, with the states that are not drawn. */
export function machineExtension(file: JsonObject, aside: readonly StateNode[]): Extension {
  const { id: _id, description: _description, initial: _initial, states: _states, ...rest } = file;
  const states = Object.fromEntries(aside.map((node) => [node.key, node.file as unknown as Json]));
  return extensionOf('wf:Machine', { ...rest, ...(aside.length === 0 ? {} : { states }) }, []);
}

/** A list of names as one text; undefined if a name holds a comma, the list is empty, or it is an expression. */
function plainNames(roles: Json | undefined): string | undefined {
  const isPlain =
    Array.isArray(roles) &&
    roles.length > 0 &&
    roles.every((role) => typeof role === 'string' && /^[^,\s]+$/.test(role));
  return isPlain ? roles.join(',') : undefined;
}

/** The named keys as attributes as far as they are texts; all else in the body. */
function extensionOf(type: Extension['type'], content: JsonObject, named: readonly string[]): Extension {
  const isAttribute = ([key, value]: [string, Json]): boolean => named.includes(key) && typeof value === 'string';
  const entries = Object.entries(content);
  const body = Object.fromEntries(entries.filter((entry) => !isAttribute(entry)));
  const attributes = Object.fromEntries(entries.filter(isAttribute)) as Extension['attributes'];
  return { type, attributes, ...(Object.keys(body).length === 0 ? {} : { body }) };
}
