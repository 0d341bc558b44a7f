import { EngineError } from '../../engine/model/engine-error.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import { isoOf } from '../../engine/step/run.ts';
import { type ServiceParts, visibleCase } from './parts.ts';
import { readTaskName } from './present/present-task.ts';
import type { Reader } from './reader.ts';
import type { Tasks } from './tasks.ts';
import type { DraftView } from './views/conversation-view.ts';

const DRAFTS = 'drafts';

/** What a draft is of: a task, whose name holds its visit, or a procedure to be started. */
export type DraftOf = { readonly task: string } | { readonly start: string };

export interface NewDraft {
  readonly answers: JsonObject;
  readonly outcome: string | null;
  /** The revision it rests on; 0 where there was none. */
  readonly rev: number;
}

/** Half-filled forms, each seen by its writer alone. Answers are kept as they are: they need not fit yet. DF1, DF4 */
export interface Drafts {
  /** The reader's own; `rev` 0 where there is none. Throws `task.not_found`, `workflow.not_found`. */
  get(reader: Reader, of: DraftOf): Promise<DraftView>;
  /** Keeps it if nothing was kept since `rev`, else throws `draft.changed`. A repeat of the same answers keeps once. DF2 */
  put(reader: Reader, of: DraftOf, draft: NewDraft): Promise<DraftView>;
  /** Takes the reader's own away; taking away what is not there is harmless. DF3 */
  remove(reader: Reader, of: DraftOf): Promise<void>;
}

interface StoredDraft {
  readonly answers: JsonObject;
  readonly outcome: string | null;
  readonly at: number;
}

const NONE: DraftView = { answers: null, outcome: null, rev: 0, savedAt: null };

export function openDrafts(parts: ServiceParts, tasks: Tasks): Drafts {
  const { store, clock, library } = parts;

  /** What does not exist for a person cannot be drafted by them. */
  const demand = async (reader: Reader, of: DraftOf): Promise<void> => {
    if ('start' in of) {
      if (library.latest(of.start) !== undefined) return;
      throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
    }
    const ids = readTaskName(of.task);
    const instance =
      ids === undefined ? undefined : await visibleCase(parts, reader, ids.instance).catch(() => undefined);
    // An open task is found at once; a closed one by its case's history.
    if (ids === undefined || instance === undefined || !Object.hasOwn(instance.tasks, ids.task))
      await tasks.get(reader, of.task);
  };

  return {
    async get(reader, of) {
      await demand(reader, of);
      const record = await store.getRecord(DRAFTS, idOf(reader, of));
      return record === undefined ? NONE : viewOf(record.value as unknown as StoredDraft, record.rev);
    },
    async put(reader, of, { answers, outcome, rev }) {
      await demand(reader, of);
      const draft: StoredDraft = { answers, outcome, at: clock.now() };
      const put = await store.putRecord({
        register: DRAFTS,
        id: idOf(reader, of),
        value: { answers, outcome, at: draft.at },
        keys: [`of:${reader.person.id}`],
        expect: rev,
      });
      if (put.kind === 'stored') return viewOf(draft, put.rev);
      const kept = put.record?.value as unknown as StoredDraft | undefined;
      // An answer that was lost on its way is asked for again: the same words are no other draft.
      if (put.record !== undefined && kept !== undefined && isSame(kept, draft)) return viewOf(kept, put.record.rev);
      throw changed(put.record?.rev ?? 0, kept?.at);
    },
    async remove(reader, of) {
      await store.removeRecord(DRAFTS, idOf(reader, of));
    },
  };
}

function idOf(reader: Reader, of: DraftOf): string {
  return `${reader.person.id}|${'start' in of ? `start.${of.start}` : `task.${of.task}`}`;
}

function isSame(a: StoredDraft, b: StoredDraft): boolean {
  return JSON.stringify([a.answers, a.outcome]) === JSON.stringify([b.answers, b.outcome]);
}

function changed(rev: number, at: number | undefined): EngineError {
  return new EngineError(
    'draft.changed',
    'This form was changed in another tab meanwhile. Load what was kept there, or keep what is here.',
    { params: { rev, ...(at === undefined ? {} : { savedAt: isoOf(at) }) } },
  );
}

function viewOf({ answers, outcome, at }: StoredDraft, rev: number): DraftView {
  return { answers, outcome, rev, savedAt: isoOf(at) };
}
