import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { openWorkingTime } from '../../../engine/workflow/plant-time.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';
import { openSeededRandom } from '../support/seeded-random.ts';
import { type FigureName, reportRuns, reportSetting } from '../support/report.ts';

/** What it costs to add working time on the plant's two-shift calendar, near and a year ahead. */

const RUNS = 5;
const ADDITIONS = 20_000;
const AIM = { atMost: 50 };
const KINDS = [
  { name: 'hours', text: 'PT12H' },
  { name: 'days', text: 'P3D' },
  { name: 'a_year', text: 'P250D' },
  { name: 'a_year_of_hours', text: 'PT4000H' },
] as const;

const calendars = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'server', 'plant', 'calendars.json'), 'utf8'),
) as readonly CalendarFile[];
const random = openSeededRandom(7);

for (const kind of KINDS) {
  const figure: FigureName = { name: `working_time_us.${kind.name}`, unit: 'µs', aim: AIM };
  const runs: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const time = openWorkingTime(new Map(calendars.map((calendar) => [calendar.id, calendar])));
    const starts = Array.from({ length: ADDITIONS }, () => MONDAY_9 + Math.floor(random() * 180 * 86_400_000));
    const before = performance.now();
    for (const start of starts) time.dueAt(start, kind.text, 'floor-2shift');
    // The first run warms up.
    if (run > 0) runs.push(((performance.now() - before) * 1_000) / ADDITIONS);
  }
  reportRuns(figure, runs);
  if (kind.name === 'hours')
    reportRuns(
      { name: 'working_time_additions_per_s', unit: 'additions/s' },
      runs.map((us) => 1_000_000 / us),
    );
}
reportSetting(
  `calendar floor-2shift (two shifts, breaks, holidays), beginnings over half a year; ${RUNS} runs of ${ADDITIONS.toLocaleString('en-US')} additions, each with calendars opened anew`,
);
