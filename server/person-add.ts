import { createInterface } from 'node:readline/promises';
import { isEngineError } from '../engine/model/engine-error.ts';
import { isLanguage } from '../engine/model/language.ts';
import type { Person } from '../engine/model/person.ts';
import { openSystemClock } from './clocks.ts';
import { openStore } from './choose-store.ts';
import { readConfig } from './config.ts';
import { openAccounts, SHORTEST_PASSWORD } from './identity/accounts.ts';
import { openSignInBrake } from './identity/sign-in-brake.ts';
import { openPlantKeeper } from './plant/plant-keeper.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** `npm run person:add`: asks for a person and adds an account. The same works from a script, by arguments. */
const ASKED = ['login', 'name', 'department', 'roles', 'language', 'password'] as const;
/** Taken where it is given; nobody is asked for it. */
const OPTIONAL = ['email'] as const;
type Asked = (typeof ASKED)[number];
type Given = Asked | (typeof OPTIONAL)[number];

const USAGE = `npm run person:add -- --login eva --name "Eva Lind" --department QC --roles quality_engineer,qc_inspector --language en --password …
Mails go to --email eva@plant.example, if it is given. What else is left out is asked.`;

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readArguments(args: readonly string[]): Map<Given, string> {
  const given = new Map<Given, string>();
  for (let index = 0; index < args.length; index += 2) {
    const name = [...ASKED, ...OPTIONAL].find((known) => args[index] === `--${known}`);
    const value = args[index + 1];
    if (name === undefined || value === undefined) giveUp(`"${args[index]}" is not understood.\n${USAGE}`);
    given.set(name, value);
  }
  return given;
}

const read = readConfig(process.env, process.cwd());
if (read.kind === 'refused') giveUp(read.sentences.join('\n'));
const given = readArguments(process.argv.slice(2));
const clock = openSystemClock();
const store = await openStore(read.config, (line) => process.stderr.write(`${line}\n`)).catch((error: unknown) =>
  giveUp(isEngineError(error) ? error.message : String(error)),
);
const keeper = await openPlantKeeper(store, clock, PROJECT_ROOT);
const plant = keeper.plant();
const HELP: { readonly [name in Asked]: string } = {
  login: 'User name',
  name: 'Full name',
  department: `Department (${[...plant.departments.keys()].join(', ')})`,
  roles: `Roles, with commas (${[...plant.roles.keys()].join(', ')})`,
  language: 'Language (en, es, zh-TW)',
  password: `Password (${SHORTEST_PASSWORD} characters or more)`,
};

const terminal = createInterface({ input: process.stdin, output: process.stdout });
for (const name of ASKED) if (!given.has(name)) given.set(name, (await terminal.question(`${HELP[name]}: `)).trim());
terminal.close();

const value = (name: Given): string => given.get(name) ?? '';
const roles = value('roles')
  .split(',')
  .map((role) => role.trim())
  .filter((role) => role !== '');
const unknown = roles.filter((role) => !plant.roles.has(role));
if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(value('login')))
  giveUp('The user name must be small letters, digits, points, - and _, beginning with a letter or digit.');
if (value('name') === '') giveUp('The name is missing.');
if (!plant.departments.has(value('department')))
  giveUp(`There is no department "${value('department')}". Known are ${[...plant.departments.keys()].join(', ')}.`);
if (unknown.length > 0) giveUp(`There is no role "${unknown[0]}". Known are ${[...plant.roles.keys()].join(', ')}.`);
const language = value('language');
if (!isLanguage(language)) giveUp(`There is no language "${language}". Known are en, es and zh-TW.`);

const email = value('email');
if (email !== '' && !/^[^\s<>,;@]+@[^\s<>,;@]+$/.test(email)) giveUp(`"${email}" is no address of a mailbox.`);

const person: Person = {
  id: `P-${value('login')}`,
  login: value('login'),
  name: { en: value('name') },
  department: value('department'),
  roles,
  language,
  active: true,
  ...(email === '' ? {} : { email }),
};
const accounts = openAccounts({ store, keeper, brake: openSignInBrake(store, clock) });
await accounts
  .add(person, value('password'))
  .catch((error: unknown) => giveUp(isEngineError(error) ? error.message : String(error)));
await store.close();
process.stdout.write(`${value('name')} can sign in as ${person.login}.\n`);
process.exit(0);
