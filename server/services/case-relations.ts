import type { Instance } from '../../engine/model/instance.ts';
import { instanceIdOf } from '../../engine/runtime/engine.ts';
import { CHILD_SRC, startIdOf } from '../../engine/runtime/run-child.ts';
import { mayView } from '../../engine/step/people.ts';
import { type ServiceParts, textsOf } from './parts.ts';
import { presentInstanceRow } from './present/present-instance.ts';
import type { Reader } from './reader.ts';
import { sha256 } from './sha256.ts';
import type { CaseRef, ChildView, InstanceView } from './views/instance-view.ts';

export type Relations = Pick<InstanceView, 'parent' | 'children' | 'supersedes'>;

/** More than a page of them nobody reads; a step that ran a hundred times shows its first ones. */
const MOST_CHILDREN = 50;

/**
 * The cases around a case: who waits for it, whom it started, what it takes the place of. Those that the reader may not
 * see are left out.
 *
 * Ids of children derive from the step, its visit and the item, so nothing needs to be kept to find them.
 */
export async function relationsOf(parts: ServiceParts, reader: Reader, instance: Instance): Promise<Relations> {
  const see = async (id: string | null | undefined): Promise<Instance | undefined> => {
    const found = id == null ? undefined : await parts.store.load(id);
    return found !== undefined && mayView(found.viewers, reader.person, reader.plant) ? found : undefined;
  };
  const texts = await textsOf(parts, reader, instance);
  const starts = await startsOf(parts, instance);
  const [parent, supersedes, ...children] = await Promise.all([
    see(instance.parent?.instance),
    see(instance.supersedes),
    ...starts.slice(0, MOST_CHILDREN).map(async ({ state, key }) => {
      const child = await see(instanceIdOf(startIdOf(key), sha256));
      return child === undefined ? undefined : childView(parts, reader, { child, step: texts.stateTitle(state) });
    }),
  ]);
  return {
    parent: refOf(parent),
    supersedes: refOf(supersedes),
    children: children.filter((child) => child !== undefined),
  };
}

async function childView(
  parts: ServiceParts,
  reader: Reader,
  { child, step }: { readonly child: Instance; readonly step: string },
): Promise<ChildView> {
  const row = presentInstanceRow({ ...child, incidents: 0 }, await textsOf(parts, reader, child), reader);
  return { id: row.id, number: row.number, subject: row.subject, step, status: row.status, light: row.light };
}

const refOf = (instance: Instance | undefined): CaseRef | null =>
  instance === undefined ? null : { id: instance.id, number: instance.number };

/** Every start of another case that this one can have made so far: its step, and the key of its effect. */
async function startsOf(
  parts: ServiceParts,
  instance: Instance,
): Promise<readonly { readonly state: string; readonly key: string }[]> {
  const { nodes } = await parts.library.compiled(instance.workflow, instance.versionHash);
  const starting = nodes.filter((node) => node.file.invoke?.src.startsWith(CHILD_SRC) === true);
  return starting.flatMap((node) =>
    Array.from({ length: instance.visits[node.key] ?? 0 }, (_none, index) => index + 1).flatMap((visit) => {
      const key = `${instance.id}:${node.key}#${visit}`;
      if (node.file.meta?.forEach === undefined) return [{ state: node.key, key }];
      const collected = instance.groups?.[node.key]?.items ?? instance.data[node.file.meta.into ?? node.key];
      const count = Array.isArray(collected) ? collected.length : 0;
      return Array.from({ length: count }, (_none, index) => ({ state: node.key, key: `${key}/${index}` }));
    }),
  );
}
