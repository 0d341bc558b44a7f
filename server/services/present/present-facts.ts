import { valuesAt } from '../../../engine/form/check-answers.ts';
import { fieldAt } from '../../../engine/form/walk-fields.ts';
import type { FieldSchema } from '../../../engine/model/form-file.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { CaseTexts } from '../case-texts.ts';
import type { FieldView, ValueView } from '../views/shared-views.ts';
import { presentValue, type ValueContext } from './present-values.ts';

/** More values than this of one fact are counted, not shown. */
const MOST_VALUES = 3;

/**
 * The facts of a case that its workflow names (`/order/lines/<star>/product`, with a star for each row), as label and value.
 * A fact that the case does not know yet is left out.
 */
export function presentFacts(
  pointers: readonly string[],
  instance: Instance,
  texts: CaseTexts,
  context: ValueContext,
): readonly FieldView[] {
  return pointers.flatMap((at) => {
    const path = at.split('/').slice(1);
    const schema = schemaAt(path, texts);
    const values = valuesAt(instance.data, path).map(({ path: place, value }) =>
      withUnit(presentValue(schema, value, context), place, instance, texts),
    );
    const shown = values.filter((value) => value.kind !== 'none');
    const value = shown.length === 1 ? shown[0] : joined(shown);
    return value === undefined ? [] : [{ pointer: at, label: schema?.title ?? path.at(-1) ?? at, value }];
  });
}

function schemaAt(path: readonly string[], texts: CaseTexts): FieldSchema | undefined {
  const [name = '', ...field] = path;
  if (field.length === 0) return fieldAt(texts.computed, `/${name}`)?.schema;
  const form = texts.formOf(name)?.form;
  const at = (keys: readonly string[]): string => `/${keys.map((key) => (key === '*' ? '0' : key)).join('/')}`;
  // What the workflow itself writes is described as one form, whose fields are the names of data.
  return form === undefined ? fieldAt(texts.computed, at(path))?.schema : fieldAt(form, at(field))?.schema;
}

/** A quantity is read with its unit, which stands beside it in the row (`uom`). */
function withUnit(value: ValueView, place: string, instance: Instance, texts: CaseTexts): ValueView {
  if (value.kind !== 'number' || value.unit !== null || !place.endsWith('/qty')) return value;
  const beside = place
    .replace(/\/qty$/, '/uom')
    .split('/')
    .slice(1);
  const unit = valuesAt(instance.data, beside)[0]?.value;
  const label = schemaAt(
    beside.map((key) => (/^\d+$/.test(key) ? '*' : key)),
    texts,
  )?.['x-labels']?.[String(unit)];
  return typeof unit === 'string' ? { ...value, unit: label ?? unit } : value;
}

function joined(values: readonly ValueView[]): ValueView | undefined {
  if (values.length === 0) return undefined;
  const texts = values
    .slice(0, MOST_VALUES)
    .map((value) =>
      'text' in value
        ? value.text
        : 'number' in value
          ? `${value.number}${value.unit === null ? '' : ` ${value.unit}`}`
          : 'date' in value
            ? value.date
            : '',
    );
  const distinct = [...new Set(texts)];
  return {
    kind: 'choices',
    texts: values.length > MOST_VALUES ? [...distinct, `+${values.length - MOST_VALUES}`] : distinct,
  };
}
