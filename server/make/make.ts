import { EngineError } from '../../engine/model/engine-error.ts';
import type { ServiceParts } from '../services/parts.ts';
import { textsOf } from '../services/parts.ts';
import type { Changes } from '../services/changes.ts';
import type { Reader } from '../services/reader.ts';
import type { MakeRowView, MakeView, PlanView, RagColorView } from '../services/views/make-view.ts';
import { isoOf } from '../../engine/step/run.ts';
import { openBoardFeed } from './board-feed.ts';
import { type BoardRow, openMakeBoard } from './make-board.ts';
import { makeCsv } from './make-csv.ts';
import { makeLimits } from './make-limits.ts';
import { type MakeQuery, wantedRows, weekOf } from './make-query.ts';
import { nameOf, named, presentMakeRow, type Saying } from './present-make.ts';
import { presentPlan } from './present-plan.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 400;
/** A table that people read; who needs more narrows it. */
const MOST_EXPORTED = 10_000;

/** The orders of the plant with their colours, and its plan: what everybody of the plant may see. */
export interface Make {
  list(reader: Reader, query: MakeQuery & { readonly limit: number; readonly cursor?: string }): Promise<MakeView>;
  /** The same rows as a table. */
  csv(reader: Reader, query: MakeQuery): Promise<string>;
  /** Three working days of the plan, from today or a later day on, and the month. */
  plan(reader: Reader, from: string | undefined): Promise<PlanView>;
}

export function openMake(parts: ServiceParts & { readonly changes: Changes }): Make {
  const board = openMakeBoard();
  const feed = openBoardFeed({ ...parts, board });

  /** The orders as they are now, without what was done long ago. */
  const current = async () => {
    const now = parts.clock.now();
    await feed.catchUp(now);
    const limits = makeLimits(parts.keeper.plant(), now);
    const rows = board.list(limits.time, limits.rag).filter((row) => isShown(row, now - limits.doneDays * DAY_MS));
    return { limits, rows };
  };
  const sayingTo = (reader: Reader): Saying => ({
    reader,
    rowOf: feed.rowOf,
    textsOf: ({ instance }) => textsOf(parts, reader, instance),
  });
  const workshopsOf = (product: string): readonly string[] => {
    const shops = (board.rows.products.get(product)?.routing ?? []).map(
      ({ workCenter }) => feed.rowOf('work-centers', workCenter)?.['workshop'],
    );
    return [...new Set(shops.filter((shop) => typeof shop === 'string'))];
  };
  const wanted = (rows: readonly BoardRow[], query: MakeQuery, saying: Saying): readonly BoardRow[] =>
    wantedRows(rows, query, {
      workshopsOf,
      wordsOf: ({ order }) =>
        [order.id, nameOf('customers', order.customer, saying), nameOf('products', order.product, saying)]
          .join('\n')
          .toLowerCase(),
    });
  const present = (rows: readonly BoardRow[], saying: Saying): Promise<MakeRowView[]> =>
    Promise.all(rows.map((row) => presentMakeRow(row, saying)));

  return {
    async list(reader, { limit, cursor, ...query }) {
      const { rows, limits } = await current();
      const saying = sayingTo(reader);
      const all = wanted(rows, query, saying);
      const shown = query.rag === undefined ? all : all.filter(({ rag }) => rag.color === query.rag);
      const from = cursor === undefined ? 0 : shown.findIndex(({ order }) => order.id === cursor) + 1;
      const page = shown.slice(from, from + limit);
      return {
        items: await present(page, saying),
        next: from + limit < shown.length ? (page.at(-1)?.order.id ?? null) : null,
        at: isoOf(limits.time.now),
        counts: countColors(all),
        filters: {
          customers: optionsOf(
            rows.map(({ order }) => order.customer),
            (id) => named('customers', id, saying),
          ),
          workshops: optionsOf(
            rows.flatMap(({ order }) => workshopsOf(order.product)),
            (id) => ({ id, title: id }),
          ),
          weeks: [...new Set(rows.map(({ order }) => weekOf(order.due)).filter((week) => week !== null))].sort(),
        },
      };
    },
    async csv(reader, query) {
      const { rows } = await current();
      const saying = sayingTo(reader);
      const all = wanted(rows, query, saying).filter(({ rag }) => query.rag === undefined || rag.color === query.rag);
      return makeCsv(await present(all.slice(0, MOST_EXPORTED), saying), reader.language);
    },
    async plan(reader, from) {
      const { limits } = await current();
      if (from !== undefined) refuseFarDay(from, limits.time.today);
      const starters = parts.library.latest('plan-change')?.bundle.machine.meta.start.roles ?? [];
      const mayChange = reader.person.roles.some((role) => starters.includes(role));
      return presentPlan({ board, limits, from, mayChange }, sayingTo(reader));
    },
  };
}

/** Nobody plans so far ahead, and nobody asks what was planned so long ago. */
function refuseFarDay(from: string, today: string): void {
  if (Math.abs(Date.parse(from) - Date.parse(today)) > MOST_DAYS * DAY_MS)
    throw new EngineError('request.invalid', `Ask for a day at most ${MOST_DAYS} days from today.`);
}

/** What is done leaves the list after a while. */
function isShown({ rag, deadlineAt }: BoardRow, doneSince: number): boolean {
  return rag.color !== 'done' || deadlineAt === null || deadlineAt >= doneSince;
}

function countColors(rows: readonly BoardRow[]): { readonly [color in RagColorView]: number } {
  const counts = { red: 0, amber: 0, green: 0, in_review: 0, done: 0 };
  for (const { rag } of rows) counts[rag.color] += 1;
  return counts;
}

function optionsOf(
  ids: readonly string[],
  nameOne: (id: string) => { readonly id: string; readonly title: string },
): readonly { readonly id: string; readonly title: string }[] {
  return [...new Set(ids)].map(nameOne).sort((a, b) => a.title.localeCompare(b.title));
}
