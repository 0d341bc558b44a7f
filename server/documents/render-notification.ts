import type { JsonObject } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';
import type { Problem } from '../../engine/model/problem.ts';
import type { CaseWords } from './case-words.ts';
import type { DocumentContext } from './document-context.ts';
import { openFormats } from './format-values.ts';
import { oneLine, splitTemplate } from './render-document.ts';
import { templateHelpers } from './template-helpers.ts';
import { fillTemplate } from './template-language.ts';

export interface NotificationToRender {
  /** Two lines: what happened, and the fact. */
  readonly template: string;
  /** As for a document; `document` is not looked at. */
  readonly context: Omit<DocumentContext, 'document'>;
  /** The receiver's language. */
  readonly language: Language;
  readonly zone: string;
  readonly words: CaseWords;
}

export type RenderedNotification =
  | { readonly kind: 'rendered'; readonly title: string; readonly text: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Renders a notification for one receiver: plain text, never markup. Refuses as a document does. */
export function renderNotification({
  template,
  context,
  language,
  zone,
  words,
}: NotificationToRender): RenderedNotification {
  const helpers = templateHelpers({
    context,
    formats: openFormats(language, zone),
    words,
    signatures: () => '',
    recorded: () => '',
  });
  const { first, rest } = splitTemplate(template);
  const title = fillTemplate(first, context as unknown as JsonObject, { helpers, plain: true });
  if (title.kind === 'refused') return title;
  const text = fillTemplate(rest, context as unknown as JsonObject, { helpers, plain: true });
  return text.kind === 'refused' ? text : { kind: 'rendered', title: oneLine(title.text), text: oneLine(text.text) };
}
