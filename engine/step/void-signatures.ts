import type { Json } from '../model/json.ts';
import type { Signature } from '../model/signature.ts';
import type { Sha256 } from './history-chain.ts';
import type { Run } from './run.ts';
import { hashOf } from './shown.ts';

/** A signature whose covered data this step has changed is void from now on, and the history says by what. SG6 */
export function voidSignatures(run: Run): void {
  const { draft, before, context } = run;
  const signatures = run.instance.signatures ?? [];
  if (draft.written.size === 0 || signatures.length === 0) return;
  // Each changed value is hashed once, however many signatures cover it.
  const written = [...draft.written].map((name) => writtenNow(name, draft.data[name], context.sha256));
  const checked = signatures.map((signature): Signature => {
    if (signature.voided !== null) return signature;
    const names = written.filter((now) => isBroken(signature, now)).map(({ name }) => name);
    if (names.length === 0) return signature;
    run.notes.push({ kind: 'signature_void', signature: signature.id, names });
    return { ...signature, voided: { at: context.now, rev: before.rev + 1, names } };
  });
  if (checked.some((signature, index) => signature !== signatures[index]))
    run.instance = { ...run.instance, signatures: checked };
}

/** A name that this step has written, and the hash of its value: of collected answers one each, of nothing null. */
interface WrittenNow {
  readonly name: string;
  readonly hash: string | readonly string[] | null;
}

function writtenNow(name: string, value: Json | undefined, sha256: Sha256): WrittenNow {
  return { name, hash: value === undefined ? null : hashOf(value, sha256) };
}

function isBroken({ covers, name: own }: Signature, { name, hash }: WrittenNow): boolean {
  const known = name === own ? covers.answer : Object.hasOwn(covers.data, name) ? covers.data[name] : undefined;
  if (known === undefined) return false;
  if (hash === null) return true;
  // The signer's own answer may stand alone, or among those that were collected.
  if (name === own) return Array.isArray(hash) ? !hash.includes(covers.answer) : hash !== covers.answer;
  if (typeof known === 'string') return hash !== known;
  // Answers that were collected: more may come, none may go.
  return typeof hash === 'string' || known.some((one) => !hash.includes(one));
}
