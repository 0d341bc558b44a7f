import type { RulerPart } from '../../engine/model/form-file.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import type { ShownField } from './resolve-fields.ts';

/** A part of the form's page that holds fields. */
export interface LayoutBlock {
  /** Null for the fields that the layout names nowhere. */
  readonly title: string | null;
  readonly help: string | null;
  readonly fields: readonly ShownField[];
}

/** Where each field stands, and what its tables show. */
export interface LayoutPlan {
  readonly blocks: readonly LayoutBlock[];
  /** The order of a table's columns, by the field that the table is. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly rulers: ReadonlyMap<string, RulerPart>;
}

/**
 * Places the shown fields as the layout says.
 *
 * Each field stands once; one that is named nowhere stands at the end, and a section without any is left out. Facts
 * and opinions are not the form's: the page of the task shows them.
 */
export function planLayout(
  { layout, help }: Pick<FormView, 'layout' | 'help'>,
  fields: readonly ShownField[],
): LayoutPlan {
  const left = new Map(fields.map((field) => [field.name, field]));
  const take = (names: readonly string[]) => {
    const taken = names.flatMap((name) => left.get(name) ?? []);
    for (const { name } of taken) left.delete(name);
    return taken;
  };
  const blocks: LayoutBlock[] = [];
  for (const part of layout) {
    if ('section' in part) blocks.push({ title: part.section, help: part.help ?? null, fields: take(part.fields) });
    else if ('table' in part) appendTo(blocks, take([part.table]));
  }
  blocks.push({ title: null, help: null, fields: [...left.values()] });
  return {
    blocks: withHelp(
      blocks.filter((block) => block.fields.length > 0),
      help,
    ),
    columns: new Map(layout.flatMap((part) => ('table' in part ? [[part.table, part.columns] as const] : []))),
    rulers: new Map(layout.flatMap((part) => ('ruler' in part ? [[part.ruler.field, part.ruler] as const] : []))),
  };
}

/** What the author says of the whole form stands with its first section. */
function withHelp(blocks: readonly LayoutBlock[], help: string | null): readonly LayoutBlock[] {
  const [first, ...rest] = blocks;
  if (first === undefined || help === null) return blocks;
  return [{ ...first, help: first.help === null ? help : `${help} ${first.help}` }, ...rest];
}

/** A table has no heading of its own: it belongs to the section before it. */
function appendTo(blocks: LayoutBlock[], fields: readonly ShownField[]): void {
  const last = blocks.pop() ?? { title: null, help: null, fields: [] };
  blocks.push({ ...last, fields: [...last.fields, ...fields] });
}

/** Problems in the order in which their fields stand on the page; those of the whole form come first. */
export function inFormOrder<P extends { readonly path: string }>(
  problems: readonly P[],
  plan: LayoutPlan,
): readonly P[] {
  const names = plan.blocks.flatMap((block) => block.fields.map((field) => field.name));
  const place = ({ path }: P) => {
    const [, name = '', row = '0', column = ''] = path.split('/');
    return [names.indexOf(name), Number(row) || 0, plan.columns.get(name)?.indexOf(column) ?? 0];
  };
  return problems.toSorted((one, other) => {
    const [here, there] = [place(one), place(other)];
    return here.map((at, index) => at - (there[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}
