import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of incidents, of leading a case, and of the cases around it. */
export const oversight = {
  incidents: 'Incidents',
  incidentsLead: 'What gave up and waits for a person. The other cases go on.',
  incidentsFailed: 'The incidents could not be loaded',
  noIncidents: 'Nothing has stopped',
  noIncidentsText: 'When a service gives up or a step cannot be taken, it stands here with what can be decided.',
  wholeCase: 'The case',
  attempts: (count: number) => plural(count, { one: 'tried once', other: 'tried # times' }),
  ownersDecide: 'The owners of the procedure decide.',
  handTaskOn: 'Hand the task to somebody who may do it.',
  actions: { retry: 'Try again', skip: 'Go on with a value', cancel: 'Let it fail' },
  explain: {
    retry: 'The same work is done again under the same key, so that nothing is done twice.',
    skip: 'The case goes on as if the work had given this value.',
    cancel: 'The case takes the way that the workflow has for a failure.',
  },
  value: 'Value (empty: none)',
  valueWrong: 'This cannot be read. Write a number, "text", or {"name": "value"}.',
  reason: 'Why (stands in the history)',
  to: 'To',
  choose: 'Choose a person',
  handOn: 'Hand on',
  moveDue: 'Move due time',
  newDue: 'New due time',
  leading: 'Tasks that you lead',
  nobodyHolds: 'Nobody has taken it',
  around: 'Cases around this one',
  waitsForThis: 'waits for this case',
  supersedes: 'replaced by this case',
  startChange: 'Start a change of this case',
  caseDue: 'Case due',
  paused: 'Clock paused',
  waitingFor: (whom: string) => `waiting for ${whom} since`,
  pausedSoFar: 'Paused in all',
  toldNext: (people: string) => `Told next: ${people},`,
};
