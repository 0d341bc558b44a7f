import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { publishRegisters } from '../../../server/registers/publish-registers.ts';
import { lintRegister } from '../../../server/registers/lint-register.ts';
import { readRegisters, REFUSED_REGISTERS, REGISTER_FILES } from '../../../server/registers/register-files.ts';
import { referenceKey } from '../../../server/registers/row-references.ts';
import { openSqliteStore } from '../../../server/stores/sqlite/open-sqlite-store.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

const ROLES = new Set(['buyer']);

/** A register that is sound, with what a test changes in it. */
function tools(changes: JsonObject = {}): JsonObject {
  return {
    id: 'tools',
    title: 'Tools',
    group: 'plant',
    key: 'id',
    label: 'name',
    schema: {
      type: 'object',
      properties: {
        id: { type: 'string', title: 'Number', maxLength: 64 },
        name: { type: 'string', title: 'Name', maxLength: 200 },
        kept_by: { type: 'string', title: 'Kept by', 'x-ref': 'people', maxLength: 64 },
      },
      required: ['id'],
    },
    views: {
      list: { columns: ['id', 'name'], sort: 'name' },
      search: ['name'],
      form: { groups: [{ title: 'Basics', fields: ['id', 'name', 'kept_by'] }] },
    },
    rights: { write: ['buyer'] },
    ...changes,
  };
}

describe('files of registers, read and put into force', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'registers-'));
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const written = (file: JsonObject | string, name = 'tools') => {
    writeFileSync(join(folder, `${name}.register.json`), typeof file === 'string' ? file : JSON.stringify(file));
    return readRegisters(folder);
  };

  it('[RG15] the registers of the plant are sound', () => {
    const roles = new Set(
      [...REGISTER_FILES.values()].flatMap(({ rights }) => [...rights.write, ...(rights.read ?? [])]),
    );
    const registers = new Set([...REGISTER_FILES.keys(), 'people']);
    expect(REFUSED_REGISTERS).to.deep.equal([]);
    for (const register of REGISTER_FILES.values())
      expect(lintRegister(register, { registers, roles }), register.id).to.deep.equal([]);
  });

  it('[RG15] a file that is not built as it must be is named with its places', () => {
    const codes = (file: JsonObject | string) =>
      written(file).refused.flatMap(({ problems }) => problems.map(({ path, code }) => `${path} ${code}`));
    expect(codes('{"id": "tools"')).to.have.length(1);
    expect(codes(tools({ group: 'things', colour: 'red' }))).to.have.members([
      '/group register.value_unknown',
      '/colour register.key_unknown',
    ]);
    expect(codes(tools({ id: 'gear' }))).to.deep.equal(['/id register.id_wrong']);
  });

  it('[RG15] what a file means is looked at too: fields that are none, roles, references', async () => {
    // given
    const { views, schema } = tools() as { readonly views: JsonObject; readonly schema: JsonObject };
    const wrong = tools({
      label: 'names',
      views: {
        ...views,
        list: { columns: ['idd'], sort: '-name' },
        form: { groups: [{ title: 'A', fields: ['id'] }] },
      },
      schema: {
        ...schema,
        properties: { ...(schema['properties'] as JsonObject), bin: { type: 'string', 'x-ref': 'bins', maxLength: 9 } },
      },
      rights: { write: ['buyers'] },
    });

    // when
    const [kept] = await publishRegisters(openMemoryStore(), written(wrong), ROLES);

    // then
    expect(kept?.former).to.equal(null);
    expect(kept?.problems.map(({ path, code }) => `${path} ${code}`)).to.have.members([
      '/label register.field_unknown',
      '/views/list/columns/0 register.field_unknown',
      '/schema/properties/name register.field_hidden',
      '/schema/properties/kept_by register.field_hidden',
      '/schema/properties/bin register.field_hidden',
      '/schema/properties/bin/x-ref form.register_unknown',
      '/rights/write/0 register.role_unknown',
    ]);
    for (const { message } of kept?.problems ?? []) expect(message).to.match(/[.?]$/);
  });

  for (const [name, open] of [
    ['memory', () => openMemoryStore()],
    ['sqlite', () => openSqliteStore({ file: ':memory:' })],
  ] as const)
    it(`[RG16] a register that stored rows would not fit is refused with the rows named, and the one before stays on ${name}`, async () => {
      // given
      const store: Store = open();
      expect(await publishRegisters(store, written(tools()), ROLES)).to.deep.equal([]);
      for (const [id, value] of [
        ['T1', { id: 'T1', name: 'Wrench' }],
        ['T2', { id: 'T2', kept_by: 'U07' }],
      ] as const)
        await store.putRecord({ register: 'tools', id, value });
      const before = JSON.stringify(await store.listRecords({ register: 'tools', limit: 10 }));

      // when
      const { schema } = tools() as { readonly schema: JsonObject };
      const changed = written(tools({ schema: { ...schema, required: ['id', 'name'] } }));
      const [kept] = await publishRegisters(store, changed, ROLES);

      // then
      expect(kept?.problems).to.have.length(1);
      expect(kept?.problems[0]).to.deep.include({ path: '/rows/T2/name', code: 'register.schema_contradicts' });
      expect(kept?.problems[0]?.message).to.contain('"T2"');
      expect(kept?.former?.schema).to.deep.equal(schema);
      expect(JSON.stringify(await store.listRecords({ register: 'tools', limit: 10 }))).to.equal(before);
      await store.close();
    });

  it('[RG14] rows that did not say what they name are told to when their register comes into force', async () => {
    const store = openMemoryStore();
    await store.putRecord({ register: 'tools', id: 'T2', value: { id: 'T2', kept_by: 'U07' }, keys: ['other'] });
    await publishRegisters(store, written(tools()), ROLES);
    expect((await store.getRecord('tools', 'T2'))?.keys).to.have.members(['other', referenceKey('people', 'U07')]);
  });
});
