import Handlebars from 'handlebars';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Problem } from '../../engine/model/problem.ts';
import { HELPERS, type TemplateHelpers } from './template-helpers.ts';

/** The only file that imports Handlebars. A template is a text that people edit: it may name values, and nothing else. */

/** Longer templates are refused unread. */
const MOST_SOURCE = 64_000;
/** What one rendering may write, and how many rows it may go through: four nested lists of sixty are 13 million. */
const MOST_OUTPUT = 2_000_000;
const MOST_ROWS = 20_000;

export type FilledTemplate =
  | { readonly kind: 'filled'; readonly text: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface FillOptions {
  readonly helpers: TemplateHelpers;
  /** Plain text: values are written as they are. Otherwise it is markup, and values are escaped. */
  readonly plain: boolean;
}

type Environment = ReturnType<typeof Handlebars.create>;
type Node = {
  readonly type: string;
  readonly escaped?: boolean;
  readonly loc?: { readonly start: { readonly line: number } };
};

/** What a template may not be made of, and what to do instead. */
const REFUSED: { readonly [type: string]: string } = {
  PartialStatement: 'takes in another template. Write the text here',
  PartialBlockStatement: 'takes in another template. Write the text here',
  Decorator: 'is a decorator. Leave it out',
  DecoratorBlock: 'is a decorator. Leave it out',
};

/** Every problem of a template that can be seen without its values; none: it can be rendered. */
export function lintTemplate(source: string): readonly Problem[] {
  if (source.length > MOST_SOURCE)
    return [
      problem(
        'template.too_large',
        `The template has ${source.length} characters; ${MOST_SOURCE} are the most. Shorten it.`,
      ),
    ];
  const environment = Handlebars.create();
  const read = parse(environment, source);
  if ('problems' in read) return read.problems;
  const found: Problem[] = [];
  const visitor = new Handlebars.Visitor() as unknown as { accept(node: unknown): void };
  const visit = visitor.accept.bind(visitor);
  visitor.accept = (node) => {
    const { type, escaped, loc } = (node ?? {}) as Node;
    const reason =
      REFUSED[type] ?? (escaped === false ? 'writes a value as it is, markup included. Use two braces' : undefined);
    if (reason !== undefined) found.push(problem('template.refused', `Line ${loc?.start.line ?? 0} ${reason}.`));
    visit(node);
  };
  visitor.accept(read.program);
  return found.length > 0 ? found : compileProblems(environment, source);
}

/**
 * Fills a template with plain JSON. The context is all it sees, and the helpers all it can call.
 *
 * Refuses what `lintTemplate` finds, and a rendering that grows beyond its limits.
 */
export function fillTemplate(source: string, context: JsonObject, { helpers, plain }: FillOptions): FilledTemplate {
  const problems = lintTemplate(source);
  if (problems.length > 0) return { kind: 'refused', problems };
  const environment = Handlebars.create();
  for (const name of ['lookup', 'log']) environment.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers))
    environment.registerHelper(name, helper as unknown as Handlebars.HelperDelegate);
  environment.registerHelper('each', boundedEach());
  try {
    const text = environment.compile(source, { ...COMPILE, noEscape: plain })(context, NO_PROTOTYPE);
    return text.length > MOST_OUTPUT ? { kind: 'refused', problems: [tooMuch()] } : { kind: 'filled', text };
  } catch (cause) {
    if (cause === TOO_MUCH) return { kind: 'refused', problems: [tooMuch()] };
    return {
      kind: 'refused',
      problems: [problem('template.failed', `The template could not be filled: ${sentenceOf(cause)}`)],
    };
  }
}

/** Markup that a helper made: it is written as it is. */
export function asMarkup(html: string): { toHTML(): string } {
  return { toHTML: () => html };
}

const COMPILE = {
  knownHelpersOnly: true,
  knownHelpers: { ...Object.fromEntries(HELPERS.map((name) => [name, true])), lookup: false, log: false },
} as const;

/** The defaults, said aloud: unsaid, every denied look-up is written to the console. */
const NO_PROTOTYPE = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

const TOO_MUCH = new Error('The rendering grew beyond its limits.');

/** `each` that counts: the only helper of ours or theirs that repeats anything. */
function boundedEach(): Handlebars.HelperDelegate {
  let rows = 0;
  let size = 0;
  return function each(this: unknown, list: unknown, options: Handlebars.HelperOptions): string {
    const entries = typeof list === 'object' && list !== null ? Object.entries(list) : [];
    if (entries.length === 0) return options.inverse(this);
    let text = '';
    for (const [index, [key, entry]] of entries.entries()) {
      const frame = Handlebars.createFrame(options.data ?? {}) as { [name: string]: unknown };
      Object.assign(frame, { key, index, first: index === 0, last: index === entries.length - 1 });
      text += options.fn(entry, { data: frame });
      rows += 1;
    }
    size += text.length;
    if (rows > MOST_ROWS || size > MOST_OUTPUT) throw TOO_MUCH;
    return text;
  };
}

function parse(
  environment: Environment,
  source: string,
): { readonly program: unknown } | { readonly problems: readonly Problem[] } {
  try {
    return { program: environment.parse(source) };
  } catch (cause) {
    return { problems: [problem('template.unreadable', `The template cannot be read: ${sentenceOf(cause)}`)] };
  }
}

/** An unknown helper is found by compiling only. */
function compileProblems(environment: Environment, source: string): readonly Problem[] {
  try {
    environment.precompile(source, COMPILE);
    return [];
  } catch (cause) {
    return [problem('template.unreadable', `The template cannot be read: ${sentenceOf(cause)}`)];
  }
}

const tooMuch = (): Problem =>
  problem(
    'template.too_much',
    `The template writes more than ${MOST_ROWS} rows or ${MOST_OUTPUT} characters. Let it list less.`,
  );
const problem = (code: string, message: string): Problem => ({ path: '', code, message });
const sentenceOf = (cause: unknown): string =>
  `${(cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''}. Correct it.`;
