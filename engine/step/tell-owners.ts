import type { Incident } from '../model/instance.ts';
import { addEffect } from './apply-asked.ts';
import type { Run } from './run.ts';

/** Who sees every case that stopped, and is told where a procedure names no owner. */
const STANDS_IN = 'plant_manager';

/**
 * What stopped is seen by those who may decide it, and they are told: an incident that nobody sees is a case that is
 * stuck silently. A failed notification is not told by another one. IC5
 */
export function tellOwners(run: Run): void {
  const opened = Object.values(run.incidents).filter(({ id }) => run.before.incidents[id] === undefined);
  if (opened.length === 0) return;
  const owners = run.context.workflow.file.meta.owner ?? [];
  const tokens = [...owners, STANDS_IN].map((role) => `r:${role}`);
  const viewers = tokens.filter((token) => !run.instance.viewers.includes(token));
  run.instance = { ...run.instance, viewers: [...run.instance.viewers, ...new Set(viewers)] };
  for (const incident of opened) if (!isOfNotice(run, incident)) tell(run, incident, owners);
}

function isOfNotice(run: Run, { effect }: Incident): boolean {
  return effect !== null && run.effects[effect]?.src === 'notify';
}

function tell(run: Run, incident: Incident, owners: readonly string[]): void {
  const state = incident.effect === null ? null : (run.effects[incident.effect]?.state ?? null);
  addEffect(run, {
    src: 'notify',
    key: `${run.before.id}:${incident.id}:told`,
    input: {
      to: owners.length === 0 ? [STANDS_IN] : owners,
      notice: 'incident',
      with: { reason: incident.message, ...(state === null ? {} : { state }) },
    },
  });
}
