import { MEANING_TITLES } from '../../engine/model/signature.ts';
import { SIGNATURE_WORDS } from './signature-words.ts';
import { type BlockParts, escapeHtml } from './page-frame.ts';

/**
 * The block of `signatures`: printed name, meaning, date and time, and reason of each signature (21 CFR 11.50(a)), with
 * the beginning of the hash that binds it to the record (11.70). Of the named steps, or of the whole case.
 */
export function signatureBlock(
  steps: readonly string[],
  { context, language, formats }: Omit<BlockParts, 'words'>,
): string {
  const words = SIGNATURE_WORDS[language];
  const { name, meaning, at, reason } = words.columns;
  const head = [name, meaning, at, reason, 'SHA-256'].map((text) => `<th>${escapeHtml(text)}</th>`).join('');
  const signed = context.signatures.filter(({ state }) => steps.length === 0 || steps.includes(state));
  const rows = signed.map((signature) => {
    const who = [signature.name, ...(signature.onBehalfOf === null ? [] : [words.actedFor(signature.onBehalfOf)])];
    const cells = [
      who.join(' '),
      MEANING_TITLES[signature.meaning][language],
      formats.moment(signature.at),
      signature.voidedAt === null
        ? signature.reason
        : [signature.reason, words.voided(formats.moment(signature.voidedAt))]
            .filter((text) => text !== '')
            .join(' · '),
      signature.hash.slice(0, 12),
    ];
    const mark = signature.voidedAt === null ? '' : ' class="void"';
    return `<tr${mark}>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  const body =
    rows.length === 0
      ? `<p>${escapeHtml(words.none)}</p>`
      : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table><small>${escapeHtml(words.bound)}</small>`;
  return `<section class="foot"><h2>${escapeHtml(words.title)}</h2>${body}</section>`;
}
