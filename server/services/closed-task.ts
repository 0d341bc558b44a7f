import { EngineError } from '../../engine/model/engine-error.ts';
import type { HistoryEntry } from '../../engine/model/history.ts';
import type { Instance, Task } from '../../engine/model/instance.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { CaseTexts } from './case-texts.ts';
import type { ServiceParts } from './parts.ts';
import { personName, type Reader } from './reader.ts';
import type { ClosedView } from './views/task-view.ts';

const PAGE = 500;

/** A task that was open once: as it was, and how it ended. */
export interface ClosedTask {
  readonly task: Task;
  readonly closed: ClosedView;
}

/** Finds a closed task in its case's history; undefined if the case never had it. */
export async function findClosedTask(
  parts: ServiceParts,
  reader: Reader,
  asked: { readonly instance: Instance; readonly task: string; readonly texts: CaseTexts },
): Promise<ClosedTask | undefined> {
  const { instance, task, texts } = asked;
  let opened: { readonly state: string; readonly at: number } | undefined;
  for (let after = 0; after < instance.rev; after += PAGE) {
    for (const entry of await parts.store.history(instance.id, after, PAGE)) {
      for (const note of entry.notes) {
        if (note.kind === 'opened' && note.task === task) opened = { state: note.state, at: entry.at };
        if ((note.kind === 'closed' || note.kind === 'withdrawn') && note.task === task && opened !== undefined) {
          return { task: asItWas(task, opened, texts), closed: closedView(entry, task, { texts, reader }) };
        }
      }
    }
  }
  return undefined;
}

function closedView(
  entry: HistoryEntry,
  task: string,
  { texts, reader }: { readonly texts: CaseTexts; readonly reader: Reader },
): ClosedView {
  const { event } = entry;
  const done = event.kind === 'task' && event.subject === task;
  return {
    kind: done ? 'completed' : 'withdrawn',
    outcomeTitle: done ? texts.outcomeTitle(event.state ?? '', event.type) : null,
    by: event.by === null ? null : { id: event.by, name: personName(reader, event.by) },
    at: isoOf(entry.at),
  };
}

/** What can still be said of it; who could have done it is not asked any more. */
function asItWas(id: string, opened: { readonly state: string; readonly at: number }, texts: CaseTexts): Task {
  const file = texts.nodes.get(opened.state)?.file.meta?.task;
  const roles = Array.isArray(file?.roles) ? (file.roles as readonly string[]) : null;
  return {
    id,
    state: opened.state,
    visit: 0,
    name: file?.into ?? opened.state,
    form: file?.form ?? '',
    roles,
    by: null,
    notBy: [],
    due: null,
    dueAt: null,
    openedAt: opened.at,
    prefill: {},
    assignee: null,
    claimedAt: null,
    fallback: [],
    excluded: [],
    candidates: [],
    departments: [],
  };
}

/** The refusal that names who was first. */
export function closedError(instance: Instance, { closed }: ClosedTask): EngineError {
  const { number } = instance;
  if (closed.kind === 'withdrawn' || closed.by === null)
    return new EngineError('task.closed', `This task of ${number} is not needed any more: the case has gone on.`, {
      params: { number, at: closed.at },
    });
  return new EngineError('task.closed', `${closed.by.name} has completed this task already.`, {
    params: { number, at: closed.at, by: closed.by.name, outcome: closed.outcomeTitle ?? '' },
  });
}
