import type { Json } from './json.ts';
import type { Language, Text } from './language.ts';

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: Text;
  readonly department: string;
  readonly roles: readonly string[];
  readonly language: Language;
  readonly active: boolean;
  /** Who leads this person directly; without one, the head of the department. */
  readonly supervisor?: string;
  /** Where mails go. Without one there are none. */
  readonly email?: string;
}

export interface Role {
  readonly id: string;
  readonly title: Text;
  readonly department: string;
}

export interface Department {
  readonly id: string;
  readonly title: Text;
  /** A short name for cards and columns. */
  readonly short: Text;
  /** The person who leads it; takes part in the fallback and sees the department's cases. */
  readonly head: string | null;
}

/** Who and what a step may ask about the plant: plain data, handed in, never fetched by the engine. */
export interface Plant {
  readonly name: string;
  /** IANA zone in which the plant reads its clocks. */
  readonly zone: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly calendars: ReadonlyMap<string, CalendarFile>;
  /** Who is told after how long, by the id that workflows name. */
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** Person → the people they stand in for at this moment. One hop: nobody hands on what was handed to them. */
  readonly actsFor: ReadonlyMap<string, readonly string[]>;
  /** What FEEL reads as `settings`. */
  readonly settings: { readonly [name: string]: Json };
}

/** Working time of one place, as written in a calendars file. Windows are `["08:00", "12:00"]`, `"01:30+1"` is the next day. */
export interface CalendarFile {
  readonly id: string;
  readonly zone: string;
  readonly title: Text;
  /** Windows of each weekday, Monday first; `"always"` is every minute and has no holidays. */
  readonly week: 'always' | readonly (readonly (readonly [string, string])[])[];
  /** Local dates without work, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** Local dates with windows of their own: make-up days, shortened days. They win over week and holidays. */
  readonly exceptions: { readonly [date: string]: readonly (readonly [string, string])[] };
}

/** Who is told that something takes too long. A ladder tells; it never completes a task for anybody. */
export interface Ladder {
  readonly id: string;
  readonly title: Text;
  /** Lowest first. */
  readonly levels: readonly LadderLevel[];
}

export interface LadderLevel {
  readonly id: string;
  /** `50%` of the time until due, or a duration from opening. */
  readonly after: string;
  /** At least this long after the due time: `PT30M`. */
  readonly atLeast?: string;
  /** `assignee`, `supervisor`, `department_head`, or a role. */
  readonly to: readonly string[];
  readonly say: 'reminder' | 'overdue' | 'escalated';
  /** What those who are told may do with the task from then on. */
  readonly may?: readonly 'reassign'[];
  /** Told again after each such duration. */
  readonly every?: string;
}

/** A person who acts for another in a range of time. */
export interface StandIn {
  readonly id: string;
  readonly person: string;
  readonly standIn: string;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly kind: 'absence' | 'delegation';
  readonly note: string;
}
