import { LANGUAGES, type Language, type Text } from '../../engine/model/language.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { Plant } from '../../engine/model/person.ts';
import type { Version } from '../../engine/model/version.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import { openCaseWords } from '../documents/case-words.ts';
import { renderNotification } from '../documents/render-notification.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { NOTICES } from '../texts/notice-sentences.ts';
import { caseContext, templateOf } from './case-context.ts';
import type { DocumentParts } from './document.ts';
import { isNotice, noticeOfCase } from './say-notice.ts';

/** What lint and the worker know of it. */
export const NOTIFY_EFFECT = {
  name: 'notify',
  asked: ['action'],
  input: {
    type: 'object',
    properties: {
      to: {},
      template: { type: 'string' },
      notice: { enum: NOTICES },
      digest: { type: 'boolean' },
      with: { type: 'object' },
    },
    required: ['to'],
    // What is said comes from the workflow's own template, or it is a notice that the product words.
    oneOf: [{ required: ['template'] }, { required: ['notice'] }],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/**
 * `notify`: tells people in the product and by mail. Input `{to, template | notice, with?, digest?}`; `to` names roles,
 * `department:PR` and `person:U08`, as they stand when the effect runs.
 *
 * Each person is told once under the effect's key, in every language, so that they read it in theirs. NT1–NT3
 */
export function openNotifyEffect(parts: DocumentParts): EffectHandler {
  const { store, keeper, library, notifications, mails } = parts;
  return {
    ...NOTIFY_EFFECT,
    async run(input, { key, instance: id, askedAt: at }) {
      const instance = await store.load(id);
      if (instance === undefined)
        throw new EffectFailure('instance.not_found', 'The case of this notification is missing.', true);
      const version = await library.version(instance.workflow, instance.versionHash);
      const said = LANGUAGES.map(
        (language) => [language, wordsOf({ input, instance, version, keeper }, language)] as const,
      );
      const inAll = (part: 'title' | 'text') =>
        Object.fromEntries(said.map(([language, one]) => [language, one[part]])) as unknown as Text;
      const told = { title: inAll('title'), text: inAll('text'), instance: { id, number: instance.number } };
      const receivers = receiversOf(input['to'] ?? null, keeper.plant());
      for (const person of receivers) {
        const notification = notificationId(at, key, person);
        // The mail first: a crash in between repeats both, and each is kept once.
        await mails.queue({ person, at, digest: input['digest'] === true, item: { id: notification, ...told } });
        await notifications.put({
          ...{ id: notification, person, ...told, at, readAt: null },
          template: String(input['template'] ?? input['notice']),
        });
      }
      return { told: receivers };
    },
  };
}

interface Said {
  readonly title: string;
  readonly text: string;
}

interface ToSay {
  readonly input: JsonObject;
  readonly instance: Instance;
  readonly version: Version;
  readonly keeper: PlantKeeper;
}

/** What is said in one language. */
function wordsOf({ input, instance, version, keeper }: ToSay, language: Language): Said {
  const { notice, template } = input;
  const about: JsonObject = isJsonObject(input['with']) ? input['with'] : {};
  if ((notice === undefined) === (template === undefined))
    throw new EffectFailure('notify.unclear', 'A notification needs either a template or a notice.', false);
  if (isNotice(notice)) return noticeOfCase({ notice, instance, version, about, keeper }, language);
  const source = templateOf(version, String(template), language);
  if (source === undefined)
    throw new EffectFailure('template.not_found', `There is no template "${String(template ?? notice)}".`, false);
  const rendered = renderNotification({
    template: source,
    context: { ...caseContext(instance, version, { keeper, language }), with: about },
    language,
    zone: keeper.facts().zone,
    words: openCaseWords(version.bundle, language),
  });
  if (rendered.kind === 'refused')
    throw new EffectFailure('template.refused', rendered.problems.map((problem) => problem.message).join(' '), false);
  return rendered;
}

/** Active people behind roles, departments and ids, each once. A name that means nobody tells nobody. */
export function receiversOf(to: Json, plant: Plant): readonly string[] {
  const names = (Array.isArray(to) ? to : [to]).filter((name): name is string => typeof name === 'string');
  const people = [...plant.people.values()].filter((person) => person.active);
  const found = names.flatMap((name) => {
    if (name.startsWith('person:')) return people.filter((person) => person.id === name.slice('person:'.length));
    if (name.startsWith('department:'))
      return people.filter((person) => person.department === name.slice('department:'.length));
    return people.filter((person) => person.roles.includes(name));
  });
  return [...new Set(found.map((person) => person.id))];
}

/** Sorts by when the step asked, and is the same for the same key and person. */
function notificationId(at: number, key: string, person: string): string {
  return `${String(at).padStart(15, '0')}:${key}:${person}`;
}
