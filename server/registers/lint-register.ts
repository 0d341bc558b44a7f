import { lintForm } from '../../engine/form/lint-form.ts';
import { inFileOrder } from '../../engine/lint/file-order.ts';
import { didYouMean } from '../../engine/lint/suggest.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { isLanguage } from '../../engine/model/language.ts';
import { errorsOf, type Problem, pointer } from '../../engine/model/problem.ts';
import type { RegisterFile } from './register-file.ts';

/** What a register may name besides itself. */
export interface RegisterSurroundings {
  /** Ids of all registers, and `people`. */
  readonly registers: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

/** Everything that is wrong with what a register's file means, in file order. Its shape is that of `parseRegister`. RG15 */
export function lintRegister(file: RegisterFile, around: RegisterSurroundings): readonly Problem[] {
  return inFileOrder(file, [
    ...lintKey(file),
    ...lintViews(file),
    ...lintRights(file, around),
    ...lintFields(file, around),
  ]);
}

function problem(path: string, code: string, message: string): Problem {
  return { path, code: `register.${code}`, message, severity: 'error' };
}

function fieldsOf(file: RegisterFile): { readonly [name: string]: FieldSchema } {
  return (file.schema as FieldSchema).properties ?? {};
}

function lintKey(file: RegisterFile): readonly Problem[] {
  const fields = fieldsOf(file);
  const problems: Problem[] = [];
  if (fields[file.key]?.type !== 'string')
    problems.push(
      problem('/key', 'key_wrong', `"${file.key}" must be a text among the fields: it tells one row from another.`),
    );
  else if (!((file.schema as FieldSchema).required ?? []).includes(file.key))
    problems.push(problem('/schema/required', 'key_optional', `Name "${file.key}" in "required": every row has one.`));
  if (!Object.hasOwn(fields, file.label)) problems.push(unknownField('/label', file.label, fields));
  return problems;
}

function lintViews(file: RegisterFile): readonly Problem[] {
  const fields = fieldsOf(file);
  const { list, search, form } = file.views;
  const named: readonly (readonly [path: string, name: string])[] = [
    ...list.columns.map((name, index) => [`/views/list/columns/${index}`, name] as const),
    ['/views/list/sort', list.sort.replace(/^-/, '')],
    ...search.map((name, index) => [`/views/search/${index}`, name] as const),
    ...form.groups.flatMap((group, at) =>
      group.fields.map((name, index) => [`/views/form/groups/${at}/fields/${index}`, name] as const),
    ),
  ];
  const unknown = named.flatMap(([path, name]) =>
    Object.hasOwn(fields, name) ? [] : [unknownField(path, name, fields)],
  );
  const shown = form.groups.flatMap((group) => group.fields);
  const hidden = Object.keys(fields)
    .filter((name) => !shown.includes(name))
    .map((name) =>
      problem(
        `/schema/properties${pointer(name)}`,
        'field_hidden',
        `No group of the form shows "${name}". Add it to one.`,
      ),
    );
  return [...unknown, ...hidden];
}

function unknownField(path: string, name: string, fields: object): Problem {
  return problem(
    path,
    'field_unknown',
    `There is no field "${name}".${didYouMean(name, Object.keys(fields))} Name one of the fields of the schema.`,
  );
}

function lintRights({ rights }: RegisterFile, { roles }: RegisterSurroundings): readonly Problem[] {
  return (['read', 'write'] as const).flatMap((right) =>
    (rights[right] ?? []).flatMap((role, index) =>
      roles.has(role)
        ? []
        : [
            problem(
              `/rights/${right}/${index}`,
              'role_unknown',
              `There is no role "${role}".${didYouMean(role, roles)} Name one of the plant.`,
            ),
          ],
    ),
  );
}

/** Fields keep to the rules of fields of forms. Only the names of languages are no names that expressions can say. */
function lintFields(file: RegisterFile, { registers }: RegisterSurroundings): readonly Problem[] {
  const form = { id: file.id, title: file.title, schema: file.schema as FieldSchema };
  return errorsOf(lintForm(form, {}, { registers })).filter(
    ({ code, path }) => !(code === 'form.name_invalid' && isLanguage(path.split('/').at(-1))),
  );
}
