import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { viewerTokens } from '../../../engine/step/people.ts';
import { sampleTask, startCommit, T0 } from '../../support/sample-instance.ts';
import type { LargePlant } from './large-plant.ts';
import type { Random } from './seeded-random.ts';

const DAY_MS = 86_400_000;
/** How many tasks a case has open at once, as often as an order review has them. */
const OPEN_AT_ONCE = [1, 1, 1, 1, 2, 2, 3, 5];
/** Commits that share a transaction while the store is filled. */
const TOGETHER = 500;

export interface InboxFilling {
  readonly store: Store;
  readonly large: LargePlant;
  /** A real case whose data, texts and version every case gets, so that documents have a real size. */
  readonly model: Instance;
  readonly random: Random;
}

/** Writes cases until the store has at least so many open tasks. `from` is how many cases it has already. Gives both counts. */
export async function fillInbox(
  filling: InboxFilling,
  wanted: number,
  from: { readonly cases: number; readonly tasks: number },
): Promise<{ readonly cases: number; readonly tasks: number }> {
  let { cases, tasks } = from;
  while (tasks < wanted) {
    const made: Instance[] = [];
    while (tasks < wanted && made.length < TOGETHER) {
      cases += 1;
      const instance = makeCase(filling, cases);
      tasks += Object.keys(instance.tasks).length;
      made.push(instance);
    }
    await Promise.all(made.map((instance) => filling.store.commit(startCommit(instance))));
  }
  return { cases, tasks };
}

function makeCase({ large, model, random }: InboxFilling, seq: number): Instance {
  const id = `bench-case-${String(seq).padStart(7, '0')}`;
  const series = 'BEN-2611-';
  const count = OPEN_AT_ONCE[Math.floor(random() * OPEN_AT_ONCE.length)] ?? 1;
  const tasks = Array.from({ length: count }, (_, index) => makeTask({ large, random }, `t${index + 1}`));
  const initiator = pick(large.holders.get('sales_rep') ?? [], random)?.id ?? 'W001';
  // Two roles that had a task before still see the case.
  const past = [large.role(random), large.role(random)].map((role) => ({
    candidates: [`r:${role}`],
    departments: [large.plant.roles.get(role)?.department ?? ''],
  }));
  const viewers = new Set([
    `p:${initiator}`,
    ...[...tasks, ...past].flatMap((task) => viewerTokens(task, large.plant)),
  ]);
  const startedAt = T0 - Math.floor(random() * 20 * DAY_MS);
  const own: Partial<Instance> = {
    id,
    number: `${series}${seq}`,
    series,
    seq,
    key: null,
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
    timers: {},
    effects: {},
    initiator,
    viewers: [...viewers],
    startedAt,
    serial: count,
    nextDueAt: null,
  };
  const { keyHeld: _held, ...rest } = model;
  return { ...rest, ...own };
}

/** Seven tasks in ten wait for anybody of a role, two are held by somebody, one names a person. One in eight is overdue. */
function makeTask({ large, random }: Pick<InboxFilling, 'large' | 'random'>, id: string): Task {
  const role = large.role(random);
  const holders = large.holders.get(role) ?? [];
  const person = pick(holders, random)?.id ?? null;
  const kind = random();
  const named = kind >= 0.9 && person !== null;
  return sampleTask({
    id,
    state: 'pr_review',
    name: 'pr_review',
    form: 'review-production',
    roles: [role],
    by: named ? [person] : null,
    dueAt: T0 + Math.floor((random() * 8 - 1) * DAY_MS),
    openedAt: T0 - Math.floor(random() * 10 * DAY_MS),
    assignee: kind >= 0.7 && kind < 0.9 ? person : null,
    candidates: [named ? `p:${person}` : `r:${role}`],
    departments: [large.plant.roles.get(role)?.department ?? ''],
    excluded: random() < 0.3 ? [pick(holders, random)?.id ?? ''] : [],
  });
}

function pick<T>(values: readonly T[], random: Random): T | undefined {
  return values[Math.floor(random() * values.length)];
}
