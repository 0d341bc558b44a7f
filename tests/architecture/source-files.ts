import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { PROJECT_ROOT } from '../../server/project-root.ts';

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** One import of a file: another file of ours, or a package by its name. */
export interface FoundImport {
  readonly from: string;
  readonly to: string;
  readonly ours: boolean;
  /** Only types: gone when the program runs. */
  readonly typesOnly: boolean;
}

/** Every TypeScript file below some folders, in order. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({
        path: file.slice(PROJECT_ROOT.length + 1).replaceAll('\\', '/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}

/** Every import, re-export and dynamic import of a file. */
export function importsOf({ path, text }: SourceFile): readonly FoundImport[] {
  const named = [
    ...text.matchAll(
      /\b(import|export)\s+(type\s+)?[^'";]*?\bfrom\s+'([^']+)'|\bimport\s*\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
    ),
  ];
  return named.map((match) => {
    const target = match[3] ?? match[4] ?? match[5] ?? '';
    const typesOnly = match[2] !== undefined;
    if (!target.startsWith('.')) return { from: path, to: packageOf(target), ours: false, typesOnly };
    return { from: path, to: normalize(join(dirname(path), target)).replaceAll('\\', '/'), ours: true, typesOnly };
  });
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return target;
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target);
}
