/** The form that starts a workflow. */
export function StartFormPage({ workflow }: { readonly workflow: string }) {
  return <p>{workflow}</p>;
}
