import type { Json } from '../model/json.ts';
import type { Signature } from '../model/signature.ts';
import { canonicalJson, type Sha256 } from './history-chain.ts';
import type { Run } from './run.ts';
import { hashOf, isCollectedAnswers } from './shown.ts';

/** A signature whose covered data this step has changed is void from now on, and the history says by what. SG6 */
export function voidSignatures(run: Run): void {
  const { draft, before, context } = run;
  const signatures = run.instance.signatures ?? [];
  if (draft.written.size === 0 || signatures.length === 0) return;
  const checked = signatures.map((signature): Signature => {
    if (signature.voided !== null) return signature;
    const names = [...draft.written].filter((name) =>
      isBroken(signature, name, { value: draft.data[name], sha256: context.sha256 }),
    );
    if (names.length === 0) return signature;
    run.notes.push({ kind: 'signature_void', signature: signature.id, names });
    return { ...signature, voided: { at: context.now, rev: before.rev + 1, names } };
  });
  if (checked.some((signature, index) => signature !== signatures[index]))
    run.instance = { ...run.instance, signatures: checked };
}

function isBroken(
  { covers, name: own }: Signature,
  name: string,
  { value, sha256 }: { readonly value: Json | undefined; readonly sha256: Sha256 },
): boolean {
  if (name === own) return !holdsAnswer(covers.answer, value, sha256);
  const known = Object.hasOwn(covers.data, name) ? covers.data[name] : undefined;
  if (known === undefined) return false;
  if (value === undefined) return true;
  const now = hashOf(value, sha256);
  if (typeof known === 'string') return now !== known;
  // Answers that were collected: more may come, none may go.
  return typeof now === 'string' || known.some((hash) => !now.includes(hash));
}

/** Whether the signer's own answer still stands: alone, or among those that were collected. */
function holdsAnswer(hash: string, value: Json | undefined, sha256: Sha256): boolean {
  if (value === undefined) return false;
  if (!isCollectedAnswers(value)) return sha256(canonicalJson(value)) === hash;
  return value.some((answer) => sha256(canonicalJson(answer)) === hash);
}
