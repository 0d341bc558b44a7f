import { LANGUAGES, type Language, type Text } from '../../engine/model/language.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Plant } from '../../engine/model/person.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import { openCaseWords } from '../documents/case-words.ts';
import { renderNotification } from '../documents/render-notification.ts';
import { caseContext, templateOf } from './case-context.ts';
import type { DocumentParts } from './document.ts';

/** What lint and the worker know of it. */
export const NOTIFY_EFFECT = {
  name: 'notify',
  asked: ['action'],
  input: {
    type: 'object',
    properties: { to: {}, template: { type: 'string' }, with: { type: 'object' } },
    required: ['to', 'template'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/**
 * `notify`: tells people in the product. Input `{to, template, with?}`; `to` names roles, `department:PR` and
 * `person:U08`, as they stand when the effect runs.
 *
 * Each person is told once under the effect's key, in every language, so that they read it in theirs.
 */
export function openNotifyEffect({ store, keeper, library, notifications }: DocumentParts): EffectHandler {
  return {
    ...NOTIFY_EFFECT,
    async run(input, { key, instance: id, askedAt: at }) {
      const instance = await store.load(id);
      if (instance === undefined)
        throw new EffectFailure('instance.not_found', 'The case of this notification is missing.', true);
      const version = await library.version(instance.workflow, instance.versionHash);
      const template = String(input['template']);
      const say = (language: Language) => {
        const source = templateOf(version, template, language);
        if (source === undefined)
          throw new EffectFailure('template.not_found', `There is no template "${template}".`, false);
        const withValues: JsonObject = isJsonObject(input['with']) ? input['with'] : {};
        const rendered = renderNotification({
          template: source,
          context: { ...caseContext(instance, version, { keeper, language }), with: withValues },
          language,
          zone: keeper.facts().zone,
          words: openCaseWords(version.bundle, language),
        });
        if (rendered.kind === 'refused')
          throw new EffectFailure(
            'template.refused',
            rendered.problems.map((problem) => problem.message).join(' '),
            false,
          );
        return rendered;
      };
      const said = LANGUAGES.map((language) => [language, say(language)] as const);
      const inAll = (part: 'title' | 'text') =>
        Object.fromEntries(said.map(([language, one]) => [language, one[part]])) as unknown as Text;
      const receivers = receiversOf(input['to'] ?? null, keeper.plant());
      for (const person of receivers) {
        await notifications.put({
          id: notificationId(at, key, person),
          person,
          title: inAll('title'),
          text: inAll('text'),
          at,
          readAt: null,
          template,
          instance: { id, number: instance.number },
        });
      }
      return { told: receivers };
    },
  };
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
