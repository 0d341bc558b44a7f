import type { FormFile } from './form-file.ts';
import type { Language } from './language.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** Texts of one file in one other language, keyed by JSON pointer into that file. */
export type PointerTexts = { readonly [pointer: string]: string };
export type Translations = { readonly [language in Exclude<Language, 'en'>]?: PointerTexts };

/** Everything a case needs of its procedure, as it was published. Nothing in it changes afterwards. */
export interface Bundle {
  readonly machine: WorkflowFile;
  readonly texts: Translations;
  readonly forms: { readonly [id: string]: FormFile };
  readonly formTexts: { readonly [id: string]: Translations };
  /** Handlebars sources, keyed `<id>.<language>`. */
  readonly templates: { readonly [name: string]: string };
}

/** One published workflow: numbered from one, named by the hash of its bundle. */
export interface Version {
  readonly workflow: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: number;
  readonly bundle: Bundle;
}
