import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a part of the page may cost a person who opens it: kilobytes of 1,000, as they come over the line. */
interface Budget {
  readonly name: string;
  /** Modules by the end of their path: with everything they load at once, they are the part. */
  readonly from: readonly string[];
  readonly kilobytes: { readonly js: number; readonly css?: number };
}

/** What everybody loads before the inbox is there, in the largest of the languages. */
const SHELL: Budget = {
  name: 'the shell with the inbox',
  from: ['/ui/index.html', '/ui/texts/es/index.ts'],
  kilobytes: { js: 130, css: 38 },
};

/** What comes on top when it is needed. The expressions are for forms that have any. */
const PARTS: readonly Budget[] = [
  { name: 'a form', from: ['/ui/form/SchemaForm.tsx'], kilobytes: { js: 110 } },
  { name: "a form's expressions", from: ['/ui/form/live-expressions.ts'], kilobytes: { js: 80 } },
  { name: 'the drawing', from: ['/ui/diagram/Canvas.tsx'], kilobytes: { js: 60 } },
];

/** Fails the build when a part of the page has grown beyond its budget, and says which and by how much. */
export function holdBudgets(): Plugin {
  return {
    name: 'hold-budgets',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const files = new Map(Object.entries(bundle));
      const shell = load(files, SHELL.from);
      const over = [
        ...excess(files, SHELL, shell),
        ...PARTS.flatMap((part) => {
          const more = load(files, part.from);
          return excess(files, part, new Set([...more].filter((file) => !shell.has(file))));
        }),
      ];
      if (over.length > 0) this.error(`${over.join(' ')} Load it later, or take something out.`);
    },
  };
}

/** What a file of the build tells of itself, as far as it matters here. */
interface Built {
  readonly type: 'chunk' | 'asset';
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly facadeModuleId?: string | null;
  readonly moduleIds?: readonly string[];
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/** The files that the modules bring with them. A module that is nowhere is a mistake in the lists above. */
function load(files: ReadonlyMap<string, Built>, modules: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const file = files.get(name);
    if (file === undefined || found.has(name)) return;
    found.add(name);
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
    for (const next of file.imports ?? []) add(next);
  };
  for (const end of modules) {
    const holds = (id: string) => id.replaceAll('\\', '/').endsWith(end);
    const start = [...files].find(([, file]) => holds(file.facadeModuleId ?? '') || file.moduleIds?.some(holds));
    if (start === undefined) throw new Error(`No file of the build holds ${end}.`);
    add(start[0]);
  }
  return found;
}

/** A sentence for each kind of file that is beyond the budget. */
function excess(files: ReadonlyMap<string, Built>, budget: Budget, names: ReadonlySet<string>): readonly string[] {
  return Object.entries(budget.kilobytes).flatMap(([kind, most]) => {
    const sizes = [...names].filter((name) => name.endsWith(`.${kind}`)).map((name) => zipped(files.get(name)));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1_000;
    if (kilobytes <= most) return [];
    return [`The ${kind.toUpperCase()} of ${budget.name} is ${kilobytes.toFixed(1)} kB; its budget is ${most} kB.`];
  });
}

/** The size of a file as it comes over the line. */
function zipped(file: Built | undefined): number {
  return gzipSync(file?.code ?? file?.source ?? '').length;
}
