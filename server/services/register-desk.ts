import { EngineError } from '../../engine/model/engine-error.ts';
import { translate } from '../../engine/model/translate.ts';
import { seesAll } from '../../engine/step/people.ts';
import type { Library } from '../library/library.ts';
import { REGISTER_FILES, type RegisterFile, type ReadRegister } from '../registers/register-files.ts';
import { sayReadOnly, sayRegisterGroup } from '../texts/register-words.ts';
import { caseTexts } from './case-texts.ts';
import { type Reader, roleName } from './reader.ts';
import type { RegisterMay } from './views/register-view.ts';
import type { Named } from './views/shared-views.ts';

const inLanguages = new WeakMap<ReadRegister, Map<string, RegisterFile>>();

/** A register in the reader's language: titles, words for values, headings. */
export function registerIn(register: ReadRegister, { language }: Pick<Reader, 'language'>): RegisterFile {
  if (language === 'en') return register;
  const known = inLanguages.get(register) ?? new Map<string, RegisterFile>();
  inLanguages.set(register, known);
  const { texts, ...file } = register;
  const made = known.get(language) ?? translate<RegisterFile>(file, texts[language]);
  known.set(language, made);
  return made;
}

/** True if the reader may see the register's rows. RG10 */
export function maySeeRegister({ person }: Reader, { rights }: RegisterFile): boolean {
  return rights.read === undefined || seesAll(person) || [...rights.read, ...rights.write].some(hasRole(person.roles));
}

/** True if the reader may change its rows by hand. RG10 */
export function mayWriteRegister({ person }: Reader, { rights }: RegisterFile): boolean {
  return rights.write.some(hasRole(person.roles));
}

function hasRole(roles: readonly string[]): (role: string) => boolean {
  return (role) => roles.includes(role);
}

/** The registers that the reader may see. */
export function registersFor(reader: Reader): readonly ReadRegister[] {
  return [...REGISTER_FILES.values()].filter((register) => maySeeRegister(reader, register));
}

/** The register of that name. What the reader may not see does not exist for them. Throws `register.not_found`. */
export function registerFor(reader: Reader, name: string): ReadRegister {
  const register = REGISTER_FILES.get(name);
  if (register === undefined || !maySeeRegister(reader, register))
    throw new EngineError('register.not_found', `There is no register "${name}".`);
  return register;
}

/** Throws `register.read_only` with who could, or which procedures do. */
export function demandWrite(reader: Reader, library: Library, register: ReadRegister): void {
  const { why } = mayOf(reader, library, register);
  if (why !== null) throw new EngineError('register.read_only', why);
}

/** Whether the reader may change rows, and why not. */
export function mayOf(reader: Reader, library: Library, register: ReadRegister): RegisterMay {
  if (mayWriteRegister(reader, register)) return { write: true, why: null };
  const { rights } = register;
  const why = sayReadOnly(
    {
      title: registerIn(register, reader).title,
      roles: rights.write.map((role) => roleName(reader, role)),
      workflows: (rights.workflows ?? []).flatMap((id) => workflowTitle(reader, library, id)),
    },
    reader.language,
  );
  return { write: false, why };
}

/** A procedure that is not published is not named. */
function workflowTitle({ language }: Reader, library: Library, id: string): readonly string[] {
  const version = library.latest(id);
  if (version === undefined) return [];
  return [caseTexts(version, language).file.description];
}

export function groupOf(register: RegisterFile, { language }: Reader): Named {
  return { id: register.group, title: sayRegisterGroup(register.group, language) };
}
