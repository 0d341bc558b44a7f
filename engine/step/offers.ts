import type { Instance, Task } from '../model/instance.ts';
import type { Meaning } from '../model/signature.ts';
import type { TransitionFile } from '../model/workflow-file.ts';
import { feelOf, isExpression } from '../feel/expression.ts';
import { asList } from '../workflow/candidates.ts';
import type { DeclaredCommand } from '../workflow/compile-workflow.ts';
import { type Draft, withItem } from '../workflow/draft.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { itemName } from './apply-marks.ts';
import { configurationOf } from './move-case.ts';
import { type NextStep, nextSteps } from './next-steps.ts';
import { denialOf } from './people.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { askedOf, declaredCommand } from './run-command.ts';
import { signOffered } from './sign-answer.ts';

/** Whether an outcome can be picked: yes, no, or as the answers will have it. EP1 */
export interface OutcomeOffer {
  readonly outcome: string;
  readonly offer: 'offered' | 'refused' | 'depends';
  /** Refused: names of `data` whose values stand in its way, where the guard says so one by one. */
  readonly against: readonly string[];
  /** Depends: fields of the form that its guard reads. */
  readonly fields: readonly string[];
  readonly next: readonly NextStep[];
  /** What it is signed with; `depends`: only the answers tell. */
  readonly sign: Meaning | 'depends' | null;
}

type Verdict = {
  readonly offer: OutcomeOffer['offer'];
  readonly against: readonly string[];
  readonly fields: readonly string[];
};

/** What each outcome of an open task is worth now, in the workflow's order. From the same guards as the step; nothing is changed. */
export function offerOutcomes(context: StepContext, instance: Instance, task: Task): readonly OutcomeOffer[] {
  const node = context.workflow.byKey.get(task.state) as StateNode;
  const { draft } = openRun(context, instance, { type: 'explain', by: null, data: null });
  if (task.each !== undefined) return offerItem(context, { draft, node, task });
  return Object.entries(node.file.on ?? {}).map(([outcome, transitions]) => {
    const candidates = asList<string | TransitionFile>(
      transitions as string | TransitionFile | readonly (string | TransitionFile)[],
    ).map((candidate) => (typeof candidate === 'string' ? { target: candidate } : candidate));
    const verdicts = candidates.map((candidate) =>
      verdictOf(context, draft, { guard: candidate.guard, name: task.name }),
    );
    const chosen = best(verdicts);
    const way = candidates[verdicts.indexOf(chosen)];
    return {
      outcome,
      ...chosen,
      next: way === undefined ? [] : nextSteps(context, draft, { from: node, transition: way }),
      sign: signOffered(context, draft, { sign: node.file.meta?.task?.sign, outcome }),
    };
  });
}

/** The buttons of one item of a `forEach`: always offered; what follows is known when all are collected. */
function offerItem(
  context: StepContext,
  { draft, node, task }: { readonly draft: Draft; readonly node: StateNode; readonly task: Task },
): readonly OutcomeOffer[] {
  const [way] = asList<string | TransitionFile>((node.file.on?.['collected'] ?? []) as TransitionFile);
  const next =
    way === undefined || typeof way === 'string' ? [] : nextSteps(context, draft, { from: node, transition: way });
  return Object.keys(node.file.meta?.task?.outcomes ?? {}).map((outcome) => ({
    outcome,
    offer: 'offered',
    against: [],
    fields: [],
    next,
    sign: withItem(draft, itemName(task.each), () =>
      signOffered(context, draft, { sign: node.file.meta?.task?.sign, outcome }),
    ),
  }));
}

/** The first candidate that may be taken speaks for the outcome; if none may, the last one says why. */
function best(verdicts: readonly Verdict[]): Verdict {
  const open = verdicts.find((verdict) => verdict.offer !== 'refused') ?? verdicts.at(-1);
  return open ?? { offer: 'refused', against: [], fields: [] };
}

/**
 * Judges one guard before the answers are known: each operand of its `and` apart. One that does not read the answers
 * and does not hold refuses; else one that reads them makes it depend. EP2
 */
