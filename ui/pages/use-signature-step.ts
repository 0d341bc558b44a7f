import { useState } from 'react';
import { isMeaning, type Meaning } from '../../engine/model/signature.ts';
import type { SignView } from '../../server/services/views/signature-view.ts';
import { ApiError, hasCode, isUnknown } from '../api/api-error.ts';
import { isAboutProof, type SignatureGiven } from '../api/signing.ts';
import type { ToSign } from '../components/SignDialog.tsx';

/** The signature that something pressed waits for: to be spread into the dialog. */
export interface Signing {
  readonly toSign: ToSign;
  readonly error: Error | null;
  readonly onSign: (signature: SignatureGiven) => void;
  readonly onClose: () => void;
}

/** The step between pressing a button and sending what it means. */
export interface SignatureStep<Pressed> {
  /** Sends at once where nothing is signed, or where only the answers tell; else asks first. */
  readonly press: (pressed: Pressed, sign: SignView | null) => void;
  /** True where the refusal is the dialog's to say: a signature is needed after all, or its proof failed. */
  readonly takes: (error: Error, pressed: Pressed) => boolean;
  readonly close: () => void;
  readonly signing: Signing | null;
}

/** What is sent, how it is named to the signer, and how the last sending failed. */
export interface SignatureStepOptions<Pressed> {
  readonly describe: (pressed: Pressed, meaning: Meaning) => ToSign;
  readonly send: (pressed: Pressed, signature?: SignatureGiven) => void;
  readonly error: Error | null;
}

/** Asks for a signature where an answer needs one, whoever found that out: the page beforehand, or the server. */
export function useSignatureStep<Pressed>({
  describe,
  send,
  error,
}: SignatureStepOptions<Pressed>): SignatureStep<Pressed> {
  const [asked, setAsked] = useState<{ readonly pressed: Pressed; readonly toSign: ToSign } | null>(null);
  const ask = (pressed: Pressed, meaning: Meaning) => setAsked({ pressed, toSign: describe(pressed, meaning) });
  const close = () => setAsked(null);
  return {
    press: (pressed, sign) => {
      if (sign === null || !isMeaning(sign.meaning)) send(pressed);
      else ask(pressed, sign.meaning);
    },
    takes: (refusal, pressed) => {
      const meaning = refusal instanceof ApiError ? refusal.params['meaning'] : undefined;
      if (!hasCode(refusal, 'signature.required') || !isMeaning(meaning)) return isAboutProof(refusal);
      ask(pressed, meaning);
      return true;
    },
    close,
    signing:
      asked === null
        ? null
        : {
            toSign: asked.toSign,
            error: isAboutProof(error) || isUnknown(error) ? error : null,
            onSign: (signature) => send(asked.pressed, signature),
            onClose: close,
          },
  };
}
