import type { Json } from '../../engine/model/json.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { IncidentRowView, InstanceView } from '../../server/services/views/instance-view.ts';
import type { Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { useTasksChanged } from './tasks.ts';
import { useCommand } from './use-command.ts';

/** What stopped, in cases that the reader may see. */
export function useIncidents() {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'incidents'],
    queryFn: ({ signal }) => client.get<Page<IncidentRowView>>('/api/incidents?limit=100', signal),
  });
}

/** A task that is handed to a person by name. */
export interface HandOn {
  readonly task: string;
  readonly to: string;
  readonly reason: string;
}

/** Hands a task on. */
export function useHandOn() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    ({ task, ...body }: HandOn, key) =>
      client.post<InstanceView>(`/api/tasks/${encodeURIComponent(task)}/reassign`, body, key),
    done,
  );
}

/** A person whom separation of duties keeps out of a task, and why they do it all the same. */
export interface Lifted {
  readonly task: string;
  readonly person: string;
  readonly reason: string;
}

/** Lets the person do the task. */
export function useLiftSeparation() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    ({ task, ...body }: Lifted, key) =>
      client.post<InstanceView>(`/api/tasks/${encodeURIComponent(task)}/lift-separation`, body, key),
    done,
  );
}

/** Another due time of a task. */
export interface MoveDue {
  readonly task: string;
  readonly dueAt: string;
  readonly reason: string;
}

/** Moves a due time. */
export function useMoveDue() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    ({ task, ...body }: MoveDue, key) =>
      client.post<InstanceView>(`/api/tasks/${encodeURIComponent(task)}/due`, body, key),
    done,
  );
}

/** What is decided about an incident. */
export interface Decide {
  readonly instance: string;
  readonly incident: string;
  readonly action: 'retry' | 'skip' | 'cancel';
  readonly value?: Json;
  readonly reason: string;
}

/** Decides an incident. */
export function useDecide() {
  const client = useClient();
  const queries = useQueryClient();
  const done = useTasksChanged();
  return useCommand(
    ({ instance, ...body }: Decide, key) =>
      client.post<InstanceView>(`/api/instances/${encodeURIComponent(instance)}/incidents`, body, key),
    () => {
      done();
      void queries.invalidateQueries({ queryKey: ['instances', 'incidents'] });
    },
  );
}
