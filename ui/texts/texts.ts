import type { english } from './en/index.ts';

/** Every word that the page itself says, by area. Words of workflows, forms and people come from the server. */
export type Texts = typeof english;
