import type { Sentences } from './sentences.ts';

const list = (parts: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
const or = (parts: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(parts);
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const EN: Sentences = {
  against: (opinions) => list(opinions.map(({ title, outcome }) => `${title} is “${outcome}”`)),
  conditionsNotMet: 'The case does not meet its conditions now.',
  dependsOn: (fields) => `Depends on ${list(fields)}.`,
  dependsOnAnswers: 'Depends on your answers.',
  nextTask: (role, title) => (role === '' ? title : `${role}: ${title}`),
  nextEnd: (title) => `The case ends: ${title}`,
  nextSeveral: (title) => `Several people: ${title}`,
  nextService: (title) => title,
  or,
  list,
  whoOnlyYou: (roles) => `${roles}: only you.`,
  whoOnly: (roles, name) => `${roles}: only ${name}.`,
  whoSome: (roles, n) => `${roles}: ${count(n, 'person', 'people')}.`,
  whoNobody: (roles) => `${roles}: nobody at the moment.`,
  whoNamed: 'Named people',
  fallback: 'asked because nobody else may do it',
  did: (titles) => `did “${titles}” in this case`,
  nobodyElse: 'Nobody else has this role.',
  fallbackAsked: 'Nobody with the role may do it, so this person is asked.',
  nobodyElseMay: 'Nobody else may do it in this case.',
  standIn: (name) => `If this person is away: ${name}.`,
  othersCan: (n) => `${n === 1 ? 'One other person' : `${n} other people`} could do it too.`,
  severalCan: (n) => `Any of these ${n} people.`,
  afterwards: (role, due) => [role, due].filter((part) => part !== null && part !== '').join(', '),
  duration: ({ days, hours, minutes, working }) => {
    const kind = working ? 'working ' : '';
    return list(
      [
        days > 0 ? count(days, `${kind}day`, `${kind}days`) : '',
        hours > 0 ? count(hours, `${kind}hour`, `${kind}hours`) : '',
        minutes > 0 ? count(minutes, 'minute', 'minutes') : '',
      ].filter((part) => part !== ''),
    );
  },
  waitsForSystem: (title) => `${title}, done by the system`,
  afterAttempts: (n) => `Tried ${count(n, 'time', 'times')} so far.`,
  running: 'Running',
  started: (workflow) => `${workflow} started`,
  timePassed: (title) => `Time is up: ${title}`,
  afterDuration: (duration) => `After ${duration}.`,
  lookedUp: (title) => title,
  documentMade: (name) => `Document made: ${name}`,
  effectFailed: (title, reason) => `${title} failed: ${reason}`,
  taken: (title) => `${title}: taken`,
  givenBack: (title) => `${title}: given back`,
  stopped: (title) => `Stopped: ${title}`,
  askedInstead: (name) => `Nobody with the role may do the next task, so ${name} is asked.`,
  chosen: (title, way) => (title.endsWith('?') ? `${title} ${way}` : `${title}: ${way}`),
  approvalNote: 'Recorded with your name. Not an electronic signature.',
  system: 'the workflow',
  roleOf: (name, role) => `${name}, ${role}`,
  notBeforeDecision: 'Not offered at this point of the case.',
};
