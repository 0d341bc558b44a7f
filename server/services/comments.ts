import { createHash } from 'node:crypto';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { Json } from '../../engine/model/json.ts';
import { type Text, textIn } from '../../engine/model/language.ts';
import type { Person, Plant } from '../../engine/model/person.ts';
import { mayView } from '../../engine/step/people.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { AttachmentParts, Attachments } from './attachments.ts';
import type { Notifications } from './notifications.ts';
import { visibleCase } from './parts.ts';
import { personName, type Reader, roleName, say } from './reader.ts';
import type { CommentView, MentionableView } from './views/conversation-view.ts';
import type { FileView, Page } from './views/shared-views.ts';

const COMMENTS = 'comments';
/** As much of a comment as a notification quotes. */
const QUOTED = 200;

export interface NewComment {
  readonly text: string;
  /** Ids of people. */
  readonly mentions: readonly string[];
  /** Ids of files that the reader uploaded. */
  readonly files: readonly string[];
  readonly command: string;
}

interface StoredComment {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly files: readonly FileView[];
  readonly command: string;
}

/** What people say to each other about a case. */
export interface Comments {
  /** Oldest first. Throws `instance.not_found`. CV4 */
  list(
    reader: Reader,
    instance: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<CommentView>>;
  /** Everybody active who sees the case, but the reader. CV3 */
  people(reader: Reader, instance: string): Promise<Page<MentionableView>>;
  /**
   * Adds one at the end; it is never changed. A repeat of a command answers its comment. Throws `mention.refused` for
   * somebody who does not see the case, and `file.not_found`; nothing is said then. CV1, CV3
   */
  add(reader: Reader, instance: string, comment: NewComment): Promise<CommentView>;
}

export interface CommentParts extends AttachmentParts {
  readonly notifications: Notifications;
  readonly attachments: Attachments;
}

export function openComments(parts: CommentParts): Comments {
  const { store, clock, changes, attachments } = parts;

  /** The place at the end is taken by whoever writes it first; a repeat finds its own. CV1 */
  const append = async (instance: string, comment: Omit<StoredComment, 'id'>): Promise<StoredComment> => {
    const said = await store.listRecords({ register: COMMENTS, key: commandKey(instance, comment.command), limit: 1 });
    if (said.items[0] !== undefined) return said.items[0].value as unknown as StoredComment;
    for (;;) {
      const last = await store.listRecords({
        register: COMMENTS,
        key: `of:${instance}`,
        descending: true,
        limit: 1,
      });
      const before = Number(last.items[0]?.id.slice(instance.length + 1) ?? 0);
      const stored = { id: `${instance}.${String(before + 1).padStart(9, '0')}`, ...comment };
      const put = await store.putRecord({
        register: COMMENTS,
        id: stored.id,
        value: stored as unknown as Json,
        keys: [`of:${instance}`, commandKey(instance, comment.command)],
        expect: 0,
      });
      if (put.kind === 'stored') return stored;
      const other = put.record?.value as unknown as StoredComment | undefined;
      if (other?.command === comment.command) return other;
    }
  };

  return {
    async list(reader, instance, { limit, cursor }) {
      await visibleCase(parts, reader, instance);
      const page = await store.listRecords({
        register: COMMENTS,
        key: `of:${instance}`,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return {
        items: page.items.map(({ value }) => viewOf(reader, value as unknown as StoredComment)),
        next: page.next,
      };
    },
    async people(reader, id) {
      const instance = await visibleCase(parts, reader, id);
      const people = [...reader.plant.people.values()].filter(
        (person) => person.id !== reader.person.id && sees(instance, person, reader.plant),
      );
      return { items: people.map((person) => mentionable(reader, person)), next: null };
    },
    async add(reader, id, { text, mentions, files, command }) {
      const instance = await visibleCase(parts, reader, id);
      const mentioned = [...new Set(mentions)];
      for (const each of mentioned) refuseStranger(reader, instance, each);
      const added: FileView[] = [];
      for (const file of files) added.push(await attachments.add(reader, id, file));
      const stored = await append(id, {
        by: reader.person.id,
        at: clock.now(),
        text,
        mentions: mentioned,
        files: added,
        command,
      });
      changes.tell({ kind: 'case', instance: id, viewers: instance.viewers });
      for (const person of stored.mentions) await tell(parts, reader, { instance, comment: stored, person });
      return viewOf(reader, stored);
    },
  };
}

function commandKey(instance: string, command: string): string {
  return `command:${createHash('sha256').update(`${instance} ${command}`).digest('hex')}`;
}

function sees(instance: Instance, person: Person, plant: Plant): boolean {
  return person.active && mayView(instance.viewers, person, plant);
}

/** A mention would tell somebody of a case that does not exist for them. CV3 */
function refuseStranger(reader: Reader, instance: Instance, id: string): void {
  const person = reader.plant.people.get(id);
  if (person !== undefined && sees(instance, person, reader.plant)) return;
  const name = personName(reader, id).slice(0, 100);
  throw new EngineError(
    'mention.refused',
    `${name} does not take part in this case and cannot be mentioned. Choose somebody from the list.`,
    { params: { name } },
  );
}

const TITLES: { readonly [language in 'en' | 'es' | 'zh-TW']: (name: string, number: string) => string } = {
  en: (name, number) => `${name} mentions you in ${number}`,
  es: (name, number) => `${name} le menciona en ${number}`,
  'zh-TW': (name, number) => `${name} 在 ${number} 中提及您`,
};

interface Telling {
  readonly instance: Instance;
  readonly comment: StoredComment;
  readonly person: string;
}

/** Once for each comment and person, however often the command comes. CV3 */
async function tell(parts: CommentParts, reader: Reader, { instance, comment, person }: Telling): Promise<void> {
  const by = reader.plant.people.get(comment.by)?.name ?? reader.person.name;
  const title: Text = {
    en: TITLES.en(textIn(by, 'en'), instance.number),
    es: TITLES.es(textIn(by, 'es'), instance.number),
    'zh-TW': TITLES['zh-TW'](textIn(by, 'zh-TW'), instance.number),
  };
  const line = comment.text.replace(/\s+/g, ' ').trim();
  const quoted = [...line].length > QUOTED ? `${[...line].slice(0, QUOTED).join('')}…` : line;
  const key = createHash('sha256').update(`${comment.id} ${person}`).digest('hex').slice(0, 24);
  await parts.notifications.put({
    id: `${String(comment.at).padStart(15, '0')}-${key}`,
    person,
    title,
    text: { en: quoted, es: quoted, 'zh-TW': quoted },
    at: comment.at,
    readAt: null,
    template: 'mention',
    instance: { id: instance.id, number: instance.number },
  });
}

function mentionable(reader: Reader, person: Person): MentionableView {
  return { id: person.id, name: say(reader, person.name), role: roleName(reader, person.roles[0] ?? '') };
}

function viewOf(reader: Reader, { id, by, at, text, mentions, files }: StoredComment): CommentView {
  const named = (person: string) => ({ id: person, name: personName(reader, person) });
  return { id, by: named(by), at: isoOf(at), text, mentions: mentions.map(named), files };
}
