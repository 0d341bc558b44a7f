import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the start page. */
export const start = {
  // The page.
  title: 'Start a procedure',
  lead: 'Pick what happened. The form asks the rest and tells you who comes next.',
  search: 'Find a procedure by its name or by what happened',
  // Its two groups.
  forYou: 'For you',
  forYouLead: 'Your roles start these.',
  others: 'Others start these',
  othersLead: 'You see them so that you know whom to ask.',
  noDepartment: 'Other procedures',
  notYourRole: 'Not your role',
  // How many run.
  running: (count: number) => (count === 0 ? 'none running' : plural(count, { one: '# running', other: '# running' })),
  runningMany: 'more than 1,000 running',
  // Where there is nothing to show.
  emptyTitle: 'No procedure yet',
  emptyText: 'Published procedures appear here. A process engineer publishes them.',
  noMatchTitle: 'No procedure matches',
  noMatchText: 'Look for another word, or look at all procedures.',
  showAll: 'Show all procedures',
  failedTitle: 'The procedures could not be loaded',
};
