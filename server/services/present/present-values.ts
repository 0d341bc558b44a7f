import { fieldAt } from '../../../engine/form/walk-fields.ts';
import type { FieldSchema, FormFile } from '../../../engine/model/form-file.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { type Language, textIn } from '../../../engine/model/language.ts';
import { pointer } from '../../../engine/model/problem.ts';
import type { FieldView, FileView, ValueView } from '../views/shared-views.ts';
import { presentMeasurements } from './present-measurements.ts';

/** What a value is shown with: the names behind ids, and the reader's language. */
export interface ValueContext {
  readonly refs: Instance['refs'];
  readonly language: Language;
}

const NONE: ValueView = { kind: 'none' };

/** One value of a field, in words of the reader. Dates and numbers stay values: the page writes them by locale. */
export function presentValue(
  schema: FieldSchema | undefined,
  value: Json | undefined,
  context: ValueContext,
): ValueView {
  if (value === undefined || value === null || value === '') return NONE;
  if (schema?.['x-file'] !== undefined)
    return {
      kind: 'files',
      files: (Array.isArray(value) ? value : []).filter((file: Json) => isJsonObject(file)) as unknown as FileView[],
    };
  const register = schema?.['x-ref'];
  if (register !== undefined && typeof value === 'string')
    return { kind: 'record', register, id: value, text: nameOf(register, value, context) };
  const label = schema?.['x-labels']?.[String(value)];
  if (label !== undefined && (typeof value === 'string' || typeof value === 'number'))
    return { kind: 'choice', text: label, value };
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value };
  if (typeof value === 'number')
    return {
      kind: 'number',
      number: value,
      decimals: schema?.['x-decimals'] ?? null,
      unit: schema?.['x-unit'] ?? null,
    };
  if (typeof value === 'string') return presentText(schema, value);
  return Array.isArray(value) ? presentList(schema, value, context) : { kind: 'text', text: JSON.stringify(value) };
}

function presentText(schema: FieldSchema | undefined, value: string): ValueView {
  if (schema?.format === 'date') return { kind: 'date', date: value };
  if (schema?.format === 'date-time') return { kind: 'moment', at: value };
  return { kind: 'text', text: value };
}

function presentList(schema: FieldSchema | undefined, list: readonly Json[], context: ValueContext): ValueView {
  if (list.length === 0) return NONE;
  if (schema?.['x-widget'] === 'measurements') return presentMeasurements(schema, list, context.language);
  const columns = Object.entries(schema?.items?.properties ?? {});
  if (columns.length > 0) {
    return {
      kind: 'table',
      columns: columns.map(([name, column]) => column.title ?? name),
      rows: list.map((row) =>
        columns.map(([name, column]) => presentValue(column, isJsonObject(row) ? row[name] : undefined, context)),
      ),
    };
  }
  return { kind: 'choices', texts: list.map((entry) => wordsOf(presentValue(schema?.items, entry, context))) };
}

function nameOf(register: string, id: string, { refs, language }: ValueContext): string {
  const name = refs[`${register}/${id}`];
  return name === undefined ? id : textIn(name, language);
}

/** A value as plain words, for lists of choices. */
function wordsOf(value: ValueView): string {
  switch (value.kind) {
    case 'text':
    case 'choice':
    case 'record':
      return value.text;
    case 'number':
      return String(value.number);
    case 'date':
      return value.date;
    default:
      return '';
  }
}

/** The answers of a form, field by field in the form's order; unanswered ones are left out. */
export function presentAnswers(form: FormFile, answers: JsonObject, context: ValueContext): readonly FieldView[] {
  const order = fieldOrder(form);
  return Object.keys(answers)
    .filter((name) => name !== 'outcome')
    .sort((a, b) => (order.get(a) ?? 999) - (order.get(b) ?? 999))
    .map((name) => {
      const field = fieldAt(form, pointer(name));
      return {
        pointer: pointer(name),
        label: field?.schema.title ?? name,
        value: presentValue(field?.schema, answers[name], context),
      };
    })
    .filter((field) => field.value.kind !== 'none');
}

/** Layout first, then the schema: as the person saw the form. */
function fieldOrder(form: FormFile): ReadonlyMap<string, number> {
  const named = (form.layout ?? []).flatMap((part) =>
    'fields' in part ? part.fields : 'table' in part ? [part.table] : [],
  );
  const all = [...named.map((name) => name.replace(/^\//, '')), ...Object.keys(form.schema.properties ?? {})];
  return new Map([...new Set(all)].map((name, index) => [name, index]));
}
