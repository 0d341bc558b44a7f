import { isFeelName } from './names.ts';

/** What a number template is made of: fixed text, `{yyMM}`, `{= FEEL}`, and one sequence `{seq3}`. */
export type NumberPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yyMM' }
  | { readonly kind: 'feel'; readonly feel: string }
  | { readonly kind: 'seq'; readonly digits: number };

export type ReadNumberFormat =
  | { readonly kind: 'read'; readonly parts: readonly NumberPart[] }
  | { readonly kind: 'broken'; readonly message: string };

const PART = /\{(=[^{}]*|[A-Za-z0-9]*)\}|([^{}]+)|([{}])/g;

/** Reads `ORV-{yyMM}-{seq3}`. Exactly one sequence, of one to nine digits; nothing stands behind it that varies. */
export function readNumberFormat(template: string): ReadNumberFormat {
  const parts: NumberPart[] = [];
  for (const match of template.matchAll(PART)) {
    const [, braced, text, stray] = match;
    if (stray !== undefined)
      return { kind: 'broken', message: `The number "${template}" has a brace without its partner` };
    if (text !== undefined) parts.push({ kind: 'text', text });
    else if (braced?.startsWith('=')) parts.push({ kind: 'feel', feel: braced.slice(1).trim() });
    else if (braced === 'yyMM') parts.push({ kind: 'yyMM' });
    else if (/^seq[1-9]$/.test(braced ?? '')) parts.push({ kind: 'seq', digits: Number(braced?.slice(3)) });
    else
      return {
        kind: 'broken',
        message: `The number "${template}" has {${braced ?? ''}}; it knows {yyMM}, {seq3} and {= FEEL}`,
      };
  }
  if (parts.filter((part) => part.kind === 'seq').length !== 1)
    return { kind: 'broken', message: `The number "${template}" needs exactly one sequence such as {seq3}` };
  return { kind: 'read', parts };
}

/** The template of a workflow that names none: its id in capitals. */
export function defaultNumberFormat(workflow: string): string {
  return `${isFeelName(workflow) ? workflow.toUpperCase() : workflow.toUpperCase().replaceAll('-', '')}-{yyMM}-{seq3}`;
}

/** The series is the number without its sequence; a sequence that outgrows its digits gets longer, never shorter. */
export function formatNumber(
  parts: readonly NumberPart[],
  values: { readonly yyMM: string; readonly feel: (feel: string) => string },
  seq: number,
): { readonly series: string; readonly number: string } {
  const say = (part: NumberPart): string =>
    part.kind === 'text'
      ? part.text
      : part.kind === 'yyMM'
        ? values.yyMM
        : part.kind === 'feel'
          ? values.feel(part.feel)
          : '';
  return {
    series: parts.map(say).join(''),
    number: parts.map((part) => (part.kind === 'seq' ? String(seq).padStart(part.digits, '0') : say(part))).join(''),
  };
}
