import type { Translations } from '../../../engine/model/version.ts';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import type { FormView, Named } from './shared-views.ts';

/** A row of `GET /api/workflows`. */
export interface WorkflowView {
  readonly id: string;
  readonly title: string;
  /** One or two sentences: when to start it. */
  readonly about: string;
  readonly version: number;
  readonly startable: boolean;
  /** Who may start it, for those who may not. */
  readonly starters: readonly Named[];
  readonly owners: readonly Named[];
  /** Whose procedure it is; null where no role of it has a department. */
  readonly department: Named | null;
  /** Cases of it that run and that the reader may see; stops at 1,000. */
  readonly running: number;
}

/** `GET /api/workflows/:id/start`. */
export interface StartView {
  readonly workflow: Named & { readonly version: number };
  readonly form: FormView;
  /** Where its answers land in the data of a case. */
  readonly into: string;
  /** What comes first and who does it, in words. */
  readonly next: string;
}

/** `GET /api/workflows/:id`: the version in force, in the reader's language, with its translations as published. */
export interface WorkflowDetailView extends WorkflowView {
  readonly machine: WorkflowFile;
  readonly forms: { readonly [id: string]: FormView };
  readonly texts: Translations;
}

/** A row of `GET /api/workflows/:id/versions`. */
export interface VersionView {
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
}
