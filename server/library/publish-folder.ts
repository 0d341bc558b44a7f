import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsOf, type Problem } from '../../engine/model/problem.ts';
import type { Bundle, Version } from '../../engine/model/version.ts';
import { childrenOf } from '../../engine/workflow/lint/children.ts';
import type { Library } from './library.ts';
import { type FormShelf, formsOf, type ReadBundle, readBundle, readForms } from './read-bundle.ts';

/** What came of one workflow's folder. */
export type Published =
  | { readonly kind: 'published'; readonly version: Version; readonly warnings: readonly Problem[] }
  | { readonly kind: 'left-out'; readonly workflow: string; readonly problems: readonly Problem[] };

/** Workflows that exist, with those that each waits for as children. */
export type KnownWorkflows = ReadonlyMap<string, readonly string[]>;

/** Finds everything that is wrong with what was read, errors and warnings. */
export type LintBundle = (read: ReadBundle, workflows: KnownWorkflows) => readonly Problem[];

/**
 * Publishes every workflow of a folder that passes lint. One that does not is left out with all its problems; the
 * others are published, and what was published before stays in force.
 */
export async function publishFolder(
  library: Library,
  folders: { readonly workflows: string; readonly forms: string },
  given: { readonly lint: LintBundle; readonly at: number },
): Promise<readonly Published[]> {
  const shelf = await readForms(folders.forms);
  const entries = await readdir(folders.workflows, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const reads: { readonly name: string; readonly read: ReadBundle }[] = [];
  for (const name of names) reads.push({ name, read: await readBundle(join(folders.workflows, name), shelf) });
  const workflows = knownWorkflows(
    library,
    reads.map(({ read }) => read),
  );
  const published: Published[] = [];
  for (const { name, read } of reads) {
    const bundle = bundleOf(read);
    // What is in force already has passed; a second start does not ask again.
    const problems =
      bundle !== null && library.isInForce(bundle) ? [] : [...unreadForms(read, shelf), ...given.lint(read, workflows)];
    const errors = errorsOf(problems);
    if (bundle === null || errors.length > 0)
      published.push({ kind: 'left-out', workflow: name, problems: errors.length > 0 ? errors : problems });
    else published.push({ kind: 'published', version: await library.publish(bundle, given.at), warnings: problems });
  }
  return published;
}

/** What is in force, and what this folder brings: a parent may name a child that is published after it. */
function knownWorkflows(library: Library, reads: readonly ReadBundle[]): KnownWorkflows {
  const inForce = library.all().map(({ bundle }) => bundle.machine);
  const brought = reads.flatMap(({ parsed }) => (parsed.kind === 'parsed' ? [parsed.file] : []));
  return new Map([...inForce, ...brought].map((file) => [file.id, childrenOf(file)]));
}

/** What would be published; null if the workflow's file was refused. */
function bundleOf({ parsed, rest }: ReadBundle): Bundle | null {
  return parsed.kind === 'parsed' ? { ...rest, machine: parsed.file } : null;
}

/** What is wrong with the files of forms that this workflow names and that could not be read. */
function unreadForms({ parsed }: ReadBundle, shelf: FormShelf): readonly Problem[] {
  const missing = parsed.file === null ? [] : formsOf(parsed.file).filter((id) => !shelf.forms.has(id));
  return shelf.problems.filter((problem) =>
    missing.some((id) => problem.path.startsWith(`/forms/${id}/`) || problem.path === `/forms/${id}`),
  );
}
