import { fieldAt } from '../../engine/form/walk-fields.ts';
import type { FieldSchema, FormFile } from '../../engine/model/form-file.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';
import type { Bundle, Translations } from '../../engine/model/version.ts';
import { walkStates, waysOf } from '../../engine/workflow/walk-states.ts';

/** The words that a version has for its own values, in one language; English where the language lacks one. */
export interface CaseWords {
  /** The word for a chosen value. `form` is a form's id or `data` for computed values, `path` as in `/lines/0/uom`. */
  label(form: string, path: string, value: Json | undefined): readonly string[];
  /** The name of a step, or of a command. */
  step(name: string): string;
  /** The words on the button of an outcome. */
  outcome(step: string, outcome: string): string;
}

/** Reads the words of one version. A value, step or outcome without words is shown as it is written. */
export function openCaseWords(bundle: Bundle, language: Language): CaseWords {
  const { machine } = bundle;
  const nodes = walkStates(machine);
  const taskOf = (name: string) =>
    nodes.find((node) => node.parent !== null && (node.file.meta?.task?.into ?? node.key) === name);
  const data = {
    id: 'data',
    title: 'data',
    schema: { type: 'object', properties: (machine.meta['data'] ?? {}) as { readonly [name: string]: FieldSchema } },
  } satisfies FormFile;
  const said = (texts: Translations | undefined, pointer: string, english: string): string =>
    language === 'en' ? english : (texts?.[language]?.[pointer] ?? english);
  const describe = (pointer: string, english: string | undefined, name: string): string =>
    english === undefined ? name : said(bundle.texts, `${pointer}/description`, english);

  return {
    label(formId, path, value) {
      const isData = formId === 'data';
      const form = isData ? data : bundle.forms[formId];
      const field = form === undefined ? undefined : fieldAt(form, path);
      const texts = isData ? bundle.texts : bundle.formTexts[formId];
      const at = isData ? (field?.pointer ?? '').replace('/schema/properties', '/meta/data') : (field?.pointer ?? '');
      const one = (schema: FieldSchema | undefined, place: string, entry: Json): string => {
        const english = schema?.['x-labels']?.[String(entry)];
        return english === undefined ? String(entry) : said(texts, `${place}/x-labels/${String(entry)}`, english);
      };
      if (value === undefined || value === null) return [];
      return Array.isArray(value)
        ? value.map((entry: Json) => one(field?.schema.items, `${at}/items`, entry))
        : [one(field?.schema, at, value)];
    },
    step(name) {
      const node = taskOf(name);
      if (node !== undefined) return describe(node.pointer, node.file.description, name);
      const command = nodes
        .flatMap(waysOf)
        .find((way) => way.event === name && way.transition.meta?.command !== undefined);
      return command === undefined ? name : describe(command.pointer, command.transition.description, name);
    },
    outcome(step, outcome) {
      const node = taskOf(step);
      // A step that is done once for each item names its buttons beside the task.
      const button = node?.file.meta?.task?.outcomes?.[outcome];
      if (node !== undefined && button !== undefined)
        return said(bundle.texts, `${node.pointer}/meta/task/outcomes/${outcome}`, button);
      const way =
        node === undefined
          ? undefined
          : waysOf(node).find((candidate) => candidate.kind === 'on' && candidate.event === outcome);
      return way === undefined ? outcome : describe(way.pointer, way.transition.description, outcome);
    },
  };
}
