import {
  IconAlertOctagon,
  IconBolt,
  IconCalendarClock,
  IconCalendarEvent,
  IconDatabase,
  IconInbox,
  IconLayoutRows,
  IconSettings,
  IconStack2,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A page of the main navigation. */
export interface Destination {
  readonly href: string;
  readonly text:
    | 'inbox'
    | 'cases'
    | 'make'
    | 'plan'
    | 'start'
    | 'people'
    | 'settings'
    | 'incidents'
    | 'schedules'
    | 'registers';
  readonly Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
}

/** Where the main navigation leads, in order. */
export const DESTINATIONS: readonly Destination[] = [
  { href: '/inbox', text: 'inbox', Icon: IconInbox },
  { href: '/cases', text: 'cases', Icon: IconStack2 },
  { href: '/make', text: 'make', Icon: IconLayoutRows },
  { href: '/start', text: 'start', Icon: IconBolt },
];

/** Where one goes now and then: below the main ways at the desk, in the menu of the person on a phone. */
export const MORE_DESTINATIONS: readonly Destination[] = [
  { href: '/plan', text: 'plan', Icon: IconCalendarEvent },
  { href: '/incidents', text: 'incidents', Icon: IconAlertOctagon },
  { href: '/schedules', text: 'schedules', Icon: IconCalendarClock },
  { href: '/registers', text: 'registers', Icon: IconDatabase },
  { href: '/people', text: 'people', Icon: IconUsers },
  { href: '/settings', text: 'settings', Icon: IconSettings },
];

/** True where this address belongs to the destination. A task belongs to the inbox it came from. */
export function isHere(location: string, { href }: Destination): boolean {
  if (href === '/inbox' && location.startsWith('/tasks/')) return true;
  return location === href || location.startsWith(`${href}/`);
}
