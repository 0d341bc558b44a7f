/**
 * The style of a document: an A4 sheet that is filed, in colours that survive a black-and-white printer.
 *
 * It stands inside the document, so that a filed one looks the same in ten years.
 */
export function pageStyle(running: { readonly left: string; readonly page: string }): string {
  return `
@page {
  size: A4; margin: 16mm 15mm 17mm;
  @bottom-left { content: ${cssText(running.left)}; font: 8pt/1.2 ${FONTS}; color: #53565c; }
  @bottom-right { content: ${cssText(`${running.page} `)} counter(page) " / " counter(pages); font: 8pt/1.2 ${FONTS}; color: #53565c; }
}
* { box-sizing: border-box; }
html { background: #efede8; color: #1a1c20; font: 10pt/1.45 ${FONTS}; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { background: #fff; width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto; padding: 16mm 15mm 14mm; display: flex; flex-direction: column; overflow-wrap: break-word; }
main { flex: 1; }
.head { border-bottom: 1.5pt solid #1a1c20; padding-bottom: 3mm; margin-bottom: 5mm; }
.plant { display: flex; justify-content: space-between; gap: 6mm; font-size: 9pt; color: #53565c; }
.plant b { color: #1a1c20; }
h1 { font-size: 17pt; line-height: 1.25; font-weight: 600; margin: 3mm 0 1mm; text-wrap: balance; }
.subject { font-size: 11pt; margin: 0 0 3mm; }
.marks { display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin: 0; font-size: 8.5pt; }
.marks div { display: flex; gap: 1.5mm; }
.marks dt { color: #53565c; }
.marks dd { margin: 0; }
h2 { font-size: 11pt; line-height: 1.3; font-weight: 600; margin: 5mm 0 1.5mm; break-after: avoid; }
h2 + p { break-after: avoid; }
table + p { margin-top: 2mm; }
p { margin: 0 0 2mm; }
.words { white-space: pre-line; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.35; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: .5pt solid #c8c4bb; }
th { font-weight: 600; color: #53565c; }
thead th { border: .5pt solid #8a867d; border-width: .5pt 0; background: #f6f5f2; }
tbody th { width: 30%; font-weight: 400; }
th:lang(zh), h1:lang(zh), h2:lang(zh) { font-weight: 700; }
tbody th:lang(zh) { font-weight: 400; }
.n { text-align: right; white-space: nowrap; }
.keep { white-space: nowrap; }
.box { border: 1pt solid #1a1c20; padding: 3mm 4mm; margin: 5mm 0; break-inside: avoid; display: flex; flex-wrap: wrap; gap: 2mm 12mm; }
.box div { min-width: 32mm; }
.box .wide { flex-basis: 100%; }
.box p { margin: 0; }
.box span { display: block; font-size: 8.5pt; color: #53565c; }
.box strong { font-size: 13pt; line-height: 1.3; font-weight: 600; }
.tag { width: 148mm; max-width: 100%; min-height: 105mm; border: 3mm solid #b3261e; align-content: flex-start; }
.tone { font-weight: 600; white-space: nowrap; }
.tone::before { content: "○ "; }
.tone.conditional::before { content: "△ "; }
.tone.no::before { content: "✕ "; }
.foot { margin-top: 8mm; break-inside: avoid; }
.foot small { display: block; margin-top: 2mm; font-size: 8pt; color: #53565c; }
@media print { html { background: none; } body { width: auto; min-height: 0; margin: 0; padding: 0; display: block; } }
@media (max-width: 600px) { body { padding: 6mm; margin: 0; min-height: 0; } main, .foot { overflow-x: auto; } }
`;
}

/** Fonts that a plant's computer has; a document brings none along. */
const FONTS =
  '"IBM Plex Sans", "Noto Sans", "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Segoe UI", Arial, sans-serif';

/** A text as a CSS string. Everything but letters and digits is written by its number, so no name can end the string. */
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:/·-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
