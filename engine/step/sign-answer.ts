import { feelOf, isExpression } from '../feel/expression.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task } from '../model/instance.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { isMeaning, type Meaning, MEANINGS_WITH_REASON, type Signature, type Signing } from '../model/signature.ts';
import type { Draft } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { canonicalJson } from './history-chain.ts';
import type { Run, StepContext } from './run.ts';
import { coveredBy, isCollectedAnswers, shownHash, shownNames } from './shown.ts';

/** An answer that may need a signature: of a task, or of a command. */
export interface ToSign {
  /** `meta.task.sign` or `meta.command.sign`. */
  readonly sign: string | undefined;
  /** The task's id, or the command's name. */
  readonly subject: string;
  readonly state: string;
  readonly name: string;
  readonly outcome: string;
  /** Names of `data` that the signer was shown. */
  readonly shown: readonly string[];
  readonly by: string;
  readonly onBehalfOf: string | null;
  readonly answers: JsonObject;
  readonly signing: Signing | undefined;
}

/** The meaning that an answer is to be signed with, or null if nothing is signed. SG1 */
export function meaningAsked(
  context: StepContext,
  draft: Draft,
  { sign, outcome, answers }: Pick<ToSign, 'sign' | 'outcome' | 'answers'>,
): Meaning | null {
  if (sign === undefined) return null;
  const said: Json = isExpression(sign) ? context.workflow.askBeside(feelOf(sign), draft, { outcome, answers }) : sign;
  if (said === null || isMeaning(said)) return said;
  throw new EngineError(
    'expression.failed',
    `"${sign}" gives ${JSON.stringify(said)}, which is no meaning of a signature. Correct the workflow.`,
  );
}

/** The same before there are answers: `depends` where the expression reads them, for only they tell. */
export function signOffered(
  context: StepContext,
  draft: Draft,
  { sign, outcome }: Pick<ToSign, 'sign' | 'outcome'>,
): Meaning | 'depends' | null {
  if (isExpression(sign) && context.workflow.reads(feelOf(sign), 'answers')) return 'depends';
  return meaningAsked(context, draft, { sign, outcome, answers: {} });
}

/**
 * Takes the signature that an answer needs into the case. SG1–SG5
 *
 * Refused: a missing one (`signature.required`), one that nobody asked for or of another meaning
 * (`signature.refused`), one under what has changed since it was shown (`signature.changed`).
 */
export function signAnswer(run: Run, asked: ToSign): void {
  const { context, before } = run;
  const meaning = meaningAsked(context, run.draft, asked);
  const { signing } = asked;
  if (meaning === null) {
    if (signing === undefined) return;
    throw new EngineError('signature.refused', 'Nothing is signed here. Send the answer without a signature.', {
      params: { reason: 'not-asked' },
    });
  }
  if (signing === undefined)
    throw new EngineError(
      'signature.required',
      `This answer is signed: "${meaning}". Prove that it is you, and send it again.`,
      {
        params: { meaning },
      },
    );
  refuseOther(signing, meaning);
  const { sha256, now, plant } = context;
  const covers = coveredBy(before, asked.shown, { own: asked.name, sha256 });
  if (shownHash(before, asked.subject, { covers, sha256 }) !== signing.shown)
    throw new EngineError(
      'signature.changed',
      'What you are about to sign has changed since you opened it. Read it again, then sign.',
    );
  const answer = answerHash(run, asked.name);
  const bare: Omit<Signature, 'id' | 'hash' | 'voided'> = {
    subject: asked.subject,
    state: asked.state,
    name: asked.name,
    outcome: asked.outcome,
    by: asked.by,
    printedName: plant.people.get(asked.by)?.name ?? { en: asked.by },
    onBehalfOf: asked.onBehalfOf,
    meaning,
    reason: signing.reason.trim(),
    method: signing.method,
    at: now,
    covers: { ...covers, answer },
  };
  run.serial += 1;
  const hash = sha256(
    canonicalJson({ ...bare, instance: before.id, number: before.number, version: before.versionHash } as never),
  );
  const signature: Signature = { id: `s${run.serial}`, ...bare, hash, voided: null };
  run.instance = { ...run.instance, signatures: [...(run.instance.signatures ?? []), signature] };
  run.notes.push({ kind: 'signed', signature });
}

/** The hash of the answer as it stands in the data now: the last one, where they are collected in a list. */
function answerHash({ draft, context }: Run, name: string): string {
  const value = draft.data[name] ?? null;
  return context.sha256(canonicalJson(isCollectedAnswers(value) ? (value.at(-1) ?? null) : value));
}

function refuseOther(signing: Signing, meaning: Meaning): void {
  if (signing.meaning !== meaning)
    throw new EngineError(
      'signature.refused',
      `This answer is signed with the meaning "${meaning}", not "${signing.meaning}". Open the task again.`,
      { params: { reason: 'meaning', meaning } },
    );
  if (MEANINGS_WITH_REASON.includes(meaning) && signing.reason.trim() === '')
    throw new EngineError('signature.refused', `Whoever signs "${meaning}" says why. Write the reason.`, {
      params: { reason: 'no-reason', meaning },
    });
}

/** Names that a task shows beside its form. */
export function shownOfTask(
  context: Pick<StepContext, 'workflow'>,
  instance: Pick<Instance, 'data'>,
  task: Pick<Task, 'state' | 'form'>,
): readonly string[] {
  const { workflow } = context;
  const node = workflow.byKey.get(task.state) as StateNode;
  return shownNames(
    { task: node.file.meta?.task, form: workflow.version.bundle.forms[task.form] },
    { nodes: workflow.nodes, start: workflow.file.meta.start.into, data: instance.data },
  );
}

/** What a signer of a task would sign now: its hash goes out with the task and comes back with the signature. SG4 */
export function taskToSign(context: StepContext, instance: Instance, task: Task): string {
  const { sha256 } = context;
  const covers = coveredBy(instance, shownOfTask(context, instance, task), { own: task.name, sha256 });
  return shownHash(instance, task.id, { covers, sha256 });
}

/** The same for a command: it is given under the whole case. */
export function commandToSign(context: StepContext, instance: Instance, type: string): string {
  const { sha256 } = context;
  const covers = coveredBy(instance, Object.keys(instance.data), { own: type, sha256 });
  return shownHash(instance, type, { covers, sha256 });
}
