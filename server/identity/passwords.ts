import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at once would starve the threads that everything else needs. */
const MOST_AT_ONCE = 4;

/** Long texts only cost; nobody types more. */
const LONGEST_PASSWORD = 256;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashes a password for storing. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, OPTIONS));
}

/** True if the password is the one that was hashed. `null` takes as long as a real one: an unknown name must not answer faster. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const asked = password.length > LONGEST_PASSWORD ? '' : password;
  const known = await inTurn(async () => verify(hashed ?? (await nobodysHash()), asked));
  return known && hashed !== null;
}

let nobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobody ??= hash('nobody has this password', OPTIONS);
  return nobody;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
