/**
 * One thing that is wrong with an input. All problems of an input are reported at once.
 *
 * `path` is a JSON pointer into the input, `code` a closed word of the check that found it, and `message`
 * a whole sentence that says what to do. `params` lets another place say the same in another language.
 */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly severity?: 'error' | 'warning';
  readonly params?: { readonly [name: string]: string | number };
}

/** Only the problems that stop the input from being accepted. */
export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => problem.severity !== 'warning');
}

/** A JSON pointer (RFC 6901) of the given keys. */
export function pointer(...keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
