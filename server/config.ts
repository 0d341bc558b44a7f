import { resolve } from 'node:path';

/** What the environment says, checked once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where the embedded database lives. */
  readonly dataDir: string;
  /** Set: the plant runs on MongoDB. */
  readonly mongodbUri: string | null;
  readonly mongodbAllowStandalone: boolean;
  readonly production: boolean;
  /** `yes` and `no` were said; `auto` loads the demo plant into an empty database on this machine alone. */
  readonly demo: 'yes' | 'no' | 'auto';
  readonly logLevel: string;
}

export type ReadConfig =
  | { readonly kind: 'read'; readonly config: Config }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] };

type Environment = { readonly [name: string]: string | undefined };

/** Addresses that nobody but this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** Reads the environment. Every fault is a sentence that names the variable and says what to write. */
export function readConfig(env: Environment, cwd: string): ReadConfig {
  const sentences: string[] = [];
  const port = env['PORT'] === undefined || env['PORT'] === '' ? 3000 : Number(env['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    sentences.push(
      `PORT is "${env['PORT']}", which is no port. Write a number from 1 to 65535, or leave it out for 3000.`,
    );
  const uri = env['MONGODB_URI'] ?? '';
  if (uri !== '' && !/^mongodb(\+srv)?:\/\/.+/.test(uri))
    sentences.push(
      'MONGODB_URI is no MongoDB address. Write one such as mongodb://127.0.0.1:27017/gembaflow, or leave it out for the embedded database.',
    );
  const demo = env['DEMO'] ?? '';
  if (!['', '0', '1'].includes(demo))
    sentences.push(
      `DEMO is "${demo}". Write 0 for a plant without demo people, 1 to show them beyond this machine, or leave it out.`,
    );
  if (sentences.length > 0) return { kind: 'refused', sentences };
  return {
    kind: 'read',
    config: {
      port,
      host: env['HOST'] === undefined || env['HOST'] === '' ? '127.0.0.1' : env['HOST'],
      dataDir: resolve(cwd, env['DATA_DIR'] === undefined || env['DATA_DIR'] === '' ? './data' : env['DATA_DIR']),
      mongodbUri: uri === '' ? null : uri,
      mongodbAllowStandalone: env['MONGODB_ALLOW_STANDALONE'] === '1',
      production: env['NODE_ENV'] === 'production',
      demo: demo === '' ? 'auto' : demo === '1' ? 'yes' : 'no',
      // A terminal shows what matters; a service keeps a line for each request.
      logLevel: env['LOG_LEVEL'] ?? (env['NODE_ENV'] === 'production' ? 'info' : 'warn'),
    },
  };
}
