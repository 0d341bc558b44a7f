import type { Ladder, Plant } from '../../engine/model/person.ts';
import type { StateFile, WorkflowFile } from '../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import { openTestEngine } from './open-test-engine.ts';
import { samplePlant } from './sample-plant.ts';
import { sampleFile, sampleVersion } from './sample-workflow.ts';

export const HOUR = 3_600_000;
export const LADDER: Ladder = {
  id: 'default',
  title: { en: 'Default' },
  levels: [
    { id: 'L0', after: '50%', to: ['assignee'], say: 'reminder' },
    { id: 'L1', after: '100%', to: ['assignee', 'supervisor'], say: 'overdue' },
    { id: 'L2', after: '150%', atLeast: 'PT30M', to: ['department_head'], say: 'escalated', may: ['reassign'] },
    { id: 'L3', after: '200%', to: ['plant_manager'], say: 'escalated' },
    { id: 'L4', after: '300%', to: ['general_manager'], say: 'escalated' },
  ],
};
export const CHECK: StateFile = {
  meta: { task: { form: 'note', roles: ['checker'], due: 'PT4H@always', ladder: 'default' } },
  on: { done: { target: 'end' } },
};

/** A case with one checked task under a ladder, on an engine that keeps whom a ladder told. */
export function climbing(
  file: Partial<WorkflowFile> & { readonly check?: StateFile } = {},
  plant: Partial<Plant> = {},
) {
  const told: { at: number; to: unknown; notice: unknown; level: unknown }[] = [];
  const notify: EffectHandler = {
    name: 'notify',
    asked: ['action'],
    input: {},
    async run(input, { askedAt }) {
      told.push({
        at: (askedAt - start) / HOUR,
        to: input['to'],
        notice: input['notice'],
        level: (input['with'] as { level: unknown }).level,
      });
      return null;
    },
  };
  const { check = CHECK, ...rest } = file;
  const test = openTestEngine(sampleVersion(sampleFile({ check, end: { type: 'final' } }, rest)), {
    handlers: [notify],
    plant: samplePlant({
      ladders: new Map([
        ['default', LADDER],
        ['other', OTHER],
        ['follow-up', FOLLOW_UP],
      ]),
      ...plant,
    }),
  });
  const start = test.clock.now();
  return { test, told };
}

const FOLLOW_UP: Ladder = {
  id: 'follow-up',
  title: { en: 'Follow up' },
  levels: [
    { id: 'F0', after: 'PT1H@always', to: ['assignee'], say: 'reminder', every: 'PT1H@always' },
    { id: 'F1', after: '100%', to: ['check_manager'], say: 'escalated' },
  ],
};

const OTHER: Ladder = {
  id: 'other',
  title: { en: 'Other' },
  levels: [{ id: 'O1', after: 'PT15M@always', to: ['check_manager'], say: 'escalated', every: 'PT1H@always' }],
};
