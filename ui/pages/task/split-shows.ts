import type { ShowView, TaskView } from '../../../server/services/views/task-view.ts';

/** Earlier answers by where they stand on the page. */
export interface Shows {
  /** Side by side above the form, problems first. */
  readonly opinions: readonly ShowView[];
  /** Beside the form, the newest first. */
  readonly earlier: readonly ShowView[];
}

/**
 * Divides what is shown of earlier answers: opinions that the form wants to compare, and all the rest.
 *
 * Where nobody was asked for an opinion there is nothing to compare.
 */
export function splitShows(task: Pick<TaskView, 'form' | 'show'>): Shows {
  const wanted = new Set(task.form.layout.flatMap((part) => ('opinions' in part ? part.opinions : [])));
  const compared = task.show.filter((show) => wanted.has(show.name) && show.tone !== null);
  const opinions = compared.every((show) => show.tone === 'not-asked') ? [] : compared;
  const rest = task.show.filter((show) => !compared.includes(show));
  return {
    opinions: opinions.toSorted(byTrouble),
    earlier: rest
      .filter((show) => show.at !== null)
      .toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? '')),
  };
}

/** The worst first. */
const TROUBLE: readonly ShowView['tone'][] = ['no', 'conditional', 'waiting', 'ok', 'not-asked'];

/** Problems first; among equals the order of the form. */
function byTrouble(one: ShowView, other: ShowView): number {
  return TROUBLE.indexOf(one.tone) - TROUBLE.indexOf(other.tone);
}
