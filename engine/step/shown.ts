import type { FormFile, LayoutPart } from '../model/form-file.ts';
import type { Instance } from '../model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import type { Covered } from '../model/signature.ts';
import type { TaskFile } from '../model/workflow-file.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { canonicalJson, type Sha256 } from './history-chain.ts';

/** Answers that were collected in a list, one for each item. */
export function isCollectedAnswers(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every((one: Json) => isJsonObject(one) && 'outcome' in one);
}

/** Names of `data` that tasks have filled, in the order of the file. */
export function answeredNames(nodes: Iterable<StateNode>, data: JsonObject): readonly string[] {
  const names = [...nodes]
    .filter((node) => node.file.meta?.task !== undefined)
    .map((node) => node.file.meta?.task?.into ?? node.key);
  return [...new Set(names)].filter((name) => isJsonObject(data[name]) || isCollectedAnswers(data[name]));
}

/** What stands beside a task's form: what `show` names, else the start and all answered tasks; and its opinions. */
export function shownNames(
  asked: { readonly task: Pick<TaskFile, 'show'> | undefined; readonly form: FormFile | undefined },
  of: { readonly nodes: Iterable<StateNode>; readonly start: string; readonly data: JsonObject },
): readonly string[] {
  const layout: readonly LayoutPart[] = asked.form?.layout ?? [];
  const opinions = layout.flatMap((part) => ('opinions' in part ? part.opinions : []));
  const names = asked.task?.show ?? [of.start, ...answeredNames(of.nodes, of.data)];
  return [...new Set([...opinions, ...names])];
}

/** Hashes of the named data and of the case's documents, as they stand. `own` is what the signer is about to write. SG3 */
export function coveredBy(
  instance: Pick<Instance, 'data' | 'documents'>,
  names: readonly string[],
  { own, sha256 }: { readonly own: string; readonly sha256: Sha256 },
): Omit<Covered, 'answer'> {
  const data = names.flatMap((name) => {
    const value = instance.data[name];
    return name === own || value === undefined ? [] : [[name, hashOf(value, sha256)] as const];
  });
  return {
    data: Object.fromEntries(data),
    // A document that is kept elsewhere may come without a hash; its id is covered then.
    documents: Object.fromEntries(instance.documents.map(({ id, sha256: hash }) => [id, hash ?? id])),
  };
}

/** The hash of one name of `data`; of answers collected in a list, one each, so that another answer changes none. */
export function hashOf(value: Json, sha256: Sha256): string | readonly string[] {
  return isCollectedAnswers(value) ? value.map((one) => sha256(canonicalJson(one))) : sha256(canonicalJson(value));
}

/** What a signer is shown, as one hash: it comes back with the signature, and another is refused. SG4 */
export function shownHash(
  instance: Pick<Instance, 'id' | 'versionHash'>,
  subject: string,
  { covers, sha256 }: { readonly covers: Omit<Covered, 'answer'>; readonly sha256: Sha256 },
): string {
  return sha256(
    canonicalJson({ instance: instance.id, version: instance.versionHash, subject, covers: { ...covers } } as never),
  );
}
