import type { Instance } from '../../../engine/model/instance.ts';
import { textIn } from '../../../engine/model/language.ts';
import {
  isMeaning,
  MEANING_TITLES,
  MEANINGS_WITH_REASON,
  type Meaning,
  type Signature,
} from '../../../engine/model/signature.ts';
import { isoOf } from '../../../engine/step/run.ts';
import type { CaseTexts } from '../case-texts.ts';
import { personName, type Reader } from '../reader.ts';
import type { SignatureView, SignView } from '../views/signature-view.ts';

interface Given {
  readonly texts: CaseTexts;
  readonly reader: Reader;
}

/** The signatures of a case, oldest first. */
export function presentSignatures(instance: Pick<Instance, 'signatures'>, given: Given): readonly SignatureView[] {
  return (instance.signatures ?? []).map((signature) => presentSignature(signature, given));
}

export function presentSignature(signature: Signature, { texts, reader }: Given): SignatureView {
  const { voided } = signature;
  const titleOf = (name: string): string => {
    const found = texts.formOf(name);
    return found === undefined ? name : found.state === null ? found.form.title : texts.stateTitle(found.state);
  };
  return {
    id: signature.id,
    name: textIn(signature.printedName, reader.language),
    onBehalfOf: signature.onBehalfOf === null ? null : personName(reader, signature.onBehalfOf),
    meaning: signature.meaning,
    meaningTitle: MEANING_TITLES[signature.meaning][reader.language],
    at: isoOf(signature.at),
    reason: signature.reason,
    step: signature.state === '' ? texts.outcomeTitle('', signature.outcome) : texts.stateTitle(signature.state),
    outcomeTitle: texts.outcomeTitle(signature.state, signature.outcome),
    hash: signature.hash,
    voided: voided === null ? null : { at: isoOf(voided.at), changed: voided.names.map(titleOf) },
  };
}

/** What an answer would be signed with, or null for nothing. */
export function presentSign(sign: Meaning | 'depends' | null, reader: Reader): SignView | null {
  if (sign === null) return null;
  return isMeaning(sign)
    ? {
        meaning: sign,
        title: MEANING_TITLES[sign][reader.language],
        reasonNeeded: MEANINGS_WITH_REASON.includes(sign),
      }
    : { meaning: sign, title: null, reasonNeeded: false };
}
