import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { IMPORT_TABLE, type ImportRow } from '../architecture/import-table.ts';

/** Globals that would make a decision depend on when or where it is taken, and what to use instead. */
const IMPURE_GLOBALS: { readonly [name: string]: string } = {
  Date: 'The moment is an argument of the step; Luxon reads calendars.',
  setTimeout: 'Timers are rows. The worker is woken through the clock port.',
  setInterval: 'Timers are rows. The worker is woken through the clock port.',
  process: 'The engine knows no machine. Hand the value in.',
  fetch: 'What happens outside is an effect.',
  crypto: 'The hash function is an argument.',
  globalThis: 'The engine knows no machine. Hand the value in.',
  console: 'The logger is a port.',
};

/**
 * The settings of the linter, with one override for each folder of the engine made from the import table.
 * An override replaces a rule's options and adds none, so each carries its whole list.
 */
export function lintSettings(): string {
  const settings = JSON.parse(readFileSync(join(PROJECT_ROOT, 'biome.json'), 'utf8')) as { overrides: unknown[] };
  const byHand = settings.overrides.filter((override) => !isOurs(override));
  const made = IMPORT_TABLE.filter(({ folder }) => folder.startsWith('engine/')).map(overrideFor);
  return `${JSON.stringify({ ...settings, overrides: [...byHand, ...made] }, null, 2)}\n`;
}

function isOurs(override: unknown): boolean {
  return (override as { includes: readonly string[] }).includes.some((glob) => glob.startsWith('engine/'));
}

function overrideFor({ folder, ours, packages }: ImportRow): object {
  const allowed = [
    folder.slice('engine/'.length),
    ...foldersIn(folder),
    ...ours.map((path) => path.slice('engine/'.length)),
  ];
  // Biome sees the text of an import alone: dots without a folder stay within the folder that the override is for.
  const group = [
    '**',
    '!./**',
    '!../*',
    '!../../*',
    ...allowed.map((name) => `!**/${name}/**`),
    ...packages.map((name) => `!${name}`),
  ];
  return {
    includes: [`${folder}/**`],
    linter: {
      rules: {
        correctness: { noNodejsModules: 'error' },
        style: {
          noRestrictedGlobals: { level: 'error', options: { deniedGlobals: IMPURE_GLOBALS } },
          noRestrictedImports: {
            level: 'error',
            options: {
              patterns: [{ group, message: 'Imports run one way: see tests/architecture/import-table.ts.' }],
            },
          },
        },
      },
    },
  };
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map(({ name }) => name)
    .sort();
}
