import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { CalendarFile } from '../../engine/model/person.ts';
import type { Problem } from '../../engine/model/problem.ts';
import { lintCalendar } from '../../engine/workflow/calendar/lint-calendar.ts';
import {
  demandPlantChange,
  type PartChange,
  partView,
  type PlantAdminParts,
  putPart,
  refuseProblems,
} from './plant-parts.ts';
import { type Reader, say } from './reader.ts';
import type { CalendarView } from './views/plant-view.ts';
import type { Page } from './views/shared-views.ts';

/** Every minute counts on it, and whatever names no calendar counts on it. */
const ALWAYS = 'always';

export interface PlantCalendars {
  list(reader: Reader): Page<CalendarView>;
  /** Throws `calendar.not_found`. */
  get(reader: Reader, id: string): CalendarView;
  /** Changes what is counted from now on; stored due times stay. Throws `plant.invalid` with every problem. PS2, PS4 */
  put(reader: Reader, file: CalendarFile, change: PartChange): Promise<CalendarView>;
}

export function openPlantCalendars(parts: PlantAdminParts): PlantCalendars {
  const { keeper } = parts;
  const view = (reader: Reader, file: CalendarFile): CalendarView => ({
    id: file.id,
    title: say(reader, file.title),
    titles: file.title,
    zone: file.zone,
    week: file.week,
    holidays: file.holidays,
    exceptions: file.exceptions,
    ...partView(keeper, reader, { kind: 'calendar', id: file.id }),
    ...(file.id === ALWAYS ? { mayChange: false } : {}),
  });
  const get = (reader: Reader, id: string): CalendarView => {
    const file = keeper.plant().calendars.get(id);
    if (file === undefined) throw new EngineError('calendar.not_found', `There is no calendar "${id}".`);
    return view(reader, file);
  };
  return {
    list: (reader) => ({
      items: [...keeper.plant().calendars.values()].map((file) => view(reader, file)),
      next: null,
    }),
    get,
    async put(reader, file, change) {
      demandPlantChange(reader);
      get(reader, file.id);
      refuseProblems(reader, [...(file.id === ALWAYS ? [FIXED] : []), ...lintCalendar(file)]);
      const value = inOrder(file) as unknown as Json;
      await putPart(parts, reader, { ...change, kind: 'calendar', id: file.id, value, change: value });
      return get(reader, file.id);
    },
  };
}

const FIXED: Problem = {
  path: '',
  code: 'calendar.always_fixed',
  message: 'The calendar of every minute cannot be changed: durations without another calendar are counted on it.',
};

/** Dates in order, each once: whoever reads the file later finds them. */
function inOrder(file: CalendarFile): CalendarFile {
  return {
    ...file,
    holidays: [...new Set(file.holidays)].sort(),
    exceptions: Object.fromEntries(Object.entries(file.exceptions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
