import { isInherited } from '../workflow/names.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Obstacle } from './drawing-problem.ts';
import { isIdPart } from './element-id.ts';
import type { Chart } from './read-chart.ts';

/** States and events whose names cannot be part of an element id. */
export function checkNames(_chart: Chart, { key, pointer, file }: StateNode): readonly Obstacle[] {
  const state: readonly Obstacle[] =
    isIdPart(key) && !key.includes('.') && !isInherited(key) ? [] : [badName(pointer, `The state ${key}`)];
  const events = Object.keys(file.on ?? {}).filter((event) => !isIdPart(event) || isInherited(event));
  return [
    ...state,
    ...events.map((event) =>
      badName(`${pointer}/on/${event.replaceAll('~', '~0').replaceAll('/', '~1')}`, `The event ${event}`),
    ),
  ];
}

function badName(path: string, thing: string): Obstacle {
  return {
    path,
    code: 'drawing.bad_name',
    message: `${thing} cannot name an element of the picture. Use letters, digits and single underscores.`,
  };
}
