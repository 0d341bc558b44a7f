/** What a task is called: of a step that is done once for each item, with the item. */
export function titleWithItem({ title, item }: { readonly title: string; readonly item: string | null }): string {
  return item === null ? title : `${title} · ${item}`;
}
