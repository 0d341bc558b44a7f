/** The demo plant on the board, at a moment that its days are counted from. */
import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { type FloorTime, openFloorTime } from '../../../engine/plan/floor-time.ts';
import type { RagLimits } from '../../../engine/plan/rag.ts';
import { compileCalendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { openDemoTime } from '../../../server/demo/demo-moment.ts';
import { BOARD_REGISTERS } from '../../../server/make/board-rows.ts';
import { type BoardRow, type MakeBoard, openMakeBoard } from '../../../server/make/make-board.ts';

const CALENDARS = JSON.parse(readFileSync('server/plant/calendars.json', 'utf8')) as readonly CalendarFile[];
const FLOOR_FILE = CALENDARS.find(({ id }) => id === 'floor-2shift') as CalendarFile;
const DEMO = JSON.parse(readFileSync('server/demo/plant.json', 'utf8')) as {
  readonly registers: { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] };
};

/** Monday 23 November 2026, 08:00 in Taipei. */
export const T_8 = Date.UTC(2026, 10, 23, 0);
export const LIMITS: RagLimits = { thinSlackDays: 1, attainmentPct: 95, startDays: 2 };
const TIME = openDemoTime(FLOOR_FILE, T_8);

/** A moment of the demo plant: `T+1 12:00`. */
export const at = (text: string): number => TIME.at(text);

/** The floor at a moment. */
export function floorAt(now: number): FloorTime {
  return openFloorTime(compileCalendar(FLOOR_FILE), now, {
    efficiency: 0.85,
    netHoursPerDay: 920 / 60,
    deadlineTime: '17:00',
  });
}

/** A board with the demo plant's rows as they ship, and no cases. */
export function openDemoBoard(): MakeBoard {
  const board = openMakeBoard();
  for (const register of BOARD_REGISTERS)
    for (const row of DEMO.registers[register] ?? []) board.rows.put(register, row.id, demoRow(register, row.id));
  return board;
}

/** A row of the demo plant, with its dates. */
export function demoRow(register: string, id: string): JsonObject {
  const row = DEMO.registers[register]?.find((one) => one.id === id);
  if (row === undefined) throw new Error(`The demo plant has no row "${id}" in "${register}".`);
  return TIME.fill(row) as JsonObject;
}

/** The rows by the last three signs of their order. */
export function rowsAt(board: MakeBoard, now: number): { readonly [order: string]: BoardRow } {
  return Object.fromEntries(board.list(floorAt(now), LIMITS).map((row) => [row.order.id.slice(-3), row]));
}
