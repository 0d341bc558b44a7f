import type { LadderLevel } from '../../../engine/model/person.ts';
import { useCalendars, useRoles } from '../../api/plant-parts.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { saySpan } from './say-span.ts';

/** A ladder's level in the reader's words. */
export interface LadderWords {
  /** When a level is reached. */
  readonly when: (level: Pick<LadderLevel, 'after'>) => string;
  readonly say: (say: LadderLevel['say']) => string;
  /** Who is told: a place beside the task, or a role. */
  readonly receiver: (name: string) => string;
  /** What else a level says. */
  readonly rest: (level: LadderLevel) => readonly string[];
  /** Everybody who can be told. */
  readonly receivers: readonly { readonly value: string; readonly label: string }[];
}

/** Says ladders. Until roles and calendars are loaded, they are called by their ids. */
export function useLadderWords(): LadderWords {
  const texts = { ...useTexts(), ...useLateTexts() };
  const { settings } = texts;
  const roles = useRoles().data?.items ?? [];
  const calendars = useCalendars().data?.items ?? [];
  const span = (text: string) => saySpan(text, texts, new Map(calendars.map(({ id, title }) => [id, title])));
  const places = new Map([
    ['assignee', settings.assignee],
    ['supervisor', settings.supervisor],
    ['department_head', settings.departmentHead],
  ]);
  const names = new Map([...places, ...roles.map(({ id, title }) => [id, title] as const)]);
  return {
    when: ({ after }) =>
      after.endsWith('%') ? settings.share(`${after.slice(0, -1)} %`) : settings.after(span(after)),
    say: (say) => settings[say],
    receiver: (name) => names.get(name) ?? name,
    rest: ({ atLeast, every, may }) => [
      ...(atLeast === undefined ? [] : [settings.atLeast(span(atLeast))]),
      ...(every === undefined ? [] : [settings.every(span(every))]),
      ...(may?.includes('reassign') === true ? [settings.mayReassign] : []),
    ],
    receivers: [...names].map(([value, label]) => ({ value, label })),
  };
}
