import type { JsonObject } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';
import type { Problem } from '../../engine/model/problem.ts';
import type { CaseWords } from './case-words.ts';
import type { DocumentContext } from './document-context.ts';
import { openFormats } from './format-values.ts';
import { documentNumber, framePage, recordedBlock } from './page-frame.ts';
import { signatureBlock } from './signature-block.ts';
import { templateHelpers } from './template-helpers.ts';
import { asMarkup, fillTemplate } from './template-language.ts';

export interface DocumentToRender {
  /** The template's source: its first line is the title, the rest the body. */
  readonly template: string;
  readonly context: DocumentContext;
  readonly language: Language;
  /** IANA zone in which moments are read. */
  readonly zone: string;
  /** The words of the case's own version, in `language`. */
  readonly words: CaseWords;
}

export type RenderedDocument =
  /** `name` is what lists show: `D01 Order review record`; `number` is `D01-ORV-2611-011`. */
  | {
      readonly kind: 'rendered';
      readonly html: string;
      readonly title: string;
      readonly name: string;
      readonly number: string;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Renders one document as a page that needs nothing from outside and prints on A4. The same input gives the same bytes.
 *
 * Refuses a template that `lintTemplate` finds fault with, and one whose output grows beyond the limits; the same call
 * never succeeds later.
 */
export function renderDocument({ template, context, language, zone, words }: DocumentToRender): RenderedDocument {
  const formats = openFormats(language, zone);
  const recorded = (names: readonly string[]) => asMarkup(recordedBlock(names, { context, language, words, formats }));
  const signatures = (steps: readonly string[]) => asMarkup(signatureBlock(steps, { context, language, formats }));
  const helpers = templateHelpers({ context, formats, words, recorded, signatures });
  const { first, rest } = splitTemplate(template);
  const title = fillTemplate(first, asJson(context), { helpers, plain: true });
  if (title.kind === 'refused') return title;
  const body = fillTemplate(rest, asJson(context), { helpers, plain: false });
  if (body.kind === 'refused') return body;
  const said = oneLine(title.text);
  return {
    kind: 'rendered',
    html: framePage({ title: said, body: body.text, context, language, formats }),
    title: said,
    name: `${context.document.code} ${said}`,
    number: documentNumber(context),
  };
}

/** A template's first line, and what stands below it. */
export function splitTemplate(template: string): { readonly first: string; readonly rest: string } {
  const end = template.indexOf('\n');
  return end < 0 ? { first: template, rest: '' } : { first: template.slice(0, end), rest: template.slice(end + 1) };
}

/** One line without control characters: a title goes into lists, mail subjects and file names. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

const asJson = (context: DocumentContext): JsonObject => context as unknown as JsonObject;
