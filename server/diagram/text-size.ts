/** How much room a text needs in the picture. There is no font on the server, so widths are those of a wide one. */

const LATIN_WIDTH = 7.2;
const CAPITAL_WIDTH = 8.8;
const CJK_WIDTH = 12;
const LINE_HEIGHT = 14;
const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;
/** One character with the punctuation that may not begin a line. */
const CJK_PIECE = /.[，。、；：？！）」』]*\s*/gu;
const CAPITAL = /[\p{Lu}]/u;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The width of a text on one line, at the size that tasks are written in. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += CJK.test(character) ? CJK_WIDTH : CAPITAL.test(character) ? CAPITAL_WIDTH : LATIN_WIDTH;
  return width;
}

/** The size of a text that is wrapped at `maxWidth`; a word that is longer stays whole. */
export function wrappedSize(text: string, maxWidth: number): Size {
  const lines = wrapText(text, maxWidth);
  return { width: Math.ceil(Math.max(0, ...lines.map(textWidth))), height: lines.length * LINE_HEIGHT };
}

/** The lines of a text: broken between words, and between any two characters of Chinese. */
function wrapText(text: string, maxWidth: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd()) > maxWidth) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function piecesOf(text: string): readonly string[] {
  return text.split(/(?<=\s)/u).flatMap((word) => (CJK.test(word) ? (word.match(CJK_PIECE) ?? []) : [word]));
}
