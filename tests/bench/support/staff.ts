import type { Person } from '../../../engine/model/person.ts';
import { addAccount } from '../../../server/identity/accounts.ts';
import { hashPassword } from '../../../server/identity/passwords.ts';
import type { RunningPlant } from '../../../server/open-plant.ts';
import { makeLargePlant } from './large-plant.ts';
import { openSeededRandom } from './seeded-random.ts';

const SEED = 7;

/**
 * People who join the demo plant, in the roles of a large one: workshops most.
 *
 * The same ones for the same `shipped` plant and count, so a bench knows whom its server has.
 */
export function staffOf(shipped: Parameters<typeof makeLargePlant>[0], count: number): readonly Person[] {
  const all = [...makeLargePlant(shipped, openSeededRandom(SEED)).plant.people.values()];
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as Person);
}

/** Stores them with the demo plant's password, so that the plant has `total` people. */
export async function addStaff({ store, keeper }: RunningPlant, total: number): Promise<void> {
  const plant = keeper.plant();
  const password = await hashPassword('gemba');
  for (const person of staffOf(plant, total - plant.people.size)) await addAccount(store, person, password);
  await keeper.refresh();
}
