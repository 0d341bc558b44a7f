import type { Texts } from '../texts.ts';
import { cases } from './cases.ts';
import { form } from './form.ts';
import { inbox } from './inbox.ts';
import { parts } from './parts.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { start } from './start.ts';
import { task } from './task.ts';

/** Every word of the page in Chinese as written in Taiwan. */
export const chinese: Texts = { cases, form, inbox, parts, shell, signIn, start, task };
