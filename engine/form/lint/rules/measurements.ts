import type { FieldSchema } from '../../../model/form-file.ts';
import type { FormRule } from '../form-context.ts';

/** What the grid reads of a characteristic and writes of a piece, with the types that it can work with. */
const MEMBERS: readonly { readonly of: 'row' | 'piece'; readonly name: string; readonly types: readonly string[] }[] = [
  { of: 'row', name: 'name', types: ['string'] },
  { of: 'row', name: 'kind', types: ['string'] },
  { of: 'row', name: 'n', types: ['integer', 'number'] },
  { of: 'row', name: 'values', types: ['array'] },
  { of: 'piece', name: 'value', types: ['number'] },
  { of: 'piece', name: 'ok', types: ['boolean'] },
];

/** A member that is missing would be written and then refused as an unknown field. FM10 */
export const measurementsShape: FormRule = {
  id: 'FL33',
  code: 'form.measurements_shape',
  severity: 'error',
  title:
    'A list with x-widget measurements lacks a member that the grid reads or writes: name, kind, n, and values with value and ok; or x-acceptance stands at another field.',
  remedy: 'Add the member with its type, or remove the widget.',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema, pointer }) => {
      if (schema['x-widget'] === undefined)
        return schema['x-acceptance'] === undefined
          ? []
          : [
              {
                path: `${pointer}/x-acceptance`,
                message: '"x-acceptance" is read by the widget measurements alone. Add "x-widget", or remove it.',
              },
            ];
      return MEMBERS.filter((member) => !has(schema, member)).map(({ of, name, types }) => ({
        path: of === 'row' ? `${pointer}/items` : `${pointer}/items/properties/values/items`,
        message: `The grid of measurements needs "${name}" here, of type ${types.join(' or ')}. Add it, or remove the widget.`,
      }));
    }),
};

/** What a missing list of pieces lacks is not told beside it. */
function has(schema: FieldSchema, { of, name, types }: (typeof MEMBERS)[number]): boolean {
  const row = schema.items?.properties;
  if (of === 'piece' && row?.['values'] === undefined) return true;
  const found = of === 'row' ? row?.[name] : row?.['values']?.items?.properties?.[name];
  return found?.type !== undefined && types.includes(found.type);
}
