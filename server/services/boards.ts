import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { InstanceRow } from '../../engine/ports/store.ts';
import { isoOf } from '../../engine/step/run.ts';
import { type CaseTexts, caseTexts } from './case-texts.ts';
import { type ServiceParts, textsOf, textsOfRow } from './parts.ts';
import { activeLeaves } from './present/present-idle.ts';
import { presentInstanceRow } from './present/present-instance.ts';
import { personName, type Reader, viewerOf } from './reader.ts';
import type { BoardCardView, BoardColumnView, BoardView } from './views/board-view.ts';

/** More running cases of one procedure than these are counted as "and more". */
const MOST_CASES = 1_000;
/** A column of more cards nobody reads; its count tells the rest. */
const MOST_CARDS = 20;
const PAGE = 200;

/** The running cases of a procedure as a board. */
export interface Boards {
  /** Only cases that the reader may see. Throws `workflow.not_found`. BO1–BO3 */
  of(reader: Reader, workflow: string): Promise<BoardView>;
}

export function openBoards(parts: ServiceParts): Boards {
  return {
    async of(reader, workflow) {
      const version = parts.library.latest(workflow);
      if (version === undefined)
        throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
      const texts = caseTexts(version, reader.language);
      const { rows, more } = await runningCases(parts, reader, workflow);
      const standing = byState(rows);
      // What only older versions know stands at the end.
      const unknown = [...standing.keys()].filter((state) => !texts.nodes.has(state));
      const steps = [...texts.nodes.values()].filter(
        ({ key, file }) =>
          standing.has(key) || file.meta?.task !== undefined || file.invoke?.src.startsWith('workflow:'),
      );
      const columns = [...steps.map(({ key }) => key), ...unknown].map((state) =>
        columnOf(parts, reader, { state, texts, rows: standing.get(state) ?? [], more }),
      );
      return {
        workflow: { id: workflow, title: texts.file.description, version: version.version },
        total: { count: rows.length, more },
        columns: await Promise.all(columns),
      };
    },
  };
}

async function runningCases(
  { store }: ServiceParts,
  reader: Reader,
  workflow: string,
): Promise<{ readonly rows: readonly InstanceRow[]; readonly more: boolean }> {
  const rows: InstanceRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.listInstances({
      viewer: viewerOf(reader),
      workflow,
      status: 'active',
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && rows.length < MOST_CASES);
  return { rows, more: cursor !== null };
}

/** A case of several regions stands at several steps. BO2 */
function byState(rows: readonly InstanceRow[]): ReadonlyMap<string, readonly InstanceRow[]> {
  const found = new Map<string, InstanceRow[]>();
  for (const row of rows) {
    for (const state of new Set(activeLeaves(row.state))) found.set(state, [...(found.get(state) ?? []), row]);
  }
  return found;
}

/** A column before it is shown, and the texts of the version in force. */
interface Standing {
  readonly state: string;
  readonly texts: CaseTexts;
  readonly rows: readonly InstanceRow[];
  readonly more: boolean;
}

async function columnOf(parts: ServiceParts, reader: Reader, standing: Standing): Promise<BoardColumnView> {
  const { state, texts, rows, more } = standing;
  const [first] = rows;
  const named = texts.nodes.has(state) || first === undefined ? texts : await textsOfRow(parts, reader, first);
  // Those that nothing has happened to for longest are looked at.
  const oldest = rows.toSorted((one, other) => one.updatedAt - other.updatedAt).slice(0, MOST_CARDS);
  const cards = (await Promise.all(oldest.map((row) => cardOf(parts, reader, { state, row })))).flat();
  const now = isoOf(parts.clock.now());
  const isLate = ({ dueAt }: BoardCardView): boolean => dueAt !== null && dueAt < now;
  return {
    state,
    title: named.stateTitle(state),
    count: { count: rows.length, more },
    cards: cards.toSorted(
      (one, other) => Number(isLate(other)) - Number(isLate(one)) || order(one).localeCompare(order(other)),
    ),
  };
}

/** Longest first; of the same moment the lower number. */
const order = ({ since, number }: BoardCardView): string => `${since} ${number}`;

/** A card, or none where the case has moved on or ended meanwhile. */
async function cardOf(
  parts: ServiceParts,
  reader: Reader,
  { state, row }: { readonly state: string; readonly row: InstanceRow },
): Promise<readonly BoardCardView[]> {
  const instance = await parts.store.load(row.id);
  if (instance === undefined || !activeLeaves(instance.state).includes(state)) return [];
  const texts = await textsOf(parts, reader, instance);
  const { id, number, subject, light } = presentInstanceRow({ ...instance, incidents: row.incidents }, texts, reader);
  const tasks = Object.values(instance.tasks).filter((task) => task.state === state && task.left !== true);
  const dues = [...tasks.map(({ dueAt }) => dueAt), tasks.length === 0 ? instance.clock.dueAt : null];
  const dueAt = Math.min(...dues.filter((due) => due !== null));
  const holder = tasks.find(({ assignee }) => assignee !== null)?.assignee ?? null;
  return [
    {
      ...{ id, number, subject, light },
      since: isoOf(sinceOf(instance, state)),
      dueAt: Number.isFinite(dueAt) ? isoOf(dueAt) : null,
      soonAt: Number.isFinite(dueAt) ? isoOf(parts.keeper.time().soonAt(dueAt, texts.file.meta.calendar)) : null,
      holder: holder === null ? null : { id: holder, name: personName(reader, holder) },
      stopped: row.incidents > 0,
    },
  ];
}

/** Since when a case stands at a step: its task or its work tells, else the last that happened to the case. BO3 */
function sinceOf(instance: Instance, state: string): number {
  const opened = Object.values(instance.tasks).filter((task) => task.state === state);
  const asked = Object.values(instance.effects).filter((effect) => effect.state === state);
  const times = [...opened.map(({ openedAt }) => openedAt), ...asked.map(({ createdAt }) => createdAt)];
  return times.length === 0 ? instance.updatedAt : Math.min(...times);
}
