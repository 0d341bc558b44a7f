import { createHmac } from 'node:crypto';

/** What is signed: who asks (the same at every attempt), when (whole seconds), and the body as it is sent. */
export interface SignedRequest {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks: id and timestamp always, a signature for each key. The receiver recognises a repeat
 * by the id and an old request by the timestamp. HO1, HO2
 */
export function signRequest(
  { id, timestamp, body }: SignedRequest,
  keys: readonly Buffer[],
): { readonly [header: string]: string } {
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    ...(signatures.length === 0 ? {} : { 'webhook-signature': signatures.join(' ') }),
  };
}
