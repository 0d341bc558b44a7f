/** Where the engine says what it did. Never given the values of forms. */
export interface Logger {
  info(facts: { readonly [name: string]: unknown }, message: string): void;
  warn(facts: { readonly [name: string]: unknown }, message: string): void;
  error(facts: { readonly [name: string]: unknown }, message: string): void;
}

/** Says nothing. */
export const SILENT: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
