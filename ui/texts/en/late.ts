import { board } from './board.ts';
import { guide } from './guide.ts';
import { imports } from './imports.ts';
import { lot } from './lot.ts';
import { make } from './make.ts';
import { me } from './me.ts';
import { measure } from './measure.ts';
import { oversight } from './oversight.ts';
import { people } from './people.ts';
import { registers } from './registers.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { sign } from './sign.ts';
import { talk } from './talk.ts';

/** Words of pages that are opened now and then, in English. They are loaded with the first of these pages. */
export const english = {
  board,
  guide,
  imports,
  lot,
  make,
  me,
  measure,
  oversight,
  people,
  registers,
  schedules,
  settings,
  sign,
  talk,
};
