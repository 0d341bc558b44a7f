/** The page of one task. */
export function TaskPage({ id }: { readonly id: string }) {
  return <p>{id}</p>;
}
