import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { openDemoTime } from '../../../server/demo/demo-moment.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { REGISTER_FILES } from '../../../server/registers/register-files.ts';

const DEMO = JSON.parse(readFileSync(join(PROJECT_ROOT, 'server', 'demo', 'plant.json'), 'utf8')) as {
  readonly registers: { readonly [register: string]: readonly JsonObject[] };
};
const FLOOR = (
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'server', 'plant', 'calendars.json'), 'utf8')) as readonly CalendarFile[]
)[0] as CalendarFile;
/** Names under which the server keeps rows of its own. */
const OWN = ['people', 'plant', 'sessions', 'files', 'documents', 'notifications', 'messages', 'record-history'];

describe('files of registers', () => {
  it('[RG8] each register has its title and its fields in each language', () => {
    for (const file of REGISTER_FILES.values()) {
      const pointers = [...titlesOf(file.title, '/title'), ...titlesOf(file.schema, '/schema')].sort();
      for (const language of ['es', 'zh-TW'] as const)
        expect(Object.keys(file.texts[language] ?? {}).sort(), `${file.id} ${language}`).to.deep.equal(pointers);
      expect(titlesOf(file.schema['properties'] ?? {}, '').length).to.be.greaterThan(1);
      expect(Object.keys(file.schema['properties'] ?? {})).to.include.members([file.key, file.label]);
    }
  });

  it('[RG8] rows of the demo plant fit their registers', () => {
    const check = openFileChecker();
    const time = openDemoTime(FLOOR, Date.UTC(2026, 10, 23, 1));
    for (const [register, rows] of Object.entries(DEMO.registers)) {
      const schema = { ...REGISTER_FILES.get(register)?.schema, unevaluatedProperties: false };
      for (const row of rows)
        expect(check(schema, time.fill(row)), `${register} ${String(row['id'])}`).to.deep.equal([]);
    }
  });

  it('[RG6] no register of the plant has the name of one of the server', () => {
    expect(OWN.filter((name) => REGISTER_FILES.has(name))).to.deep.equal([]);
  });

  it('[RG8] what a field refers to is a register', () => {
    const known = new Set([...REGISTER_FILES.keys(), 'people']);
    for (const file of REGISTER_FILES.values())
      for (const [, name] of JSON.stringify(file.schema).matchAll(/"x-ref":"([^"]+)"/g))
        expect(known.has(name ?? ''), `${file.id}: ${name}`).to.equal(true);
  });
});

/** Pointers of the titles in a part of a file. */
function titlesOf(part: unknown, at: string): readonly string[] {
  if (typeof part === 'string') return at.endsWith('/title') ? [at] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => titlesOf(value, `${at}/${key}`));
}
