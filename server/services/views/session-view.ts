import type { Language } from '../../../engine/model/language.ts';
import type { Named, PersonView } from './shared-views.ts';

/** `POST` and `GET /api/session`. */
export interface SessionView {
  readonly person: PersonView & { readonly login: string; readonly language: Language };
  readonly csrfToken: string;
}

/** `GET /api/plant`: what the sign-in page may show to anybody. */
export interface PlantView {
  readonly name: string;
  /** The town, for the clock in the side bar. */
  readonly site: string;
  readonly zone: string;
  readonly demo: boolean;
  /** The demo people as cards; empty where the demo plant is not loaded. */
  readonly people: readonly {
    readonly login: string;
    readonly name: string;
    readonly role: string;
    readonly department: string;
    readonly language: Language;
  }[];
  /** What to try first in the demo plant, in a sentence; null where there is nothing to suggest. */
  readonly firstWalk: string | null;
}

export type { Named };
