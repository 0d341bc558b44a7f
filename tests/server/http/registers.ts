import { expect } from 'chai';
import type { Store } from '../../../engine/ports/store.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { type Answer, openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import type { NamedStore } from './named-store.ts';

const check = openFileChecker();
const REASON = 'Seen on the delivery note';

/** Registers as people and programs use them, on one kind of store. RG10–RG14 */
export function describeRegisters({ name, open }: NamedStore): void {
  describe(`registers on ${name}`, () => {
    let store: Store;
    let api: TestApi;
    let [lucia, kuo, liao]: TestPerson[] = [];
    const as = (person: TestPerson | undefined): TestPerson => person as TestPerson;
    beforeEach(async () => {
      store = await open();
      api = await openTestApi(store);
      [lucia, kuo, liao] = await Promise.all(['lucia', 'kuo', 'liao'].map((login) => api.signIn(login)));
    });
    afterEach(() => api.close());

    it('[RG10] every register is listed with its group and whether its reader may write', async () => {
      // when
      const { body } = await as(lucia).get('/api/registers');

      // then
      const byId = new Map<string, { may: { write: boolean; why: string | null }; count: { count: number } }>(
        body.items.map((item: { id: string }) => [item.id, item]),
      );
      expect(byId.get('materials')?.may).to.deep.equal({ write: true, why: null });
      expect(byId.get('materials')?.count).to.deep.equal({ count: 20, more: false });
      expect(byId.get('customers')?.may.why).to.contain('Responsable de finanzas');
      expect(byId.get('lots')?.may.write).to.equal(false);
    });

    it('[RG10] who may not change rows is told who could, or which procedures do', async () => {
      const refused = await as(liao).post('/api/registers/materials/rows', { values: { id: 'X' }, reason: REASON });
      expect(refused.status).to.equal(403);
      expect(refused.body.code).to.equal('register.read_only');
      const orders = await as(lucia).put('/api/registers/orders/rows/SO-2611-002', {
        rev: 1,
        values: { qty: 1 },
        reason: REASON,
      });
      expect(orders.body.detail).to.contain('Revisión de pedidos');
      expect((await as(lucia).delete(`/api/registers/lots/rows/LOT-2611-001?rev=1&reason=${REASON}`)).status).to.equal(
        403,
      );
    });

    it('[RG11] rows are searched by what people read, filtered by fields, and sorted in pages', async () => {
      const ids = async (query: string, register = 'orders'): Promise<readonly string[]> =>
        (await as(lucia).get(`/api/registers/${register}/rows?${query}`)).body.items.map(
          (row: { id: string }) => row.id,
        );

      // by the name behind an id, and in all words
      expect(await ids('q=andamar%20P-1008&sort=id')).to.deep.equal(['SO-2611-001', 'SO-2611-007']);
      expect(await ids('customer=C-01&status=not_started')).to.deep.equal(['SO-2611-007']);
      expect((await ids('sort=-qty&limit=2'))[0]).to.equal('SO-2611-012');

      // page after page gives every row once
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Answer = await as(lucia).get(
          `/api/registers/orders/rows?sort=customer&limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...page.body.items.map((row: { id: string }) => row.id));
        cursor = page.body.next;
      }
      expect(seen).to.have.length(12);
      expect(new Set(seen).size).to.equal(12);
      expect((await as(lucia).get('/api/registers/orders/rows?colour=red')).status).to.equal(400);
    });

    it('[RG11] what rows name comes with its name', async () => {
      const { body } = await as(lucia).get('/api/registers/orders/rows?limit=3&sort=id');
      expect(body.refs['customers/C-01']).to.equal('Andamar Conveyors S.A.');
      expect(body.refs['products/P-1008']).to.equal('Rodillo transportador Ø60×450');
    });

    it('[RG12] a change names its revision and reason, and stands in the history of the row', async () => {
      // given
      const row = '/api/registers/materials/rows/RM-ST3';
      const before = (await as(lucia).get(row)).body;

      // when
      const changed = await as(lucia).put(row, { rev: before.rev, values: { safety_stock: 320 }, reason: REASON });

      // then
      expect(changed.status, changed.text).to.equal(200);
      expect(changed.body.values).to.deep.equal({ ...before.values, safety_stock: 320 });
      const { body } = await as(lucia).get(`${row}/history`);
      expect(body.items[0]).to.deep.include({ reason: REASON, kind: 'changed', case: null, rev: before.rev + 1 });
      expect(body.items[0].by.id).to.equal('U10');
      expect(body.items[0].fields).to.deep.equal([
        { field: 'safety_stock', title: 'Existencias de seguridad', old: 300, new: 320 },
      ]);
    });

    it('[RG12] a stale revision is refused, and says who was faster', async () => {
      const row = '/api/registers/materials/rows/RM-TB60';
      const { rev } = (await as(lucia).get(row)).body;
      await as(kuo).put(row, { rev, values: { safety_stock: 60 }, reason: REASON });
      const late = await as(lucia).put(row, { rev, values: { safety_stock: 61 }, reason: REASON });
      expect(late.status).to.equal(409);
      expect(late.body).to.deep.include({ code: 'row.changed' });
      expect(late.body.params.rev).to.equal(rev + 1);
      expect((await as(lucia).get(row)).body.values.safety_stock).to.equal(60);
    });

    it('[RG12] everything that does not fit is named with its place, and nothing is written', async () => {
      const row = '/api/registers/materials/rows/RM-BZ40';
      const before = (await as(lucia).get(row)).body;
      const refused = await as(lucia).put(row, {
        rev: before.rev,
        values: { safety_stock: -1, colour: 'red', supplier: 'S-99', uom: null, name: null },
        reason: REASON,
      });
      expect(refused.status).to.equal(400);
      const found = refused.body.problems.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
      expect(found).to.have.members([
        '/name row.required',
        '/safety_stock row.minimum',
        '/colour row.unknown_field',
        '/supplier row.record',
      ]);
      expect(refused.body.problems[0].message).to.match(/\.$/);
      expect((await as(lucia).get(row)).body).to.deep.equal(before);
    });

    it('[RG12] what a row named before is not asked again: a subcontractor in a routing is no work centre', async () => {
      const tsai = await api.signIn('tsai');
      const row = '/api/registers/products/rows/P-1001';
      const { rev, values } = (await tsai.get(row)).body;
      expect(JSON.stringify(values.routing)).to.contain('SUB-ZN');
      const changed = await tsai.put(row, { rev, values: { standard_lead_wd: 7 }, reason: REASON });
      expect(changed.status, changed.text).to.equal(200);
    });

    it('[RG12] a repeat of the same call changes nothing', async () => {
      const row = '/api/registers/materials/rows/PK-BOX';
      const { rev } = (await as(lucia).get(row)).body;
      const body = { rev, values: { safety_stock: 55 }, reason: REASON };
      const send = () =>
        api.send(row, {
          method: 'PUT',
          headers: {
            cookie: as(lucia).cookie,
            'x-csrf-token': as(lucia).csrfToken,
            'content-type': 'application/json',
            'idempotency-key': 'once',
          },
          body: JSON.stringify(body),
        });
      expect((await send()).body.rev).to.equal(rev + 1);
      expect((await send()).body.rev).to.equal(rev + 1);
    });

    it('[RG13] a row that is named stays; a removed one keeps its history, and its id is not given again', async () => {
      // given
      const rows = '/api/registers/materials/rows';
      const made = await as(lucia).post(rows, { values: { id: 'RM-NEW', name: { en: 'New bar' } }, reason: REASON });
      expect(made.status, made.text).to.equal(201);
      expect(
        (await as(lucia).post(rows, { values: { id: 'RM-NEW', name: { en: 'x' } }, reason: REASON })).status,
      ).to.equal(409);
      const order = { id: 'PO-1', material: 'RM-NEW', qty: 5, status: 'open' };
      expect(
        (await as(lucia).post('/api/registers/purchase-orders/rows', { values: order, reason: REASON })).status,
      ).to.equal(201);

      // then
      const used = await as(lucia).delete(`${rows}/RM-NEW?rev=1&reason=${REASON}`);
      expect(used.body.code).to.equal('row.in_use');
      expect(used.body.detail).to.contain('PO-1');
      expect(
        (await as(lucia).delete(`/api/registers/purchase-orders/rows/PO-1?rev=2&reason=${REASON}`)).body.code,
      ).to.equal('row.changed');
      expect(
        (await as(lucia).delete(`/api/registers/purchase-orders/rows/PO-1?rev=1&reason=${REASON}`)).status,
      ).to.equal(204);
      expect((await as(lucia).delete(`${rows}/RM-NEW?rev=1&reason=${REASON}`)).status).to.equal(204);
      expect((await as(lucia).get(`${rows}/RM-NEW`)).status).to.equal(404);
      const { body } = await as(lucia).get(`${rows}/RM-NEW/history`);
      expect(body.items.map((item: { kind: string }) => item.kind)).to.deep.equal(['removed', 'created']);
      const again = await as(lucia).post(rows, { values: { id: 'RM-NEW', name: { en: 'x' } }, reason: REASON });
      expect(again.body.code).to.equal('row.exists');
    });

    it('[RG14] a row shows what names it', async () => {
      const made = await as(lucia).post('/api/registers/purchase-orders/rows', {
        values: { id: 'PO-2', material: 'CP-LCK', supplier: 'S-01', qty: 400, status: 'open' },
        reason: REASON,
      });
      expect(made.body.refs).to.have.property('suppliers/S-01');
      const { body } = await as(lucia).get('/api/registers/materials/rows/CP-LCK');
      expect(body.usedBy).to.deep.include({
        register: { id: 'purchase-orders', title: 'Pedidos de compra' },
        id: 'PO-2',
        name: 'PO-2',
        field: { id: 'material', title: 'Material' },
      });
    });

    it('[RG14] rows of the demo plant are found by what they name', async () => {
      const { body } = await as(lucia).get('/api/registers/customers/rows/C-02');
      const orders = body.usedBy.map((use: { id: string }) => use.id);
      expect(orders).to.include('SO-2611-003');
    });

    it('answers fit the description of the API', async () => {
      const asked: readonly [string, string][] = [
        ['/api/registers', '/api/registers'],
        ['/api/registers/:name/schema', '/api/registers/products/schema'],
        ['/api/registers/:name/rows', '/api/registers/products/rows'],
        ['/api/registers/:name/rows/:id', '/api/registers/materials/rows/RM-ST3'],
        ['/api/registers/:name/rows/:id/history', '/api/registers/materials/rows/RM-ST3/history'],
      ];
      for (const [route, path] of asked) {
        const { answer } = api.api.routes.find((one) => one.method === 'get' && one.path === route) ?? {};
        const { body, status } = await as(lucia).get(path);
        expect(status, path).to.equal(200);
        expect(check(answer?.schema ?? {}, body), path).to.deep.equal([]);
      }
    });
  });
}
