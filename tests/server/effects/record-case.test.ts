import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { listChanges } from '../../../server/registers/row-history.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';
import { openEffect } from './record-effect.ts';

const STATES: { readonly [key: string]: StateFile } = {
  book: {
    invoke: {
      src: 'record',
      input: {
        register: 'stock',
        id: '= data.request.note',
        with: { me: '= instance.number' },
        expect: 'record.qty > 0',
        change: { qty: 'record.qty - 1', location: 'with.me' },
      },
      onDone: { target: 'end', actions: { type: 'set', params: { left: '= event.data.qty' } } },
      onError: {
        target: 'refused',
        guard: '= event.data.code = "conflict"',
        actions: { type: 'set', params: { seen: '= event.data.record' } },
      },
    },
  },
  refused: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'end' } } },
  end: { type: 'final' },
};

/** A case that changes a row, with the engine and the worker as they are. */
describe('a case that changes a row', () => {
  async function played(qty: number) {
    const store = openMemoryStore();
    await store.putRecord({ register: 'stock', id: 'P1', value: { id: 'P1', qty } });
    const test = openTestEngine(sampleVersion(sampleFile(STATES)), { store, handlers: [await openEffect(store)] });
    const begun = await test.start('amy', { note: 'P1' });
    await test.pass(0);
    return { store, instance: await test.fresh(begun) };
  }

  it('[RG5] the history names the case and the person whose action asked', async () => {
    // when
    const { store, instance } = await played(4);

    // then
    expect([instance.status, instance.data['left']]).to.deep.equal(['done', 3]);
    const [change] = await listChanges(store, { register: 'stock', id: 'P1' }, 5);
    expect([change?.by, change?.instance?.number, change?.old, change?.new]).to.deep.equal([
      'amy',
      instance.number,
      { id: 'P1', qty: 4 },
      { id: 'P1', qty: 3, location: instance.number },
    ]);
  });

  it('[RG9] a refused change comes with the row as it is, and the case goes on', async () => {
    // when
    const { instance } = await played(0);

    // then
    expect(instance.state).to.equal('refused');
    expect(instance.data['seen'] as JsonObject).to.deep.equal({ id: 'P1', qty: 0, rev: 1 });
    expect(instance.incidents).to.deep.equal({});
  });
});
