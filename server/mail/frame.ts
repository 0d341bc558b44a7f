import { type Language, textIn } from '../../engine/model/language.ts';
import { MAIL_WORDS } from '../texts/mail-words.ts';
import type { MailRow } from './mail-row.ts';

export interface MailToFrame {
  readonly row: Pick<MailRow, 'kind' | 'items'>;
  readonly language: Language;
  readonly receiver: string;
  readonly plant: string;
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string;
}

export interface FramedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Longer subjects are cut by readers anyway. */
const LONGEST_SUBJECT = 150;

/** Puts what is told into a letter: a subject, plain text, and the same as HTML that loads nothing from anywhere. ML4, ML5 */
export function frameMail({ row, language, receiver, plant, publicUrl }: MailToFrame): FramedMail {
  const words = MAIL_WORDS[language];
  const items = row.items.map((item) => ({
    title: textIn(item.title, language),
    text: textIn(item.text, language),
    link:
      item.instance === null
        ? null
        : {
            words: words.openCase(item.instance.number),
            url: `${publicUrl}/cases/${encodeURIComponent(item.instance.id)}`,
          },
  }));
  const digest = row.kind === 'digest';
  const subject = subjectOf(digest ? words.digestSubject(items.length) : (items[0]?.title ?? ''));
  const lead = digest ? [words.digestLead] : [];
  const choose = { words: words.choose, url: `${publicUrl}/me` };
  const text = [
    words.greeting(receiver),
    ...lead,
    ...items.map(({ title, text: said, link }) =>
      [title, said, ...(link === null ? [] : [`${link.words}: ${link.url}`])].filter((line) => line !== '').join('\n'),
    ),
    `-- \n${words.why(plant)}\n${choose.words}: ${choose.url}`,
  ].join('\n\n');
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${plain(subject)}</title></head><body>`,
    paragraph(plain(words.greeting(receiver))),
    ...lead.map((line) => paragraph(plain(line))),
    ...items.map(
      ({ title, text: said, link }) =>
        `<h2>${plain(title)}</h2>${paragraph(plain(said))}${link === null ? '' : paragraph(anchor(link))}`,
    ),
    `<hr>${paragraph(`${plain(words.why(plant))} ${anchor(choose)}`)}</body></html>`,
  ].join('\n');
  return { subject, text, html };
}

/** One line without control characters: nothing in it begins another header. */
function subjectOf(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= LONGEST_SUBJECT ? line : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}

const paragraph = (html: string): string => `<p>${html}</p>`;
const anchor = ({ words, url }: { readonly words: string; readonly url: string }): string =>
  `<a href="${plain(url)}">${plain(words)}</a>`;
const plain = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
