import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page as Listed, PersonView } from '../../../server/services/views/shared-views.ts';
import { openApiPerson } from './api-person.ts';
import type { Product } from './start-product.ts';

const COMMAND = fileURLToPath(new URL('../../../server/person-add.js', import.meta.url));
const KNOWN_MS = 15_000;

/** Somebody new in the plant, as its administrator adds them beside the running server. */
export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly department: string;
  readonly roles: string;
  readonly password: string;
}

/** Adds an account, and waits until the server knows it. */
export async function addPerson(product: Product, person: NewPerson): Promise<void> {
  const words = Object.entries({ ...person, language: 'en' });
  const args = words.flatMap(([name, value]) => [`--${name}`, value]);
  await promisify(execFile)(process.execPath, [COMMAND, ...args], { env: product.env });
  const admin = await openApiPerson(product.base, 'admin');
  const until = Date.now() + KNOWN_MS;
  const isKnown = async () => {
    const { items } = await admin.get<Listed<PersonView>>('/api/people?limit=200');
    return items.some(({ name }) => name === person.name);
  };
  while (!(await isKnown())) if (Date.now() > until) throw new Error(`The server does not know ${person.name} yet.`);
}
