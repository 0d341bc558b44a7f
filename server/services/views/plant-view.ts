import type { Json } from '../../../engine/model/json.ts';
import type { Text } from '../../../engine/model/language.ts';
import type { CalendarFile, Ladder } from '../../../engine/model/person.ts';
import type { Named, PersonView } from './shared-views.ts';

/** How a part of the plant stands: what a change of it must name as its version, and who changed it last. */
export interface PartView {
  /** 0 as it ships; a change is refused unless it names this one. */
  readonly version: number;
  /** Null as it ships. */
  readonly changed: ChangedView | null;
  /** True if the reader may change it. */
  readonly mayChange: boolean;
}

export interface ChangedView {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly reason: string;
}

/** `GET /api/plant/ladders/:id`. */
export interface LadderView extends PartView {
  readonly id: string;
  /** In the reader's language; `titles` in all. */
  readonly title: string;
  readonly titles: Text;
  readonly levels: Ladder['levels'];
}

/** `GET /api/plant/calendars/:id`. */
export interface CalendarView extends PartView {
  readonly id: string;
  readonly title: string;
  readonly titles: Text;
  readonly zone: string;
  readonly week: CalendarFile['week'];
  readonly holidays: CalendarFile['holidays'];
  readonly exceptions: CalendarFile['exceptions'];
}

/** `GET /api/plant/settings`. */
export interface SettingsView extends PartView {
  readonly groups: readonly SettingGroupView[];
}

export interface SettingGroupView {
  readonly pointer: string;
  readonly title: string;
  readonly settings: readonly SettingView[];
}

export type SettingKind = 'number' | 'duration' | 'ladder' | 'yes-no' | 'text' | 'list';

export interface SettingView {
  /** A JSON pointer into `settings`. */
  readonly pointer: string;
  readonly title: string;
  readonly kind: SettingKind;
  readonly value: Json;
  /** The value in words where it is ids: roles of a list. */
  readonly shown: readonly string[];
  /** False for lists: they change with the product. */
  readonly editable: boolean;
  /** True where there may be no value. */
  readonly optional: boolean;
  /** What will hold from when on, earliest first. */
  readonly coming: readonly { readonly from: string; readonly value: Json }[];
}

/** A row of `GET /api/plant/changes`. */
export interface PlantChangeView extends ChangedView {
  readonly version: number;
  /** What it brought. */
  readonly change: Json;
}

/** A row of `GET /api/people`. */
export interface PersonRowView extends PersonView {
  /** True if this person leads their department. */
  readonly head: boolean;
  readonly supervisor: { readonly id: string; readonly name: string } | null;
  /** Running and coming absences and delegations, earliest first. */
  readonly standIns: readonly StandInView[];
  /** True if the reader may add and remove them. */
  readonly mayChange: boolean;
}

/** A row of `GET /api/stand-ins`. */
export interface StandInView {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly standIn: { readonly id: string; readonly name: string };
  readonly fromAt: string;
  readonly untilAt: string;
  readonly kind: 'absence' | 'delegation';
  /** Null for those who may not change it: why somebody is away is not everybody's business. */
  readonly note: string | null;
  readonly state: 'running' | 'coming' | 'ended';
  /** True if who stands in is away in that time too: then nobody acts, since nothing is handed on twice. */
  readonly standInAway: boolean;
  readonly mayChange: boolean;
}

export type { Named };
