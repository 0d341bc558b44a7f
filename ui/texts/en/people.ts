import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the list of people and of the page of one person. */
export const people = {
  title: 'People',
  lead: 'Who works where, and who acts for whom while somebody is away.',
  search: 'Find by name, department or role',
  columnPerson: 'Person',
  columnDepartment: 'Department',
  columnRoles: 'Roles',
  columnStandIn: 'Away or delegated',
  leads: 'leads the department',
  failedTitle: 'The people could not be loaded',
  noMatchTitle: 'Nobody matches',
  noMatchText: 'Look for less, or look at everybody.',
  showAll: 'Show everybody',
  nobodyTitle: 'There is no such person',
  nobodyText: 'Either the address is wrong, or the person works here no more.',
  // One person.
  supervisor: (name: string) => `Reports to ${name}`,
  leadsDepartment: 'Leads the department',
  standIns: 'Absences and delegations',
  standInsText:
    'Who stands in sees and does what this person may, and the history says for whom. Nothing is handed on twice: if who stands in is away too, nobody acts for this person.',
  standInsFailed: 'The absences could not be loaded',
  noStandIns: 'Nothing is planned.',
  ended: (count: number) => plural(count, { one: 'One that is over', other: '# that are over' }),
  onlyThey: 'Only the person, the head of the department and system administrators change this.',
  // An absence or delegation.
  away: 'Away',
  delegated: 'Delegated',
  until: (moment: string) => `until ${moment}`,
  from: (moment: string) => `from ${moment}`,
  actsInstead: (name: string) => `${name} acts`,
  standInAwayShort: 'away too',
  standInAway: (name: string) =>
    `${name} is away for a part of that time. Nobody acts then, since nothing is handed on twice. Choose somebody else, or other days.`,
  endNow: 'End now',
  remove: 'Remove',
  // Adding one.
  add: 'Add an absence or a delegation',
  kind: 'What it is',
  absence: 'Absence',
  delegation: 'Delegation',
  absenceText: 'The person is away; somebody else acts.',
  delegationText: 'The person is here; somebody else may act as well.',
  standIn: 'Who stands in',
  choose: 'Choose a person',
  note: 'Note',
  noteText: 'Times are those of the plant. The note is read only by those who may change this.',
  fromLabel: 'From',
  untilLabel: 'Until',
  addButton: 'Add',
  added: 'It is stored.',
  addFailed: 'Nothing was changed. Try again.',
};
