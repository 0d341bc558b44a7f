import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Json } from '../../engine/model/json.ts';
import type { CalendarFile, Ladder } from '../../engine/model/person.ts';
import type { Text } from '../../engine/model/language.ts';
import type {
  CalendarView,
  LadderView,
  PlantChangeView,
  SettingsView,
} from '../../server/services/views/plant-view.ts';
import type { Named, Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useCommand } from './use-command.ts';

/** Everything below it is asked anew when a part of the plant has changed. */
const KEY = 'plant-parts';

/** The ladders of the plant. */
export function useLadders() {
  return useList<LadderView>('/api/plant/ladders');
}

/** The calendars of the plant. */
export function useCalendars() {
  return useList<CalendarView>('/api/plant/calendars');
}

/** The roles of the plant. */
export function useRoles() {
  return useList<Named>('/api/plant/roles');
}

/** Limits and rates of the plant. */
export function useSettings() {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'settings'],
    queryFn: ({ signal }) => client.get<SettingsView>('/api/plant/settings', signal),
  });
}

/** Who changed a part, newest first. Nothing is asked until it is `wanted`. */
export function usePlantChanges(part: string, wanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'changes', part],
    queryFn: ({ signal }) =>
      client.get<Page<PlantChangeView>>(query('/api/plant/changes', { of: part, limit: 50 }), signal),
    enabled: wanted,
  });
}

/** Why something is changed, and on top of which version. */
interface Change {
  readonly version: number;
  readonly reason: string;
}

export type LadderChange = Change & { readonly id: string; readonly titles: Text; readonly levels: Ladder['levels'] };
export type CalendarChange = Change &
  Pick<CalendarFile, 'id' | 'zone' | 'week' | 'holidays' | 'exceptions'> & { readonly titles: Text };
export type SettingsChange = Change & {
  readonly values: { readonly [pointer: string]: Json };
  readonly from?: string;
};

/** Changes a ladder. */
export function useChangeLadder() {
  const send = useSend();
  return useCommand(({ id, ...body }: LadderChange, key) => send<LadderView>(`ladders/${id}`, body, key), send.done);
}

/** Changes a calendar. */
export function useChangeCalendar() {
  const send = useSend();
  return useCommand(
    ({ id, ...body }: CalendarChange, key) => send<CalendarView>(`calendars/${id}`, body, key),
    send.done,
  );
}

/** Sets values. */
export function useChangeSettings() {
  const send = useSend();
  return useCommand((body: SettingsChange, key) => send<SettingsView>('settings', body, key), send.done);
}

function useList<T>(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, path],
    queryFn: ({ signal }) => client.get<Page<T>>(path, signal),
  });
}

/** Sends a change of a part, and asks for all parts anew once it is done. */
function useSend() {
  const client = useClient();
  const queries = useQueryClient();
  const send = <T>(path: string, body: unknown, key: string) => client.post<T>(`/api/plant/${path}`, body, key);
  return Object.assign(send, { done: () => void queries.invalidateQueries({ queryKey: [KEY] }) });
}
