import type { Named } from './shared-views.ts';

/** `GET /api/workflows/:id/guide`: a procedure on one page, made from the version in force. */
export interface GuideView {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly about: string;
  /** Why there is the procedure at all; null where nobody wrote it down. */
  readonly purpose: string | null;
  /** What the plant must know to work by it, a sentence each. */
  readonly watch: readonly string[];
  readonly startable: boolean;
  readonly starters: readonly Named[];
  readonly owners: readonly Named[];
  /** When it starts by itself, in words. */
  readonly schedules: readonly string[];
  readonly steps: readonly GuideStepView[];
  readonly commands: readonly { readonly title: string; readonly who: string; readonly signed: string | null }[];
  readonly documents: readonly { readonly code: string; readonly title: string }[];
  /** Procedures that it starts or waits for. */
  readonly calls: readonly Named[];
  readonly ends: readonly { readonly title: string; readonly status: 'done' | 'cancelled' | 'void' }[];
}

/** What somebody does. */
export interface GuideStepView {
  readonly state: string;
  readonly title: string;
  /** Roles in words; null where the case decides. */
  readonly who: string | null;
  /** By when, in words; null where the case decides or nothing is promised. */
  readonly due: string | null;
  readonly outcomes: readonly string[];
  /** The meanings that it may be signed with. */
  readonly signed: readonly string[];
  /** Rules of separation that hold here, with their letters. */
  readonly separation: readonly string[];
  /** Done once for each of several. */
  readonly many: boolean;
}
