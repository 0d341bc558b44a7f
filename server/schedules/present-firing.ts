import { EngineError, type ErrorCode } from '../../engine/model/engine-error.ts';
import type { StoredRecord } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import type { Reader } from '../services/reader.ts';
import type { FiringView } from '../services/views/schedule-view.ts';
import { sayError } from '../texts/error-sentences.ts';
import { REFUSED, WHY_LATE } from './firing-sentences.ts';
import type { FiringRow } from './schedule-rows.ts';
import type { SchedulerParts } from './scheduler.ts';

/** A firing as its reader sees it. A case that the reader may not see is not named. SC10 */
export async function presentFiring(
  { store }: SchedulerParts,
  reader: Reader,
  record: StoredRecord,
): Promise<FiringView> {
  const firing = record.value as unknown as FiringRow;
  const iso = (at: number): string => new Date(at).toISOString();
  const instance = firing.instance === null ? undefined : await store.load(firing.instance.id);
  const visible = instance !== undefined && mayView(instance.viewers, reader.person, reader.plant);
  return {
    nominalAt: iso(firing.nominalAt),
    actualAt: firing.actualAt === null ? null : iso(firing.actualAt),
    state: firing.state,
    reason: firing.state === 'refused' ? 'refused' : firing.why,
    why: whyOf(firing, reader),
    instance: visible ? firing.instance : null,
  };
}

function whyOf({ why, problem }: FiringRow, { language }: Reader): string | null {
  if (problem !== null) {
    const error = new EngineError(problem.code as ErrorCode, problem.message);
    return REFUSED[language](sayError(error, language));
  }
  return why === null ? null : WHY_LATE[language][why];
}
