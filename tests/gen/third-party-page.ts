import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../server/project-root.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Packages of the build that end up in the page, with all they bring along. */
const IN_THE_PAGE = [
  'react',
  'react-dom',
  'scheduler',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@cfworker/json-schema',
  'bpmn-js',
  'diagram-js',
  'wouter',
  '@fontsource-variable/ibm-plex-sans',
  '@fontsource/ibm-plex-mono',
];

/** Every package that runs in the server or the page, with its licence, as the lockfile has it. */
export function thirdPartyPage(): string {
  const lock = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: { readonly [path: string]: Locked };
  };
  const rows = Object.entries(lock.packages)
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      path,
      ...entry,
    }))
    .filter(
      ({ path, name, dev, optional }) =>
        path !== '' && optional !== true && (dev !== true || IN_THE_PAGE.includes(name)),
    )
    .map(({ name, version, license }) => `| ${name} | ${version ?? ''} | ${license ?? 'see its package'} |`);
  return `# Packages of others

*This page is written by \`npm run gen\` from the lockfile.*

What runs in the server or the page, with its licence. bpmn-js carries the MIT text and one condition: its mark stays visible on every picture. elkjs is used unmodified under the Eclipse Public License 2.0.

| package | version | licence |
| --- | --- | --- |
${[...new Set(rows)].sort().join('\n')}
`;
}
