import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the parts that every page uses. */
export const parts = {
  // The clock of a task.
  overdue: 'Overdue',
  dueIn: (span: string) => `Due in ${span}`,
  noDueTime: 'No due time',
  days: (count: number) => plural(count, { one: '# day', other: '# days' }),
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  openSince: (moment: string) => `open since ${moment}`,
  // Who holds a task.
  free: 'Free to take',
  you: 'You',
  // Words of every button.
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  more: 'Show more',
  copy: 'Copy',
  copied: 'Copied',
  yes: 'Yes',
  no: 'No',
  noAnswer: '–',
  // Opinions.
  opinionOk: 'OK',
  opinionConditional: 'Conditional',
  opinionNo: 'No',
  opinionWaiting: 'Waiting',
  opinionNotAsked: 'Not asked',
  // What went wrong, what is safe, and what to do.
  tryNow: 'Try now',
  toInbox: 'Back to the inbox',
  unreachableTitle: 'The server does not answer',
  unreachableText: 'What is stored is safe. We try again every 10 seconds.',
  errorTitle: 'This page could not be loaded',
  errorText: 'What is stored is safe. Try again; if it happens again, tell your administrator this code.',
  notFoundTitle: 'There is nothing here for you',
  notFoundText:
    'Either the address is wrong, or your department does not take part in it. Ask the person who sent you the link.',
  offline: 'No network. What you see may be old. It is loaded again when the network is back.',
  tooMany: 'Too many requests in a short time. Wait a minute, then try again.',
};
