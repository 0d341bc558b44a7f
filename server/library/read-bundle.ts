import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseForm } from '../../engine/form/parse-form.ts';
import type { FormFile } from '../../engine/model/form-file.ts';
import { LANGUAGES, type Language } from '../../engine/model/language.ts';
import type { Problem } from '../../engine/model/problem.ts';
import type { Bundle, PointerTexts, Translations } from '../../engine/model/version.ts';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import { type ParsedWorkflow, parseWorkflow } from '../../engine/workflow/parse-workflow.ts';
import { walkStates, waysOf } from '../../engine/workflow/walk-states.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';

/** One workflow's folder: its file as it was read, and what stands beside it. */
export interface ReadBundle {
  readonly parsed: ParsedWorkflow;
  readonly rest: Omit<Bundle, 'machine'>;
}

/** The forms of a folder with their texts, read once for all workflows. */
export interface FormShelf {
  readonly forms: ReadonlyMap<string, FormFile>;
  readonly texts: ReadonlyMap<string, Translations>;
  /** What is wrong with forms that cannot be read; a workflow that names one is left out. */
  readonly problems: readonly Problem[];
}

const checker = openFileChecker();
const TRANSLATED = LANGUAGES.filter((language) => language !== 'en') as readonly Exclude<Language, 'en'>[];

/** Reads every `<id>.form.json` of a folder. */
export async function readForms(folder: string): Promise<FormShelf> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.form.json')).sort();
  const forms = new Map<string, FormFile>();
  const texts = new Map<string, Translations>();
  const problems: Problem[] = [];
  for (const name of names) {
    const id = name.slice(0, -'.form.json'.length);
    const parsed = parseForm(await readFile(join(folder, name), 'utf8'), checker);
    if (parsed.kind === 'refused')
      problems.push(...parsed.problems.map((problem) => ({ ...problem, path: `/forms/${id}${problem.path}` })));
    else {
      forms.set(id, parsed.form);
      texts.set(id, await readTranslations(folder, `${id}.texts`));
    }
  }
  return { forms, texts, problems };
}

/** Reads one workflow's folder into what would be published: its file, its texts, its templates and the forms it names. */
export async function readBundle(folder: string, shelf: FormShelf): Promise<ReadBundle> {
  const parsed = parseWorkflow(await readFile(join(folder, 'workflow.json'), 'utf8'), checker);
  const used = parsed.file === null ? [] : formsOf(parsed.file).filter((id) => shelf.forms.has(id));
  const rest = {
    texts: await readTranslations(folder, 'texts'),
    forms: Object.fromEntries(used.map((id) => [id, shelf.forms.get(id) as FormFile])),
    formTexts: Object.fromEntries(used.map((id) => [id, shelf.texts.get(id) ?? {}])),
    templates: await readTemplates(join(folder, 'templates')),
  };
  return { parsed, rest };
}

/** Ids of the forms that a workflow names, each once. */
export function formsOf(machine: WorkflowFile): readonly string[] {
  const nodes = walkStates(machine);
  const tasks = nodes.map((node) => node.file.meta?.task?.form);
  const commands = nodes.flatMap((node) => waysOf(node).map((way) => way.transition.meta?.command?.form));
  return [...new Set([machine.meta.start.form, ...tasks, ...commands])].filter((id) => id !== undefined).sort();
}

async function readTranslations(folder: string, stem: string): Promise<Translations> {
  const entries = await Promise.all(
    TRANSLATED.map(
      async (language) => [language, await readIfThere(join(folder, `${stem}.${language}.json`))] as const,
    ),
  );
  return Object.fromEntries(
    entries.flatMap(([language, text]) =>
      text === undefined ? [] : [[language, parseJson<PointerTexts>(text) ?? {}]],
    ),
  );
}

async function readTemplates(folder: string): Promise<Bundle['templates']> {
  const names = await readdir(folder).catch(() => []);
  const sources = names.filter((name) => name.endsWith('.hbs')).sort();
  return Object.fromEntries(
    await Promise.all(
      sources.map(async (name) => [name.slice(0, -'.hbs'.length), await readFile(join(folder, name), 'utf8')] as const),
    ),
  );
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

function parseJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
