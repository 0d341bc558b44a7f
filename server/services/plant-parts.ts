import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Problem } from '../../engine/model/problem.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';
import { isoOf } from '../../engine/step/run.ts';
import {
  type ChangeMark,
  changeId,
  type PartKind,
  partOf,
  PLANT_CHANGES,
  PLANT_SETTINGS,
  type StoredPart,
} from '../plant/plant-part.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { sayPlantProblem } from '../texts/plant-problems.ts';
import { personName, type Reader } from './reader.ts';
import type { ChangedView, PartView, PlantChangeView } from './views/plant-view.ts';
import type { Page } from './views/shared-views.ts';

export interface PlantAdminParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
}

/** Who may change ladders, calendars and settings. PS7 */
const MAY_CHANGE = ['system_admin', 'plant_manager'];

/** What somebody wants a part to be, on top of which version, and why. */
export interface PartChange {
  readonly version: number;
  readonly reason: string;
  readonly command: string;
}

export interface PartPut extends PartChange {
  readonly kind: PartKind;
  readonly id: string;
  readonly value: Json;
  readonly change: Json;
}

/** True if the reader may change what is set for the whole plant. */
export function mayChangePlant(reader: Reader): boolean {
  return MAY_CHANGE.some((role) => reader.person.roles.includes(role));
}

/** Throws `permission.denied` for people who only read. */
export function demandPlantChange(reader: Reader): void {
  if (!mayChangePlant(reader))
    throw new EngineError(
      'permission.denied',
      'Only the plant manager and system administrators change this. Ask one of them.',
    );
}

/** Throws `plant.invalid` with every problem in the reader's language, if there is any. */
export function refuseProblems(reader: Reader, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new EngineError('plant.invalid', `Nothing was changed. ${problems[0]?.message ?? ''}`, {
    problems: problems.map((problem) => ({ ...problem, message: sayPlantProblem(problem, reader.language) })),
  });
}

/**
 * Writes a part if it is still at the version that the change rests on, and keeps what was in force before. PS3
 *
 * A repeat of the command that wrote it last changes nothing. Throws `record.conflict`.
 */
export async function putPart({ store, clock, keeper }: PlantAdminParts, reader: Reader, put: PartPut): Promise<void> {
  const part = partOf(put.kind, put.id);
  const before = await store.getRecord(PLANT_SETTINGS, part);
  const last = before?.value as unknown as StoredPart | undefined;
  if (last?.mark.command === put.command) return;
  if ((last?.mark.version ?? 0) !== put.version) throw changedMeanwhile();
  if (last !== undefined)
    await store.putRecord({
      register: PLANT_CHANGES,
      id: changeId(part, last.mark.version),
      value: { change: last.change, mark: last.mark as unknown as Json },
      keys: [part],
      expect: 0,
    });
  const mark: ChangeMark = {
    version: put.version + 1,
    by: reader.person.id,
    at: clock.now(),
    reason: put.reason,
    command: put.command,
  };
  const stored: StoredPart = { value: put.value, change: put.change, mark };
  const result = await store.putRecord({
    register: PLANT_SETTINGS,
    id: part,
    value: stored as unknown as Json,
    expect: before?.rev ?? 0,
  });
  if (result.kind === 'conflict') throw changedMeanwhile();
  await keeper.refresh();
}

/** What every view of a part says of its version. */
export function partView(keeper: PlantKeeper, reader: Reader, part: { kind: PartKind; id: string }): PartView {
  const mark = keeper.markOf(part.kind, part.id);
  return {
    version: mark?.version ?? 0,
    changed: mark === undefined ? null : changedView(reader, mark),
    mayChange: mayChangePlant(reader),
  };
}

/** The changes of a part, newest first: the one in force, then those that were kept when another came. */
export async function listChanges(
  { store }: Pick<PlantAdminParts, 'store'>,
  reader: Reader,
  query: { readonly part: string; readonly limit: number; readonly cursor?: string },
): Promise<Page<PlantChangeView>> {
  const { part, limit, cursor } = query;
  const now = cursor === undefined ? await store.getRecord(PLANT_SETTINGS, part) : undefined;
  const page = await store.listRecords({
    register: PLANT_CHANGES,
    key: part,
    descending: true,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const inForce = now?.value as unknown as StoredPart | undefined;
  // A change that was kept just before its successor failed to be written is still the one in force.
  const past = page.items
    .map(({ value }) => value as unknown as Pick<StoredPart, 'change' | 'mark'>)
    .filter(({ mark }) => mark.version !== inForce?.mark.version);
  return {
    items: [...(inForce === undefined ? [] : [inForce]), ...past].map(({ change, mark }) => ({
      version: mark.version,
      change,
      ...changedView(reader, mark),
    })),
    next: page.next,
  };
}

function changedView(reader: Reader, mark: ChangeMark): ChangedView {
  return { by: { id: mark.by, name: personName(reader, mark.by) }, at: isoOf(mark.at), reason: mark.reason };
}

function changedMeanwhile(): EngineError {
  return new EngineError(
    'record.conflict',
    'Somebody else changed this meanwhile. Nothing of yours was stored. Load it again and make your change on what is there now.',
  );
}
