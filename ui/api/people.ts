import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonRowView, StandInView } from '../../server/services/views/plant-view.ts';
import type { Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useCommand } from './use-command.ts';

/** One list of everybody for the page of all and the page of one. */
const PEOPLE = ['people'];

/** Everybody who works here, with who stands in for them. */
export function usePeople() {
  const client = useClient();
  return useQuery({
    queryKey: PEOPLE,
    queryFn: ({ signal }) => client.get<Page<PersonRowView>>('/api/people', signal),
  });
}

/** All absences and delegations of a person, ended ones too. */
export function useStandIns(person: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...PEOPLE, 'stand-ins', person],
    queryFn: ({ signal }) =>
      client.get<Page<StandInView>>(query('/api/stand-ins', { person, ended: 'yes', limit: 200 }), signal),
  });
}

/** An absence or delegation to be added. */
export interface NewStandIn {
  readonly person: string;
  readonly standIn: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly kind: StandInView['kind'];
  readonly note: string;
}

/** Adds an absence or delegation. */
export function useAddStandIn() {
  const client = useClient();
  const changed = usePeopleChanged();
  return useCommand((input: NewStandIn, key) => client.post<StandInView>('/api/stand-ins', input, key), changed);
}

/** Takes a coming one away, ends a running one. */
export function useRemoveStandIn() {
  const client = useClient();
  const changed = usePeopleChanged();
  return useCommand((id: string) => client.remove(`/api/stand-ins/${encodeURIComponent(id)}`), changed);
}

/** Who stands in decides who may do which task, too. */
function usePeopleChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: PEOPLE });
    void queries.invalidateQueries({ queryKey: ['tasks'] });
  };
}
