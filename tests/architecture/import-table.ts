/** What the files of one folder may import. Folders are named from the root; packages as npm names them. */
export interface ImportRow {
  readonly folder: string;
  /** Folders of ours, beside its own. */
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}

/**
 * Who may import whom: imports run one way. The lint's settings for `engine/` are made from the same table
 * (`npm run gen`), and `imports.test.ts` reads the real imports of every file.
 */
export const IMPORT_TABLE: readonly ImportRow[] = [
  { folder: 'engine/model', ours: [], packages: [] },
  { folder: 'engine/feel', ours: ['engine/model'], packages: ['feelin', 'decimal.js'] },
  { folder: 'engine/lint', ours: ['engine/model', 'engine/feel'], packages: [] },
  { folder: 'engine/form', ours: ['engine/model', 'engine/feel', 'engine/lint'], packages: [] },
  { folder: 'engine/schedule', ours: [], packages: ['croner'] },
  {
    folder: 'engine/workflow',
    ours: ['engine/model', 'engine/feel', 'engine/lint', 'engine/form', 'engine/schedule'],
    packages: ['xstate', 'luxon'],
  },
  { folder: 'engine/plan', ours: ['engine/model', 'engine/workflow'], packages: [] },
  { folder: 'engine/bpmn', ours: ['engine/model', 'engine/workflow'], packages: [] },
  {
    folder: 'engine/step',
    ours: ['engine/model', 'engine/feel', 'engine/form', 'engine/workflow'],
    packages: ['xstate', 'luxon'],
  },
  { folder: 'engine/ports', ours: ['engine/model'], packages: [] },
  {
    folder: 'engine/runtime',
    ours: ['engine/model', 'engine/form', 'engine/workflow', 'engine/step', 'engine/ports'],
    packages: [],
  },
  { folder: 'server/stores', ours: ['engine'], packages: ['mongoose', '@photostructure/sqlite'] },
  { folder: 'server/checker', ours: ['engine'], packages: ['ajv', 'ajv-formats'] },
  {
    folder: 'server/registers',
    ours: ['engine', 'server/checker', 'server/project-root.ts'],
    packages: ['sax', 'yauzl', 'yazl'],
  },
  { folder: 'server/texts', ours: ['engine'], packages: [] },
  { folder: 'server/documents', ours: ['engine'], packages: ['handlebars'] },
  {
    folder: 'server/mail',
    ours: ['engine', 'server/plant', 'server/services', 'server/texts'],
    packages: ['luxon', 'nodemailer'],
  },
  { folder: 'server/diagram', ours: ['engine'], packages: ['bpmn-moddle', 'elkjs'] },
  { folder: 'server/plant', ours: ['engine', 'server/services'], packages: ['luxon'] },
  { folder: 'server/identity', ours: ['engine', 'server/plant'], packages: ['@node-rs/argon2'] },
  {
    folder: 'server/library',
    ours: [
      'engine',
      'server/checker',
      'server/diagram',
      'server/documents',
      'server/effects',
      'server/plant',
      'server/services',
    ],
    packages: [],
  },
  {
    folder: 'server/services',
    ours: [
      'engine',
      'server/diagram',
      'server/documents',
      'server/library',
      'server/plant',
      'server/registers',
      'server/texts',
    ],
    packages: ['file-type'],
  },
  {
    folder: 'server/make',
    ours: ['engine', 'server/library', 'server/plant', 'server/registers', 'server/services', 'server/texts'],
    packages: ['luxon'],
  },
  {
    folder: 'server/schedules',
    ours: ['engine', 'server/library', 'server/plant', 'server/services', 'server/texts', 'server/open-loop.ts'],
    packages: [],
  },
  {
    folder: 'server/effects',
    ours: [
      'engine',
      'server/checker',
      'server/documents',
      'server/library',
      'server/mail',
      'server/plant',
      'server/project-root.ts',
      'server/registers',
      'server/services',
      'server/texts',
    ],
    packages: ['luxon'],
  },
  {
    folder: 'server/http',
    ours: [
      'engine',
      'server/checker',
      'server/identity',
      'server/mail',
      'server/make',
      'server/plant',
      'server/schedules',
      'server/services',
      'server/texts',
      'server/open-plant.ts',
    ],
    packages: ['express', 'helmet', 'busboy'],
  },
  {
    folder: 'server/demo',
    ours: [
      'engine',
      'server/identity',
      'server/plant',
      'server/registers',
      'server/services',
      'server/open-plant.ts',
      'server/clocks.ts',
    ],
    packages: ['luxon'],
  },
  {
    folder: 'ui',
    ours: ['engine', 'server/services/views'],
    packages: [
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/hooks',
      '@tabler/icons-react',
      '@tanstack/react-query',
      '@cfworker/json-schema',
      'bpmn-js',
      'wouter',
      'vite',
      '@vitejs/plugin-react',
      'node:url',
      'node:zlib',
    ],
  },
];

/** Things that exactly one file may name. */
export const ONE_FILE_RULES: readonly { readonly what: string; readonly found: RegExp; readonly file: string }[] = [
  { what: 'createMachine', found: /\bcreateMachine\s*\(/, file: 'engine/workflow/compile-machine.ts' },
  {
    what: "XState's snapshots",
    found: /\brestoreSnapshot\s*\(|\binitialTransition\s*\(/,
    file: 'engine/step/configuration.ts',
  },
  { what: 'Ajv', found: /from 'ajv[/']/, file: 'server/checker/ajv-checker.ts' },
  { what: "the page's checker", found: /from '@cfworker\/json-schema'/, file: 'ui/form/cfworker-checker.ts' },
  { what: 'bpmn-js', found: /from 'bpmn-js/, file: 'ui/diagram/Canvas.tsx' },
  { what: 'the SQLite driver', found: /from '@photostructure\/sqlite'/, file: 'server/stores/sqlite/driver.ts' },
  { what: 'Handlebars', found: /from 'handlebars'/, file: 'server/documents/template-language.ts' },
];
