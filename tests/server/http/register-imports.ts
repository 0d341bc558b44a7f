import { expect } from 'chai';
import type { Store } from '../../../engine/ports/store.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { type Answer, openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import type { NamedStore } from './named-store.ts';

const check = openFileChecker();
const MATERIALS = '/api/registers/materials';
const APPLY = { reason: 'New year list' };

/** Files of rows as people send them, on one kind of store. RI1–RI10 */
export function describeRegisterImports({ name, open }: NamedStore): void {
  describe(`imports of rows on ${name}`, () => {
    let store: Store;
    let api: TestApi;
    let lucia: TestPerson;
    beforeEach(async () => {
      store = await open();
      api = await openTestApi(store);
      lucia = await api.signIn('lucia');
      for (const [id, en] of [
        ['T-1', 'Tape'],
        ['T-2', 'Tie'],
        ['T-3', 'Thread'],
      ] as const)
        await store.putRecord({
          register: 'materials',
          id,
          value: { id, name: id === 'T-1' ? { en, es: 'Cinta' } : { en }, uom: 'kg' },
        });
    });
    afterEach(() => api.close());

    const post = (file: string | Buffer, person = lucia, fileName = 'rows.csv'): Promise<Answer> => {
      const form = new FormData();
      form.append('file', new Blob([file as never]), fileName);
      const headers = { cookie: person.cookie, 'x-csrf-token': person.csrfToken };
      return api.send(`${MATERIALS}/imports`, { method: 'POST', headers, body: form });
    };
    /** Sends a file and waits for its preview. */
    const preview = async (file: string | Buffer): Promise<Answer['body']> => {
      const sent = await post(file);
      expect(sent.status, sent.text).to.equal(202);
      await api.plant.imports.idle();
      return (await lucia.get(`${MATERIALS}/imports/${sent.body.id}`)).body;
    };
    const apply = async (id: string): Promise<Answer['body']> => {
      const answer = await lucia.post(`${MATERIALS}/imports/${id}/apply`, APPLY);
      expect(answer.status, answer.text).to.equal(202);
      await api.plant.imports.work();
      return (await lucia.get(`${MATERIALS}/imports/${id}`)).body;
    };
    const row = async (id: string): Promise<Answer['body']> => (await lucia.get(`${MATERIALS}/rows/${id}`)).body;

    it('[RI3] a preview says what would be added and changed, and nothing is changed yet', async () => {
      // when
      const shown = await preview(
        'id,name.en,uom,safety_stock,supplier\nT-1,Tape,kg,300,S-01\nRM-NEW,New bar,m,,\nT-3,Thread,kg,,\n',
      );

      // then
      expect(shown).to.include({
        state: 'previewed',
        rows: 3,
        read: 3,
        adds: 1,
        changes: 1,
        same: 1,
        badCount: 0,
        mayApply: true,
      });
      const changes = (await lucia.get(`${MATERIALS}/imports/${shown.id}/rows?kind=change`)).body;
      expect(changes.items[0]).to.deep.include({ row: 2, id: 'T-1', kind: 'change' });
      expect(changes.items[0].fields).to.deep.equal([
        { field: 'safety_stock', title: 'Existencias de seguridad', old: null, new: 300 },
        { field: 'supplier', title: 'Proveedor', old: null, new: 'S-01' },
      ]);
      expect(changes.refs).to.have.property('suppliers/S-01');
      expect((await row('T-1')).values).to.not.have.property('safety_stock');
    });

    it('[RI4] what is applied is what was shown; the history of each row names it', async () => {
      // given
      const shown = await preview('id;Existencias de seguridad;name.en\nT-1;300,5;Steel\nRM-NEW;7;New bar\n');

      // when
      const applied = await apply(shown.id);

      // then
      expect(applied).to.include({ state: 'applied', written: 2, reason: APPLY.reason });
      expect(applied.left).to.deep.equal([]);
      expect((await row('T-1')).values).to.deep.include({ safety_stock: 300.5, uom: 'kg' });
      expect((await row('T-1')).values.name).to.include({ en: 'Steel', es: 'Cinta' });
      const history = (await lucia.get(`${MATERIALS}/rows/RM-NEW/history`)).body;
      expect(history.items[0]).to.deep.include({ kind: 'created', import: shown.id, reason: APPLY.reason });
      expect(history.items[0].by.id).to.equal('U10');

      // and again changes nothing
      expect((await apply(shown.id)).written).to.equal(2);
      expect((await row('RM-NEW')).rev).to.equal(1);
    });

    it('[RI3] an empty cell takes its value away; what the file does not name stays', async () => {
      const first = await preview('id,safety_stock,lead_time_wd\nT-1,300,8\n');
      await apply(first.id);
      const second = await preview('id,safety_stock\nT-1,\n');
      expect(second.changes).to.equal(1);
      await apply(second.id);
      const { values } = await row('T-1');
      expect(values).to.not.have.property('safety_stock');
      expect(values).to.include({ lead_time_wd: 8, uom: 'kg' });
    });

    it('[RI2] every bad row and cell is named, and nothing of the file is applied', async () => {
      // given
      const file = [
        'id,name.en,safety_stock,supplier,Colour',
        'A1,One,12 kg,S-99,',
        'A2,Two',
        'A1,One again,1,,',
        ',Nameless,1,,',
        'A4,,-1,,',
        'A5,=1+1,2,,',
        'A6,"x"y,2,,',
        'A7,Good,2,,',
      ].join('\n');

      // when
      const shown = await preview(file);

      // then
      const found = shown.bad.map((one: Answer['body']) => `${one.row} ${one.column ?? '-'} ${one.code}`);
      expect(found).to.deep.equal([
        '1 Colour import.column_unknown',
        '2 safety_stock import.number',
        '2 supplier row.record',
        '3 - import.row_short',
        '4 - import.key_twice',
        '5 - import.key_empty',
        '6 name.en row.required',
        '6 safety_stock row.minimum',
        '7 name.en import.formula',
        '8 - import.after_quote',
      ]);
      for (const one of shown.bad) expect(one.message).to.match(/\.$/);
      expect(shown).to.include({ adds: 1, badCount: 10, mayApply: false });
      const refused = await lucia.post(`${MATERIALS}/imports/${shown.id}/apply`, APPLY);
      expect([refused.status, refused.body.code]).to.deep.equal([409, 'import.closed']);
      await api.plant.imports.work();
      expect((await lucia.get(`${MATERIALS}/rows/A7`)).status).to.equal(404);
      const bad = (await lucia.get(`${MATERIALS}/imports/${shown.id}/rows?kind=bad&limit=2`)).body;
      expect(bad.items.map((one: Answer['body']) => [one.row, one.problems.length])).to.deep.equal([
        [1, 1],
        [2, 2],
      ]);
      const rest = (await lucia.get(`${MATERIALS}/imports/${shown.id}/rows?kind=bad&limit=200&cursor=${bad.next}`))
        .body;
      expect(rest.items).to.have.length(6);
    });

    it('[RI1] a file that cannot be read is refused with its place, in the language of its reader', async () => {
      const shown = await preview(Buffer.from('id,name.en\nA1,Jim\xe9nez\n', 'latin1'));
      expect(shown).to.include({ state: 'refused', adds: 0 });
      expect(shown.refused).to.deep.include({ code: 'import.encoding' });
      expect(shown.refused.message).to.contain('byte 18').and.contain('fila 2');
      expect((await preview('name.en\nNo key')).refused.code).to.equal('import.key_missing');
    });

    it('[RI5] a preview that is out of date is refused, and nothing is written', async () => {
      // given
      const shown = await preview('id,safety_stock\nT-1,300\nT-2,60\n');
      const { rev } = await row('T-2');
      await lucia.put(`${MATERIALS}/rows/T-2`, { rev, values: { lead_time_wd: 9 }, reason: 'Told by phone' });

      // when
      const refused = await apply(shown.id);

      // then
      expect(refused.state).to.equal('refused');
      expect(refused.refused.code).to.equal('import.stale');
      expect(refused.refused.message).to.contain('T-2');
      expect((await row('T-1')).values).to.not.have.property('safety_stock');
    });

    it('[RI6] more rows than a list has, and more bytes, are refused without reading on', async () => {
      const lines = ['id,name.en', ...Array.from({ length: 50_001 }, (_, index) => `N${index},x`)];
      const shown = await preview(lines.join('\n'));
      expect(shown.refused.code).to.equal('import.too_many_rows');
      expect(shown.read).to.be.at.most(50_000);
      const large = await post(Buffer.alloc(20 * 1024 * 1024 + 1, 0x61));
      expect([large.status, large.body.code]).to.deep.equal([413, 'request.too_large']);
    }).timeout(120_000);

    it('[RI8] an export is read back and changes nothing, as CSV and as XLSX', async () => {
      // given
      await apply((await preview('id,name.en,uom\nF-1,\'=1+1,kg\nF-2,"a;b,c""d""",-5\n')).id);
      expect((await row('F-1')).values.name.en).to.equal('=1+1');
      for (const format of ['csv', 'xlsx']) {
        const headers = { cookie: lucia.cookie };
        const answer = await fetch(`${api.base}${MATERIALS}/export?format=${format}`, { headers });
        expect(answer.headers.get('content-disposition')).to.contain(`materials.${format}`);

        // when
        const bytes = Buffer.from(await answer.arrayBuffer());
        const shown = await preview(bytes);

        // then
        expect(shown, JSON.stringify(shown.bad)).to.include({
          state: 'previewed',
          same: 25,
          adds: 0,
          changes: 0,
          badCount: 0,
        });
        if (format === 'csv') expect(bytes.toString()).to.contain("F-1,'=1+1");
      }
    });

    it('[RI10] an import whose server died while it read is ended', async () => {
      const sent = await post('id,name.en\nA1,One\n');
      await api.plant.imports.idle();
      const record = await store.getRecord('imports', sent.body.id);
      const value = { ...(record?.value as object), state: 'reading' };
      await store.putRecord({ register: 'imports', id: sent.body.id, value, keys: ['of:materials', 'open'] });
      expect(await api.plant.imports.work()).to.equal(0);
      api.clock.move(61_000);
      expect(await api.plant.imports.work()).to.equal(1);
      const { body } = await lucia.get(`${MATERIALS}/imports/${sent.body.id}`);
      expect(body.refused.code).to.equal('import.interrupted');
    });

    it('[RI9] only who may write a register imports into it, and sees how far it is', async () => {
      const liao = await api.signIn('liao');
      expect((await post('id\nA', liao)).body.code).to.equal('register.read_only');
      const shown = await preview('id,name.en\nA1,One\n');
      expect((await liao.get(`${MATERIALS}/imports/${shown.id}`)).status).to.equal(403);
      expect((await lucia.get(`/api/registers/suppliers/imports/${shown.id}`)).body.code).to.equal('import.not_found');
      for (const path of ['/imports', '/imports/:id', '/imports/:id/rows']) {
        const route = api.api.routes.find((one) => one.method === 'get' && one.path === `/api/registers/:name${path}`);
        const query = path.endsWith('rows') ? '?kind=add' : '';
        const { body } = await lucia.get(MATERIALS + path.replace(':id', shown.id) + query);
        expect(check(route?.answer.schema ?? {}, body), path).to.deep.equal([]);
      }
    });
  });
}
