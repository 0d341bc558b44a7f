import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../engine/model/problem.ts';
import type { PointerTexts } from '../../engine/model/version.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import type { ReadRegister } from './register-file.ts';
import { parseRegister } from './register-schema.ts';

export type { ReadRegister, RegisterFile } from './register-file.ts';

const FOLDER = join(PROJECT_ROOT, 'forms', 'registers');
const SUFFIX = '.register.json';

/** A file of a register that is not used, with all that is wrong with it. */
export interface RefusedRegister {
  readonly register: string;
  readonly problems: readonly Problem[];
}

export interface ReadRegisters {
  readonly registers: ReadonlyMap<string, ReadRegister>;
  readonly refused: readonly RefusedRegister[];
}

/** Reads every register of a folder. One that is not built as it must be is left out, with every problem. RG15 */
export function readRegisters(folder: string): ReadRegisters {
  const registers = new Map<string, ReadRegister>();
  const refused: RefusedRegister[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(SUFFIX)) continue;
    const id = name.slice(0, -SUFFIX.length);
    const parsed = parseRegister(readFileSync(join(folder, name), 'utf8'));
    if (parsed.kind === 'refused') refused.push({ register: id, problems: parsed.problems });
    else if (parsed.file.id !== id) refused.push({ register: id, problems: [otherName(id, parsed.file.id)] });
    else registers.set(id, { ...parsed.file, texts: textsOf(folder, id) });
  }
  return { registers, refused };
}

function otherName(file: string, id: string): Problem {
  const message = `The file is called "${file}" and its register "${id}". Give both the same name.`;
  return { path: '/id', code: 'register.id_wrong', message, severity: 'error' };
}

function textsOf(folder: string, id: string): ReadRegister['texts'] {
  const read = (language: string): PointerTexts => {
    const file = join(folder, `${id}.texts.${language}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PointerTexts) : {};
  };
  return { es: read('es'), 'zh-TW': read('zh-TW') };
}

const read = readRegisters(FOLDER);
const inForce = new Map(read.registers);

/** Every register that workflows, forms and pages may name. What is not here is no register, however its rows are called. */
export const REGISTER_FILES: ReadonlyMap<string, ReadRegister> = inForce;

/** Files of registers that could not be read. */
export const REFUSED_REGISTERS: readonly RefusedRegister[] = read.refused;

/**
 * Puts the register that was in force before in place of one whose file is refused; null where there was none.
 *
 * A process runs one plant, and does this once, before anything of it is open.
 */
export function keepRegister(id: string, former: ReadRegister | null): void {
  if (former === null) inForce.delete(id);
  else inForce.set(id, former);
}
