import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the task page and the start form. */
export const task = {
  // Loading, and what cannot be loaded.
  breadcrumb: 'Where this stands',
  failedTitle: 'The task could not be loaded',
  notFoundTitle: 'There is no such task for you',
  notFoundText: 'Either the address is wrong, or the task is not yours to see. Ask the person who sent you the link.',
  // The head of a task.
  yours: 'Yours',
  take: 'Take',
  giveBack: 'Give back',
  previous: 'Task before',
  next: 'Next task',
  position: (place: string, count: string) => `${place} / ${count}`,
  positionLabel: (place: string, count: string) => `Task ${place} of ${count} in your inbox`,
  // What others answered before.
  facts: 'The case in a line',
  opinions: 'Opinions',
  opinionsIn: (come: number, asked: number) => `${come} of ${asked} in`,
  problemsFirst: 'problems first',
  allAnswers: 'All answers',
  before: 'What was answered before',
  answeredBy: (name: string) => `by ${name}`,
  // The form.
  nothingToFill: 'There is nothing to fill in. Choose what comes next.',
  // Who may do it, and who may not.
  whoMay: 'Who may do this',
  whyThem: 'Why them?',
  whyMe: 'Why me?',
  mayNot: 'May not',
  // The outcomes.
  bar: 'What comes next',
  notOffered: (title: string) => `${title} is not offered:`,
  dependsOn: (title: string) => `${title} depends:`,
  signed: (titles: readonly string[]) => `You sign with your password: ${titles.join(', ')}.`,
  approval: 'Recorded with your name. Not an electronic signature.',
  // What stands in the way, and what happened meanwhile.
  heldBy: (name: string) => `${name} works on this task.`,
  completedBy: (name: string, moment: string) => `Completed by ${name}, ${moment}.`,
  completedWith: (outcome: string) => `Outcome: ${outcome}.`,
  withdrawn: (moment: string) => `This task was withdrawn ${moment}: the case went on without it.`,
  keptHere: 'What you typed was not sent. It is still on this page.',
  openCase: 'Open the case',
  notSent: 'Nothing was sent. What you typed is still here.',
  silent: 'The server does not answer. What you typed is still here. Press again: it is done once.',
  // Afterwards.
  doneWith: (title: string, outcome: string) => `${title}: ${outcome}`,
  nowWaits: (number: string) => `${number} now waits for`,
  goesOn: (number: string) => `${number} goes on by itself.`,
  hasEnded: (number: string, word: string) => `${number} has ended: ${word}.`,
  nextTask: 'Next task',
  noNextTask: 'Nothing else waits for you.',
  backToInbox: 'Back to the inbox',
  left: (count: number) => plural(count, { one: '# task left in your inbox', other: '# tasks left in your inbox' }),
  // The start form.
  howItWorks: 'How it works',
  startPage: 'Start',
  startFailedTitle: 'The form could not be loaded',
  startNotFoundTitle: 'There is no such procedure for you to start',
  startNotFoundText: 'Either the address is wrong, or other roles start it. The start page says whom to ask.',
  startButton: 'Start',
  version: (version: number) => `v${version}`,
  comesNext: 'What comes next:',
};