function verdictOf(
  context: StepContext,
  draft: Draft,
  asked: { readonly guard: string | undefined; readonly name: string },
): Verdict {
  if (!isExpression(asked.guard)) return { offer: 'offered', against: [], fields: [] };
  const { workflow } = context;
  const readsAnswers = (path: readonly string[]): boolean =>
    path[0] === 'data' && (path[1] === asked.name || path[1] === undefined);
  const parts = workflow
    .expression(feelOf(asked.guard))
    .facts.conjuncts.map((part) => ({ part, own: workflow.expression(part).facts.paths.filter(readsAnswers) }));
  const failing = parts.filter(({ part, own }) => own.length === 0 && workflow.ask(part, draft) !== true);
  if (failing.length > 0)
    return {
      offer: 'refused',
      against: [...new Set(failing.flatMap(({ part }) => standingAgainst(context, draft, part)))],
      fields: [],
    };
  const depending = parts.filter(({ own }) => own.length > 0);
  const fields = new Set(depending.flatMap(({ own }) => own.map((path) => path[2] ?? '')));
  return {
    offer: depending.length === 0 ? 'offered' : 'depends',
    against: [],
    fields: [...fields].filter((field) => field !== ''),
  };
}

const EVERY = /^every\s+([a-z_]\w*)\s+in\s+\[([^\]]*)\]\s+satisfies\s+([\s\S]+)$/;

/**
 * Names whose opinions fail a part, so that a person reads whose it is: of `every r in [data.a, data.b] satisfies …`
 * those that fail it, else every name whose outcome the part reads.
 */
function standingAgainst(context: StepContext, draft: Draft, part: string): readonly string[] {
  const [, variable, list, condition] = EVERY.exec(part.trim()) ?? [];
  if (variable === undefined || list === undefined || condition === undefined) {
    return context.workflow
      .expression(part)
      .facts.paths.flatMap(([root, name, member]) =>
        root === 'data' && member === 'outcome' && name !== undefined ? [name] : [],
      );
  }
  const paths = list
    .split(',')
    .map((path) => path.trim())
    .filter((path) => /^data\.[a-z]\w*$/.test(path));
  return paths
    .filter((path) => context.workflow.ask(`every ${variable} in [${path}] satisfies ${condition}`, draft) !== true)
    .map((path) => path.slice('data.'.length));
}

/** A command of the case as a person meets it. `shown` is false for what is not theirs to see. EP4 */
export interface CommandOffer {
  readonly command: DeclaredCommand;
  readonly offered: boolean;
  readonly reason: 'guard' | 'denied' | null;
  readonly sign: Meaning | 'depends' | null;
}

/** The commands that the case's active states declare, the innermost of a name first, with whether this person may use them now. */
export function offerCommands(context: StepContext, instance: Instance, person: string): readonly CommandOffer[] {
  if (instance.status !== 'active') return [];
  const run = openRun(context, instance, { type: 'explain', by: person, data: null });
  const types = [...new Set(context.workflow.commands.map((command) => command.type))];
  return types.flatMap((type) => {
    const command = declaredCommand(run, type);
    return command === undefined ? [] : [offerOf(run, command, person)];
  });
}

/** The declaration of a command that this case would meet now. */
export function declaredCommandOf(context: StepContext, instance: Instance, type: string): DeclaredCommand | undefined {
  return instance.status === 'active'
    ? declaredCommand(openRun(context, instance, { type: 'explain', by: null, data: null }), type)
    : undefined;
}

function offerOf(run: Run, command: DeclaredCommand, person: string): CommandOffer {
  const { workflow, plant } = run.context;
  const sign = signOffered(run.context, run.draft, { sign: command.file.sign, outcome: command.type });
  const denied = denialOf(askedOf(run, command), run.before.evidence, plant.people.get(person), plant) !== null;
  if (denied) return { command, offered: false, reason: 'denied', sign };
  const can = workflow.within(run.draft, () => configurationOf(run).can(command.type));
  return { command, offered: can, reason: can ? null : 'guard', sign };
}
