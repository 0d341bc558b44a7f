import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { openDemoTime } from '../../../server/demo/demo-moment.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { REGISTER_FILES, type ReadRegister } from '../../../server/registers/register-files.ts';
import { registerTexts } from '../../../server/registers/register-texts.ts';
import { rowSchema } from '../../../server/registers/row-schema.ts';

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
      const pointers = [...registerTexts(file).keys()].sort();
      for (const language of ['es', 'zh-TW'] as const)
        expect(Object.keys(file.texts[language] ?? {}).sort(), `${file.id} ${language}`).to.deep.equal(pointers);
      expect(Object.keys(file.schema['properties'] ?? {})).to.include.members([file.key, file.label]);
    }
  });

  it('[RG8] rows of the demo plant fit their registers', () => {
    const check = openFileChecker();
    const time = openDemoTime(FLOOR, Date.UTC(2026, 10, 23, 1));
    for (const [register, rows] of Object.entries(DEMO.registers)) {
      const schema = rowSchema(REGISTER_FILES.get(register) as ReadRegister);
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
