import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { plantRow } from '../../../server/registers/plant-row.ts';
import type { LotNodeView } from '../../../server/services/views/lot-view.ts';
import { openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

describe('a lot with everything around it', () => {
  let api: TestApi;
  let lin: TestPerson;
  beforeEach(async () => {
    api = await openTestApi();
    lin = await api.signIn('lin');
  });
  afterEach(() => api.close());

  const put = async (...rows: readonly JsonObject[]) => {
    for (const row of rows) await api.plant.store.putRecord(plantRow('lots', { status: 'released', ...row }));
  };
  const get = async (id: string, person = lin) =>
    (await person.get(`/api/lots/${id}`, { 'accept-language': 'en' })).body;
  /** `A×2(B×1)`: ids with quantities, and what lies behind. */
  const drawn = (nodes: readonly LotNodeView[]): string =>
    nodes
      .map(({ id, qty, next, cut }) => `${id}×${qty}${next.length > 0 ? `(${drawn(next)})` : ''}${cut ? '…' : ''}`)
      .join(' ');

  it('[LT1] is traced both ways with quantities, to the shipment it left with', async () => {
    // given
    await put(
      { id: 'BAR-1', product: 'RM-SSF50', qty: 40 },
      { id: 'BAR-2', product: 'RM-SSF50', qty: 20 },
      {
        id: 'HALF',
        product: 'P-1002',
        qty: 30,
        consumed: [
          { lot: 'BAR-1', qty: 8 },
          { lot: 'BAR-2', qty: 2 },
        ],
      },
      {
        id: 'DONE',
        product: 'P-1002',
        qty: 30,
        consumed: [{ lot: 'HALF', qty: 30 }],
        shipped_to: 'SHP-7',
        status: 'shipped',
      },
      { id: 'OTHER', product: 'P-1002', qty: 5, consumed: [{ lot: 'BAR-1', qty: 3 }, { lot: 'GONE' }] },
    );

    // when
    const [half, bar, other] = [await get('HALF'), await get('BAR-1'), await get('OTHER')];

    // then
    expect(drawn(half.parents)).to.equal('BAR-1×8 BAR-2×2');
    expect(drawn(half.children)).to.equal('DONE×30(SHP-7×30)');
    expect(drawn(bar.children)).to.equal('HALF×8(DONE×30(SHP-7×30)) OTHER×3');
    expect(half.parents[0].status).to.deep.equal({ value: 'released', title: 'Released' });
    expect(half.children[0].next[0]).to.include({ kind: 'shipment', product: null });
    expect(other.parents[1], 'a lot that is in no list').to.deep.include({ id: 'GONE', qty: null, status: null });
    expect([half.cut, bar.cut]).to.deep.equal([false, false]);
    expect(half.lot).to.deep.include({ id: 'HALF', qty: 30, usable: true });
  });

  it('[LT1] stops after five steps and says so; rows that go round in a circle do no harm', async () => {
    // given
    for (let step = 1; step <= 7; step += 1)
      await put({ id: `L${step}`, consumed: [{ lot: `L${step - 1}`, qty: step }] });
    await put({ id: 'X', consumed: [{ lot: 'Y' }] }, { id: 'Y', consumed: [{ lot: 'X' }] });

    // when
    const [last, round] = [await get('L7'), await get('X')];

    // then
    expect(drawn(last.parents)).to.equal('L6×7(L5×6(L4×5(L3×4(L2×3…))))');
    expect(last.cut).to.equal(true);
    expect(drawn(round.parents)).to.equal('Y×null(X×null)');
  });

  it('[LT1] of very many lots 200 are told', async () => {
    await put({ id: 'MANY', consumed: Array.from({ length: 230 }, (_, index) => ({ lot: `B${index}`, qty: 1 })) });
    const { parents, cut } = await get('MANY');
    expect([parents.length, cut]).to.deep.equal([200, true]);
  });

  it('[LT2] a hold names its case, who put it there and when; who may not see the case reads its number alone', async () => {
    // given
    await put({ id: 'LOT-9', product: 'P-1002', holds: [] });
    const huang = await api.signIn('huang');
    const answers = await orderAnswers(huang, { customer_po_no: 'LOT-9' });
    const { id, number } = (await huang.post('/api/instances', { workflow: 'order-review', answers })).body;
    await holdBy('LOT-9', { id, number });

    // when
    const [seen, unseen] = [await get('LOT-9', huang), await get('LOT-9', await api.signIn('diego'))];

    // then
    expect(seen.lot.usable).to.equal(false);
    expect(seen.holds).to.have.length(1);
    expect(seen.holds[0]).to.deep.include({ number, case: { id, number } });
    expect(seen.holds[0].by.id).to.equal('U08');
    expect(seen.holds[0].why).to.contain('LOT-9');
    expect(unseen.holds[0]).to.deep.include({ number, case: null, why: null });
    expect(unseen.holds[0].at).to.equal(seen.holds[0].at);
  });

  it('[LT3] the cases that changed it or name it are told to who may see them', async () => {
    // given
    await put({ id: 'LOT-9', product: 'P-1002' });
    const huang = await api.signIn('huang');
    const answers = await orderAnswers(huang, { customer_po_no: 'LOT-9' });
    const started = (await huang.post('/api/instances', { workflow: 'order-review', answers })).body;

    // then
    expect((await get('LOT-9', huang)).cases.map(({ number }: { number: string }) => number)).to.deep.equal([
      started.number,
    ]);
    expect((await get('LOT-9', await api.signIn('diego'))).cases).to.deep.equal([]);
  });

  it('[LT1] a lot that is in no list is not found', async () => {
    const answer = await lin.get('/api/lots/NOTHING');
    expect([answer.status, answer.body.code]).to.deep.equal([404, 'row.not_found']);
  });

  /** As the record effect of a case would write it. */
  const holdBy = async (lot: string, instance: { readonly id: string; readonly number: string }) => {
    const { store, clock } = api.plant;
    const record = await store.getRecord('lots', lot);
    const { storedRow } = await import('../../../server/registers/row.ts');
    const old = record?.value as JsonObject;
    const held = { ...old, status: 'quarantine', holds: [instance.number] };
    const rev = (record?.rev ?? 0) + 1;
    const change = { register: 'lots', id: lot, rev, at: clock.now(), by: 'U08', instance, old, new: held };
    await store.putRecord({ register: 'lots', id: lot, value: storedRow(held, { change, effects: [] }) });
  };
});
