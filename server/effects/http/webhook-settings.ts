/** A host that may be asked though it is not public, or at a port that is not the usual one. */
export interface AllowedHost {
  readonly host: string;
  /** Null: the usual ports, 80 and 443. */
  readonly port: number | null;
}

/** What the environment says of requests to other programs. Secrets stand nowhere else. */
export interface WebhookSettings {
  readonly allow: readonly AllowedHost[];
  /** By name; the unnamed secret is `''`. Several keys for one name sign in turn, so that a key can be changed. */
  readonly secrets: ReadonlyMap<string, readonly Buffer[]>;
}

/** Public hosts at the usual ports, and nothing is signed. */
export const NO_WEBHOOK_SETTINGS: WebhookSettings = { allow: [], secrets: new Map() };

type Environment = { readonly [name: string]: string | undefined };

/** Reads `WEBHOOK_ALLOW`, `WEBHOOK_SECRET` and `WEBHOOK_SECRET_<NAME>`. Each fault is a sentence without the secret. */
export function readWebhookSettings(env: Environment): {
  readonly settings: WebhookSettings;
  readonly sentences: readonly string[];
} {
  const sentences: string[] = [];
  const allow = words(env['WEBHOOK_ALLOW'], /[\s,]+/).flatMap((word) => {
    const read = readAllowedHost(word);
    if (read === null)
      sentences.push(
        `WEBHOOK_ALLOW has "${word}", which is no host. Write hosts such as erp.plant.example or 10.0.0.5:8443, with commas between them.`,
      );
    return read ?? [];
  });
  const secrets = new Map<string, readonly Buffer[]>();
  for (const [variable, value] of Object.entries(env)) {
    const name = /^WEBHOOK_SECRET(?:_([A-Z0-9_]+))?$/.exec(variable);
    if (name === null || value === undefined || value === '') continue;
    const keys = words(value, /\s+/).map(readSecret);
    if (keys.includes(null))
      sentences.push(
        `${variable} is no signing secret. Write whsec_ and the base64 of 24 to 64 random bytes: echo whsec_$(openssl rand -base64 32).`,
      );
    secrets.set(
      (name[1] ?? '').toLowerCase(),
      keys.filter((key) => key !== null),
    );
  }
  return { settings: { allow, secrets }, sentences };
}

/** The URL parser knows every spelling of a host; what it makes of the word is what a request's host is compared with. */
function readAllowedHost(word: string): AllowedHost | null {
  const port = /(?<!:[^\]]*):(\d{1,5})$/.exec(word)?.[1];
  const text = port === undefined ? word : word.slice(0, -port.length - 1);
  if (/[/@?#\\]/.test(text) || !URL.canParse(`http://${text}`) || Number(port ?? 1) > 65_535) return null;
  const host = hostOf(new URL(`http://${text}`));
  return host === '' ? null : { host, port: port === undefined ? null : Number(port) };
}

/** The host of a URL without brackets and without the dot that a full name may end in. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function readSecret(text: string): Buffer | null {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  const key = base64 === undefined ? null : Buffer.from(base64, 'base64');
  return key !== null && key.length >= 24 && key.length <= 64 ? key : null;
}

const words = (text: string | undefined, between: RegExp): readonly string[] =>
  (text ?? '').split(between).filter((word) => word !== '');
