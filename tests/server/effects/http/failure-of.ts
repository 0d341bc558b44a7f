import { EffectFailure } from '../../../../engine/ports/effect-handler.ts';

/** Awaits a call that must fail as effects do, and gives the failure. */
export async function failureOf(call: Promise<unknown>): Promise<EffectFailure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof EffectFailure) return error;
    throw error;
  }
  throw new Error('The call was to fail and did not.');
}
