/** What the bundler tells of a module, as far as it matters here. */
interface Known {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
}

type Ask = { readonly getModuleInfo: (id: string) => Known | null };

/**
 * Names one chunk for all of ours that the first page loads at once: those modules that the entry reaches without a lazy import.
 *
 * Without it each module that a later page shares becomes a file of its own, and the first page pays for every one.
 */
export function openShellChunk(): (id: string, ask: Ask) => string | null {
  const known = new Map<string, boolean>();
  const reaches = (id: string, ask: Ask): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // A circle adds nothing: whoever is asked again is reached by another way or not at all.
    known.set(id, false);
    const info = ask.getModuleInfo(id);
    const found = info !== null && (info.isEntry || info.importers.some((importer) => reaches(importer, ask)));
    known.set(id, found);
    return found;
  };
  // Our own modules alone: a package's index names everything that any page uses of it.
  const isOurs = (id: string): boolean => id.includes('/ui/') && !id.includes('/node_modules/');
  return (id, ask) => (isOurs(id) && reaches(id, ask) ? 'shell' : null);
}
