import { isEngineError } from '../../engine/model/engine-error.ts';
import { isJsonObject } from '../../engine/model/json.ts';
import { MEANINGS, type Meaning, type Signing } from '../../engine/model/signature.ts';
import type { Signer } from '../identity/signer.ts';
import { readSessionCookie } from './cookies.ts';
import type { Call } from './route.ts';
import { requestObject, TEXT } from './schemas.ts';

/** A signature as a client sends it: proof, meaning, reason, and the hash of what was shown. */
export const SIGNATURE_BODY = requestObject(
  {
    login: TEXT(
      200,
      'The signer’s own user name: asked at the first signing of a session, and after ten minutes without one',
    ),
    password: TEXT(1_000),
    meaning: { enum: [...MEANINGS] },
    reason: TEXT(1_000),
    shown: TEXT(64, '`toSign` of the task or command that is signed'),
  },
  ['password', 'meaning', 'shown'],
);

/**
 * The signature of a call, once its sender has proved who they are; undefined if the call brings none.
 *
 * A proof that fails is written into the case (`note`) before it is refused with `signature.not_proved`.
 */
export async function signCall(
  signer: Signer,
  call: Call,
  note: () => Promise<void>,
): Promise<{ readonly signing?: Signing }> {
  const given = call.body['signature'];
  if (!isJsonObject(given)) return {};
  const { request, reader } = call;
  const seat = { person: reader.person, secret: readSessionCookie(request) ?? '', address: request.ip ?? '' };
  const login = given['login'];
  try {
    await signer.prove(seat, {
      login: typeof login === 'string' ? login : undefined,
      password: String(given['password']),
    });
  } catch (error) {
    if (isEngineError(error, 'signature.not_proved') && error.params['reason'] !== 'both') await note();
    throw error;
  }
  return {
    signing: {
      meaning: given['meaning'] as Meaning,
      reason: String(given['reason'] ?? ''),
      method: signer.method,
      shown: String(given['shown']),
    },
  };
}
