import type { FormFile } from '../../engine/model/form-file.ts';
import type { Language } from '../../engine/model/language.ts';
import { translate } from '../../engine/model/translate.ts';
import type { Version } from '../../engine/model/version.ts';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import { asList, readCandidates } from '../../engine/workflow/candidates.ts';
import { type StateNode, walkStates } from '../../engine/workflow/walk-states.ts';

/** A version in one language: its texts are in place, everything else is as published. */
export interface CaseTexts {
  readonly version: Version;
  readonly file: WorkflowFile;
  readonly nodes: ReadonlyMap<string, StateNode>;
  readonly forms: ReadonlyMap<string, FormFile>;
  /** Values that the workflow itself computes, described like a form (`meta.data`). */
  readonly computed: FormFile;
  stateTitle(state: string): string;
  outcomeTitle(state: string, outcome: string): string;
  /** Whom a suspended case waits for, as the file says it in English. */
  waitedFor(whom: string): string;
  /** The form whose answers stand in `data.<name>`, and the state that asks it. */
  formOf(name: string): { readonly form: FormFile; readonly state: string | null } | undefined;
}

const cache = new Map<string, CaseTexts>();
const KEPT = 300;

/** Puts a version into a language. Kept: a list of cases asks for the same few again and again. */
export function caseTexts(version: Version, language: Language): CaseTexts {
  const name = `${language}:${version.hash}`;
  const known = cache.get(name);
  if (known !== undefined) return known;
  const oldest = cache.size >= KEPT ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  const made = openCaseTexts(version, language);
  cache.set(name, made);
  return made;
}

function openCaseTexts(version: Version, language: Language): CaseTexts {
  const { bundle } = version;
  const textsOf = (
    texts: { readonly [key in Exclude<Language, 'en'>]?: { readonly [pointer: string]: string } } | undefined,
  ) => (language === 'en' ? undefined : texts?.[language]);
  const file = translate(bundle.machine, textsOf(bundle.texts));
  const list = walkStates(file);
  const nodes = new Map(list.map((node) => [node.key, node]));
  const forms = new Map(
    Object.entries(bundle.forms).map(([id, form]) => [id, translate(form, textsOf(bundle.formTexts[id]))]),
  );
  const computed = {
    id: 'data',
    title: '',
    schema: { type: 'object', properties: (file.meta['data'] ?? {}) as FormFile['schema']['properties'] & {} },
  } satisfies FormFile;
  return {
    version,
    file,
    nodes,
    forms,
    computed,
    stateTitle: (state) => nodes.get(state)?.file.description ?? inWords(state),
    outcomeTitle(state, outcome) {
      const button = nodes.get(state)?.file.meta?.task?.outcomes?.[outcome];
      if (button !== undefined) return button;
      const first = readCandidates(nodes.get(state)?.file.on?.[outcome], '', '')[0];
      return first?.transition.description ?? inWords(outcome);
    },
    waitedFor(whom) {
      const node = walkStates(bundle.machine).find((candidate) => candidate.file.meta?.suspended === whom);
      return nodes.get(node?.key ?? '')?.file.meta?.suspended ?? whom;
    },
    formOf(name) {
      if (name === file.meta.start.into || name === 'start') return formNamed(forms, file.meta.start.form, null);
      const node = list.find(
        (candidate) =>
          candidate.file.meta?.task !== undefined && (candidate.file.meta.task.into ?? candidate.key) === name,
      );
      if (node !== undefined) return formNamed(forms, node.file.meta?.task?.form, node.key);
      return formNamed(forms, commandForm(list, name), null);
    },
  };
}

function commandForm(nodes: readonly StateNode[], name: string): string | undefined {
  for (const node of nodes) {
    for (const [type, transitions] of Object.entries(node.file.on ?? {})) {
      const command = asList(readCandidates(transitions, '', ''))[0]?.transition.meta?.command;
      if (command !== undefined && (command.into ?? type) === name) return command.form;
    }
  }
  return undefined;
}

function formNamed(
  forms: ReadonlyMap<string, FormFile>,
  id: string | undefined,
  state: string | null,
): { readonly form: FormFile; readonly state: string | null } | undefined {
  const form = id === undefined ? undefined : forms.get(id);
  return form === undefined ? undefined : { form, state };
}

/** A name as words, where nobody wrote any. */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
