import type { LightView } from './instance-view.ts';
import type { Named } from './shared-views.ts';

/** `GET /api/workflows/:id/board`: the running cases of a procedure by the step they stand at. */
export interface BoardView {
  readonly workflow: Named & { readonly version: number };
  /** Cases, each once, although one may stand at several steps. */
  readonly total: CountView;
  /** In the order of the chart; a step where nothing stands has a count of 0. */
  readonly columns: readonly BoardColumnView[];
}

/** A number that was counted only so far. */
export interface CountView {
  readonly count: number;
  readonly more: boolean;
}

export interface BoardColumnView {
  readonly state: string;
  readonly title: string;
  readonly count: CountView;
  /** Those that are late first, then those that stand there longest; of many, not all. */
  readonly cards: readonly BoardCardView[];
}

export interface BoardCardView {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly light: LightView;
  /** Since when it stands there. */
  readonly since: string;
  readonly dueAt: string | null;
  readonly soonAt: string | null;
  /** Who holds the task of the step; null where nobody does. */
  readonly holder: { readonly id: string; readonly name: string } | null;
  /** Something of it stopped and waits for a person. */
  readonly stopped: boolean;
}
