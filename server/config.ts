import { resolve } from 'node:path';
import { readWebhookSettings, type WebhookSettings } from './effects/http/webhook-settings.ts';

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
  /** Which hosts a workflow may ask, and what its requests are signed with. Never logged. */
  readonly webhooks: WebhookSettings;
  /** Set: people are told by mail, too. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly publicUrl: string } | null;
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
  const mail = readMail(env, port, sentences);
  const webhooks = readWebhookSettings(env);
  sentences.push(...webhooks.sentences);
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
      mail,
      webhooks: webhooks.settings,
    },
  };
}

/** Mails need a server, a sender, and an address that their links lead to. */
function readMail(env: Environment, port: number, sentences: string[]): Config['mail'] {
  const smtpUrl = env['SMTP_URL'] ?? '';
  if (smtpUrl === '') return null;
  if (!/^smtps?:$/.test(protocolOf(smtpUrl) ?? ''))
    sentences.push(
      'SMTP_URL is no address of a mail server. Write one such as smtp://user:password@mail.example:587, or leave it out for a plant without mail.',
    );
  const from = env['MAIL_FROM'] ?? '';
  if (!/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/.test(from))
    sentences.push('MAIL_FROM must be the address that mails come from, such as gembaflow@plant.example.');
  const publicUrl = env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  if (!/^https?:$/.test(protocolOf(publicUrl) ?? ''))
    sentences.push(
      'PUBLIC_URL must be the address at which people reach this server, such as https://flow.plant.example.',
    );
  return { smtpUrl, from, publicUrl: publicUrl.replace(/\/+$/, '') };
}

function protocolOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).protocol : null;
}
