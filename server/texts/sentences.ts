import type { Language } from '../../engine/model/language.ts';
import { EN } from './sentences-en.ts';
import { ES } from './sentences-es.ts';
import { ZH_TW } from './sentences-zh-tw.ts';

/** What the server says about cases and tasks, in one language. Parts that vary come in as words of that language. */
export interface Sentences {
  /** "Quality: Conditional" as a sentence and in few words. */
  readonly against: (opinions: readonly { readonly title: string; readonly outcome: string }[]) => string;
  readonly conditionsNotMet: string;
  readonly dependsOn: (fields: readonly string[]) => string;
  readonly dependsOnAnswers: string;
  readonly nextTask: (role: string, title: string) => string;
  readonly nextEnd: (title: string) => string;
  /** Tasks that several people get at once. */
  readonly nextSeveral: (title: string) => string;
  readonly nextService: (title: string) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly whoOnlyYou: (roles: string) => string;
  readonly whoOnly: (roles: string, name: string) => string;
  readonly whoSome: (roles: string, count: number) => string;
  readonly whoNobody: (roles: string) => string;
  readonly whoNamed: string;
  readonly fallback: string;
  readonly did: (titles: string) => string;
  readonly nobodyElse: string;
  readonly fallbackAsked: string;
  readonly nobodyElseMay: string;
  readonly standIn: (name: string) => string;
  readonly othersCan: (count: number) => string;
  readonly severalCan: (count: number) => string;
  readonly afterwards: (role: string, due: string | null) => string;
  readonly duration: (part: {
    readonly days: number;
    readonly hours: number;
    readonly minutes: number;
    readonly working: boolean;
  }) => string;
  readonly waitsForSystem: (title: string) => string;
  readonly afterAttempts: (count: number) => string;
  readonly running: string;
  readonly started: (workflow: string) => string;
  readonly timePassed: (title: string) => string;
  readonly afterDuration: (duration: string) => string;
  readonly lookedUp: (title: string) => string;
  readonly documentMade: (name: string) => string;
  readonly effectFailed: (title: string, reason: string) => string;
  readonly taken: (title: string) => string;
  readonly givenBack: (title: string) => string;
  readonly stopped: (title: string) => string;
  readonly askedInstead: (name: string) => string;
  readonly chosen: (title: string, way: string) => string;
  readonly approvalNote: string;
  readonly system: string;
  readonly roleOf: (name: string, role: string) => string;
  readonly notBeforeDecision: string;
  readonly messageCame: (type: string) => string;
  readonly takesLong: (title: string) => string;
  readonly caseIsLate: string;
  readonly told: (names: string) => string;
  readonly handedOn: (title: string) => string;
  readonly handedTo: (name: string) => string;
  readonly because: (reason: string) => string;
  readonly actedFor: (name: string) => string;
  readonly dueMoved: (title: string) => string;
  readonly incidentDecided: (action: string) => string;
  readonly itemsChanged: (title: string) => string;
  readonly calledBack: string;
  readonly separationLifted: (title: string) => string;
  readonly signingFailed: (title: string) => string;
  readonly signedAs: (name: string, meaning: string) => string;
  readonly signatureVoided: (meaning: string, name: string) => string;
  readonly suspended: (reason: string) => string;
  readonly resumed: string;
  readonly answeredAlready: string;
  readonly inPlaceOf: (name: string) => string;
}

const ALL: { readonly [language in Language]: Sentences } = { en: EN, es: ES, 'zh-TW': ZH_TW };

/** The sentences of a language. */
export function sentencesIn(language: Language): Sentences {
  return ALL[language];
}
