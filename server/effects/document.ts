import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../engine/model/language.ts';
import { EffectFailure, type EffectHandler } from '../../engine/ports/effect-handler.ts';
import { isoOf } from '../../engine/step/run.ts';
import { openCaseWords } from '../documents/case-words.ts';
import { renderDocument } from '../documents/render-document.ts';
import type { Library } from '../library/library.ts';
import type { MailOutbox } from '../mail/mail-outbox.ts';
import type { Documents } from '../services/documents.ts';
import type { Notifications } from '../services/notifications.ts';
import { caseContext, templateOf } from './case-context.ts';
import { namesInData } from './names-in-data.ts';
import type { QueryParts } from './query.ts';

export interface DocumentParts extends QueryParts {
  readonly library: Library;
  readonly documents: Documents;
  readonly notifications: Notifications;
  readonly mails: MailOutbox;
}

/** What lint and the worker know of it. */
export const DOCUMENT_EFFECT = {
  name: 'document',
  asked: ['invoke'],
  input: {
    type: 'object',
    properties: { template: { type: 'string' }, code: { type: 'string' }, language: { type: ['string', 'null'] } },
    required: ['template', 'code'],
    additionalProperties: false,
  },
} satisfies Omit<EffectHandler, 'run'>;

/**
 * `document`: makes a document of the case from a template and keeps it. Input `{template, code, language?}`; output
 * `{id, name, sha256, language}`, in that language (for a letter), else in the plant's.
 *
 * The id comes from the effect's key: a repeat finds the document that was made and changes nothing.
 */
export function openDocumentEffect({ store, keeper, library, documents }: DocumentParts): EffectHandler {
  return {
    ...DOCUMENT_EFFECT,
    async run(input, { key, instance: id, askedAt: at }) {
      const instance = await store.load(id);
      if (instance === undefined)
        throw new EffectFailure('instance.not_found', 'The case of this document is missing.', true);
      const version = await library.version(instance.workflow, instance.versionHash);
      const { zone, ...facts } = keeper.facts();
      const language = LANGUAGES.find((known) => known === input['language']) ?? facts.language;
      const source = templateOf(version, String(input['template']), language);
      if (source === undefined)
        throw new EffectFailure('template.not_found', `There is no template "${String(input['template'])}".`, false);
      const code = String(input['code']);
      const revision = instance.documents.filter((document) => document.name.startsWith(`${code} `)).length + 1;
      const shared = caseContext(instance, version, { keeper, language });
      const names = { ...(await namesInData(store, instance, { template: source, language })), ...shared.names };
      const context = { ...shared, names, document: { code, revision, at: isoOf(at) } };
      const rendered = renderDocument({
        template: source,
        context,
        language,
        zone,
        words: openCaseWords(version.bundle, language),
      });
      if (rendered.kind === 'refused')
        throw new EffectFailure(
          'template.refused',
          rendered.problems.map((problem) => problem.message).join(' '),
          false,
        );
      const sha256 = createHash('sha256').update(rendered.html).digest('hex');
      const kept = await documents.put({
        id: documentId(key),
        instance: id,
        name: rendered.name,
        language,
        sha256,
        at,
        html: rendered.html,
      });
      return { id: kept.id, name: kept.name, sha256: kept.sha256, language: kept.language };
    },
  };
}

/** One id for one key. */
function documentId(key: string): string {
  return createHash('sha256').update(`document:${key}`).digest('hex').slice(0, 32);
}
