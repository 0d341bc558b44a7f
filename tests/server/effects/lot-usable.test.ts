import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { openRecordEffect } from '../../../server/effects/record.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { type ReadRegister, REGISTER_FILES } from '../../../server/registers/register-files.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

const ME = 'CASE-1';
const AT = Date.UTC(2026, 10, 23, 4);

/** How a shipped workflow changes a lot that it issues, takes or ships. */
interface LotMove {
  readonly title: string;
  readonly input: JsonObject;
}

/** Every change of a lot in the shipped workflows by which pieces of it leave the store. */
function lotMoves(): readonly LotMove[] {
  const root = join(PROJECT_ROOT, 'workflows');
  return readdirSync(root).flatMap((workflow) => {
    const file = JSON.parse(readFileSync(join(root, workflow, 'workflow.json'), 'utf8')) as Json;
    return changesIn(file, '').flatMap(({ at, input }) => {
      const isLot = input['register'] === 'lots' && input['expect'] !== undefined;
      return isLot && movesOut(input) ? [{ title: `${workflow}${at}`, input }] : [];
    });
  });
}

function changesIn(value: Json, at: string): readonly { readonly at: string; readonly input: JsonObject }[] {
  if (Array.isArray(value)) return value.flatMap((entry: Json, index) => changesIn(entry, `${at}/${index}`));
  if (!isJsonObject(value)) return [];
  const own = value['src'] === 'record' && isJsonObject(value['input']) ? [{ at, input: value['input'] }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => changesIn(inner, `${at}/${key}`))];
}

/** It is shipped, taken for a shipment, or used up. */
function movesOut(input: JsonObject): boolean {
  const set = isJsonObject(input['set']) ? input['set'] : {};
  const change = isJsonObject(input['change']) ? input['change'] : {};
  const usesUp = /"consumed"/.test(String(change['status'])) && /record\.qty - /.test(String(change['qty']));
  return set['status'] === 'shipped' || typeof set['shipped_to'] === 'string' || usesUp;
}

/** Whether the change is made on a lot like this, by the product's own handler. */
async function isMade({ input }: LotMove, lot: JsonObject): Promise<boolean> {
  const store = openMemoryStore();
  await store.putRecord({ register: 'lots', id: 'LOT-1', value: { id: 'LOT-1', qty: 10, shipped_to: ME, ...lot } });
  const clock = openManualClock(AT);
  const effect = openRecordEffect({ store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) });
  const call = { key: 'k', attempt: 1, instance: 'c', askedAt: AT, signal: new AbortController().signal };
  const asked = { register: 'lots', id: 'LOT-1', with: { me: ME, qty: 1 }, expect: input['expect'] ?? null };
  try {
    await effect.run(asked, call);
    return true;
  } catch (error) {
    if (error instanceof EffectFailure && error.code === 'conflict') return false;
    throw error;
  }
}

describe('lots that leave the store', () => {
  const { properties } = (REGISTER_FILES.get('lots') as ReadRegister).schema;
  const statuses = ((properties as JsonObject)['status'] as { readonly enum: readonly string[] }).enum;
  const moves = lotMoves();

  it('[PI10] are moved by issue and by shipment', () => {
    expect(moves.map(({ title }) => title.split('/')[0])).to.include.members(['material-preparation', 'shipment']);
  });

  for (const move of moves) {
    it(`[PI10] only a usable lot is moved by ${move.title}`, async () => {
      for (const status of statuses) {
        const isUsable = status === 'accepted' || status === 'released';
        if (!isUsable && status !== 'shipped')
          expect(await isMade(move, { status, holds: [] }), status).to.equal(false);
      }
      expect(await isMade(move, { status: 'released', holds: [] })).to.equal(true);
    });

    it(`[PI10] no lot that a case holds is moved by ${move.title}`, async () => {
      for (const status of ['accepted', 'released', 'wip'])
        expect(await isMade(move, { status, holds: ['NCR-1'], op_release: true }), status).to.equal(false);
    });
  }
});
