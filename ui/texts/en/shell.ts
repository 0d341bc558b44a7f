import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Words of the frame around every page. */
export const shell = {
  // The ways.
  skip: 'Skip to the page',
  navigation: 'Main navigation',
  inbox: 'Inbox',
  cases: 'Cases',
  start: 'Start',
  make: 'Make',
  plan: 'Production plan',
  people: 'People',
  settings: 'Settings',
  registers: 'Registers',
  incidents: 'Incidents',
  schedules: 'Schedules',
  find: 'Find a case',
  // The plant, and the person before the page.
  demoPlant: 'Demo plant',
  personMenu: (name: string) => `${name}: language, colours, sign out`,
  language: 'Language',
  colours: 'Colours',
  light: 'Light',
  dark: 'Dark',
  system: 'Like this device',
  myMails: 'My mails',
  signOut: 'Sign out',
  // Notifications.
  notifications: 'Notifications',
  unread: (count: number) => plural(count, { one: '# unread', other: '# unread' }),
  unreadWord: 'unread',
  noNotificationsTitle: 'No notifications',
  noNotificationsText: 'When a case you take part in moves on or needs you, it is said here.',
  markAllRead: 'Mark all as read',
  notificationsFailed: 'The notifications could not be loaded.',
  // A session that has ended.
  sessionEndedTitle: 'Sign in again',
  sessionEndedText: 'Your session has ended. What you typed is still on this page.',
  otherPerson: 'Sign in as somebody else',
};
