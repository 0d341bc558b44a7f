/** A path with its query. What is null, undefined or empty is left out. */
export function query(path: string, values: Readonly<Record<string, string | number | null | undefined>>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') pairs.set(name, String(value));
  }
  const text = pairs.toString();
  return text === '' ? path : `${path}?${text}`;
}
