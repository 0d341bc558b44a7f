import type { JsonObject } from '../../../engine/model/json.ts';
import type { Text } from '../../../engine/model/language.ts';
import type { CalendarFile, Ladder } from '../../../engine/model/person.ts';
import type { Store } from '../../../engine/ports/store.ts';
import type { PlantCalendars } from '../../services/plant-calendars.ts';
import type { PlantLadders } from '../../services/plant-ladders.ts';
import { listChanges, type PartChange } from '../../services/plant-parts.ts';
import type { PlantSettingsService } from '../../services/plant-settings.ts';
import { namedRole } from '../../services/reader.ts';
import { CALENDAR, LADDER, PLANT_CHANGE, SETTINGS } from '../plant-schemas.ts';
import { momentOf } from '../moment.ts';
import { CALENDAR_BODY, LADDER_BODY, SETTINGS_BODY } from '../plant-bodies.ts';
import type { Call, Route } from '../route.ts';
import { ID_PARAM, limitOf, NAMED, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';

interface Parts {
  readonly store: Store;
  readonly ladders: PlantLadders;
  readonly calendars: PlantCalendars;
  readonly settings: PlantSettingsService;
}

/** Ladders, calendars and settings of the plant: everybody reads them, few change them. */
export function plantPartRoutes(parts: Parts): readonly Route[] {
  return [...ladderRoutes(parts), ...calendarRoutes(parts), ...settingRoutes(parts), ...listRoutes(parts)];
}

function ladderRoutes({ ladders }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/plant/ladders',
      summary: 'Who is told after how long',
      access: 'session',
      answer: { status: 200, schema: pageOf(LADDER) },
      handle: async ({ reader }) => ladders.list(reader),
    },
    {
      method: 'get',
      path: '/api/plant/ladders/:id',
      summary: 'One ladder',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: LADDER },
      handle: async ({ reader, params }) => ladders.get(reader, params['id'] ?? ''),
    },
    {
      method: 'post',
      path: '/api/plant/ladders/:id',
      summary: 'Change a ladder, on top of the version that was read, with a reason',
      access: 'session',
      params: ID_PARAM,
      body: LADDER_BODY,
      answer: { status: 200, schema: LADDER },
      handle: (call) => ladders.put(call.reader, ladderOf(call), changeOf(call)),
    },
  ];
}

function calendarRoutes({ calendars }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/plant/calendars',
      summary: 'Working time: weeks, holidays, exceptions',
      access: 'session',
      answer: { status: 200, schema: pageOf(CALENDAR) },
      handle: async ({ reader }) => calendars.list(reader),
    },
    {
      method: 'get',
      path: '/api/plant/calendars/:id',
      summary: 'One calendar',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: CALENDAR },
      handle: async ({ reader, params }) => calendars.get(reader, params['id'] ?? ''),
    },
    {
      method: 'post',
      path: '/api/plant/calendars/:id',
      summary: 'Change a calendar for what is counted from now on; due times that are stored stay',
      access: 'session',
      params: ID_PARAM,
      body: CALENDAR_BODY,
      answer: { status: 200, schema: CALENDAR },
      handle: (call) => calendars.put(call.reader, calendarOf(call), changeOf(call)),
    },
  ];
}

function settingRoutes({ settings }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/plant/settings',
      summary: 'Limits and rates that workflows read as settings',
      access: 'session',
      answer: { status: 200, schema: SETTINGS },
      handle: async ({ reader }) => settings.get(reader),
    },
    {
      method: 'post',
      path: '/api/plant/settings',
      summary: 'Set values by their JSON pointers, from now on or from a later moment',
      access: 'session',
      body: SETTINGS_BODY,
      answer: { status: 200, schema: SETTINGS },
      handle: async (call) =>
        settings.put(call.reader, {
          ...changeOf(call),
          values: call.body['values'] as JsonObject,
          fromAt: call.body['from'] === undefined ? null : momentOf(call.body, 'from'),
        }),
    },
  ];
}

function listRoutes({ store }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/plant/changes',
      summary: 'Who changed a part of the plant, when and why, newest first: of=ladder:default',
      access: 'session',
      query: requestObject({ ...PAGE_QUERY, of: TEXT(128) }, ['of']),
      answer: { status: 200, schema: pageOf(PLANT_CHANGE) },
      handle: ({ reader, query }) =>
        listChanges({ store }, reader, {
          part: query['of'] ?? '',
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'get',
      path: '/api/plant/roles',
      summary: 'The roles of the plant',
      access: 'session',
      answer: { status: 200, schema: pageOf(NAMED) },
      handle: async ({ reader }) => ({
        items: [...reader.plant.roles.keys()].map((role) => namedRole(reader, role)),
        next: null,
      }),
    },
  ];
}

function changeOf({ body, command }: Call): PartChange {
  return { version: Number(body['version']), reason: String(body['reason']), command };
}

function ladderOf({ params, body }: Call): Ladder {
  return {
    id: params['id'] ?? '',
    title: body['titles'] as unknown as Text,
    levels: body['levels'] as unknown as Ladder['levels'],
  };
}

function calendarOf({ params, body }: Call): CalendarFile {
  const { titles, zone, week, holidays, exceptions } = body as unknown as { readonly titles: Text } & CalendarFile;
  return { id: params['id'] ?? '', title: titles, zone, week, holidays, exceptions };
}
