import type { CaseWords } from '../../../server/documents/case-words.ts';
import type { DocumentContext } from '../../../server/documents/document-context.ts';
import { type RenderedDocument, renderDocument } from '../../../server/documents/render-document.ts';
import type { Language } from '../../../engine/model/language.ts';

/** Words that say every value as it is written. */
export const PLAIN_WORDS: CaseWords = {
  label: (_form, _path, value) => (value === undefined || value === null ? [] : [value].flat().map(String)),
  step: (name) => name,
  outcome: (_step, outcome) => outcome,
};

/** A case of the sample plant with what a document shows at least. */
export function sampleContext(changes: Partial<DocumentContext> = {}): DocumentContext {
  return {
    document: { code: 'D01', revision: 1, at: '2026-11-23T06:20:00.000Z' },
    plant: { name: 'Norte Metalworks', site: 'Taichung, TW' },
    instance: {
      number: 'ORV-2611-011',
      subject: 'Northbridge · PO 7',
      workflow: 'Order review',
      version: 3,
      startedAt: '2026-11-19T08:12:00.000Z',
      initiator: 'Huang Ya-ting',
    },
    data: {},
    signatures: [],
    evidence: {},
    names: {},
    ...changes,
  };
}

/** Renders a template, its title line given apart. */
export function render(
  body: string,
  context: DocumentContext,
  language: Language = 'en',
  title = 'A title',
): RenderedDocument {
  return renderDocument({ template: `${title}\n${body}`, context, language, zone: 'Asia/Taipei', words: PLAIN_WORDS });
}

/** The body of a rendered page; throws with the problems where the template was refused. */
export function bodyOf(rendered: RenderedDocument): string {
  if (rendered.kind === 'refused') throw new Error(rendered.problems.map((problem) => problem.message).join(' '));
  return rendered.html.split('<main>\n')[1]?.split('\n</main>')[0] ?? '';
}

/** The codes of a refusal; empty where it was rendered. */
export function codesOf(rendered: RenderedDocument): readonly string[] {
  return rendered.kind === 'refused' ? rendered.problems.map((problem) => problem.code) : [];
}
