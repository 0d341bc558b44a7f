import type { Language } from '../../engine/model/language.ts';
import type { CaseWords } from './case-words.ts';
import type { DocumentContext } from './document-context.ts';
import type { ValueFormats } from './format-values.ts';
import { pageStyle } from './page-style.ts';
import { PAGE_WORDS } from './page-words.ts';

export interface FrameParts {
  readonly title: string;
  /** Markup of ours, values escaped already. */
  readonly body: string;
  readonly context: DocumentContext;
  readonly language: Language;
  readonly formats: ValueFormats;
}

/** The sheet around a document's body: whose it is, which document of which case, and by which version of the procedure. */
export function framePage({ title, body, context, language, formats }: FrameParts): string {
  const { document, plant, instance } = context;
  const words = PAGE_WORDS[language];
  const number = documentNumber(context);
  const marks = [
    [words.document, number],
    [words.revision, String(document.revision)],
    [words.case, instance.number],
    [words.created, `${formats.moment(document.at)} · Gembaflow`],
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(`${number} ${title}`)}</title>
<style>${pageStyle({ left: `${plant.name} · ${number} · ${words.revision} ${document.revision}`, page: words.page })}</style>
</head>
<body>
<header class="head">
<div class="plant"><b>${escapeHtml(plant.name)}</b><span>${escapeHtml(plant.site)}</span></div>
<h1>${escapeHtml(title)}</h1>
<p class="subject">${escapeHtml(instance.subject)}</p>
<dl class="marks">${marks.map(([term, value]) => `<div><dt>${escapeHtml(term ?? '')}</dt><dd>${escapeHtml(value ?? '')}</dd></div>`).join('')}</dl>
</header>
<main>
${body.trim()}
</main>
<footer class="foot"><small>${escapeHtml(words.definition(instance.workflow, instance.version))}</small></footer>
</body>
</html>
`;
}

/** The number that a document is asked for by: its code and its case. */
export function documentNumber(context: DocumentContext): string {
  return `${context.document.code}-${context.instance.number}`;
}

export interface BlockParts extends Pick<FrameParts, 'context' | 'language' | 'formats'> {
  readonly words: CaseWords;
}

/** The block of `recorded`: who completed the named steps, with the outcome and the time; steps nobody completed are left out. */
export function recordedBlock(names: readonly string[], { context, language, words, formats }: BlockParts): string {
  const { columns, started, notSigned, recorded } = PAGE_WORDS[language];
  const rows = names.flatMap((name) => {
    const done = Object.hasOwn(context.evidence, name) ? context.evidence[name] : undefined;
    if (done === undefined) return [];
    const step = name === 'start' ? started : words.step(name);
    const outcome = done.outcome === null ? '' : words.outcome(name, done.outcome);
    const department = Object.hasOwn(context.names, `departments/${done.department}`)
      ? context.names[`departments/${done.department}`]
      : done.department;
    return [
      [
        step,
        outcome,
        [done.by, department].filter((part) => part !== undefined && part !== '').join(' · '),
        formats.moment(done.at),
      ],
    ];
  });
  const head = [columns.step, columns.outcome, columns.by, columns.at]
    .map((text) => `<th>${escapeHtml(text)}</th>`)
    .join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<section class="foot"><h2>${escapeHtml(recorded)}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table><small>${escapeHtml(notSigned)}</small></section>`;
}

/** A text between tags or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
