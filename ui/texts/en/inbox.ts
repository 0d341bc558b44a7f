import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the inbox. */
export const inbox = {
  // The boxes, and whether they are live.
  title: 'Inbox',
  boxes: 'Boxes',
  mine: 'Mine',
  available: 'Available',
  department: 'My department',
  overdue: 'Overdue',
  live: 'Live',
  connecting: 'Connecting',
  notLive: 'Not live',
  // What of a box is wanted.
  narrow: 'Narrow the list',
  words: 'Number or subject',
  procedure: 'Procedure',
  allProcedures: 'All procedures',
  noMatchTitle: 'No task in this box is like that',
  noMatchText: 'Look for less, look in another box, or show all of this one.',
  showAll: 'Show all',
  // The order of the list, and its groups.
  sortDue: 'By due time',
  sortNewest: 'Newest first',
  sortLabel: 'Order of the list',
  groupOverdue: 'Overdue',
  groupToday: 'Today',
  groupLater: 'Tomorrow and later',
  groupNewest: 'Newest first',
  // What can be done with a task.
  newTasks: (count: number) => plural(count, { one: '# new task', other: '# new tasks' }),
  open: 'Open',
  take: 'Take',
  taken: (title: string) => `You have taken: ${title}.`,
  gone: 'no longer in this box',
  peek: 'Preview',
  // The keys.
  keyMove: 'move',
  keyOpen: 'open',
  keyTake: 'take',
  keyFind: 'find',
  keyNarrow: 'narrow',
  keyAll: 'all keys',
  keysTitle: 'Keys of the inbox',
  keyNext: 'Next task',
  keyPrevious: 'Task before',
  keyOpenLong: 'Open the task',
  keyTakeLong: 'Take the task',
  keyFindLong: 'Find a case',
  keyAllLong: 'Show these keys',
  keysSwitch: 'Single keys work on this device',
  opinions: 'Opinions',
  answers: 'Before',
  // Empty boxes say what will come and what to do now.
  emptyMineTitle: 'Nothing waits for you',
  emptyMineText: (count: string) =>
    count === '0'
      ? 'New tasks appear here by themselves.'
      : `New tasks appear here by themselves. ${count === '1' ? '1 task is' : `${count} tasks are`} free to take.`,
  emptyAvailableTitle: 'Nothing is free to take',
  emptyAvailableText: 'Tasks that you may do and nobody holds appear here.',
  emptyDepartmentTitle: 'Your department has no open task',
  emptyDepartmentText: 'Every open task of your department appears here, whoever holds it.',
  emptyOverdueTitle: 'Nothing is overdue',
  emptyOverdueText: 'Tasks that are past their due time appear here.',
  seeAvailable: (count: string) => (count === '1' ? 'See the available task' : `See the ${count} available`),
  startProcedure: 'Start a procedure',
  failedTitle: 'The list could not be loaded',
};
