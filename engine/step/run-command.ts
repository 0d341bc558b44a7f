import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance } from '../model/instance.ts';
import type { DeclaredCommand } from '../workflow/compile-workflow.ts';
import { namesOf } from './apply-marks.ts';
import { configurationOf, moveCase, refuseEnded } from './move-case.ts';
import { type Asked, denialOf, principalOf } from './people.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';
import { signAnswer } from './sign-answer.ts';
import { takeAnswers } from './take-answers.ts';

/** A command of the case, outside any task: the innermost active state that declares it takes it. CM1–CM3 */
export function runCommand(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'command' }>,
): Commit {
  const { workflow, plant } = context;
  const run = openRun(context, before, { type: command.type, by: command.by, data: command.answers });
  refuseEnded(run);
  const declared = declaredCommand(run, command.type);
  if (declared === undefined) throw notOffered(before, command.type);
  return workflow.within(run.draft, () => {
    if (denialOf(askedOf(run, declared), before.evidence, plant.people.get(command.by), plant) !== null) {
      throw new EngineError(
        'permission.denied',
        `You may not do "${declared.first.description ?? command.type}" in this case.`,
        { params: { command: command.type } },
      );
    }
    const onBehalfOf = principalOf(askedOf(run, declared), before.evidence, plant.people.get(command.by), plant);
    const { form, into } = declared.file;
    const file = form === undefined ? null : (workflow.version.bundle.forms[form] ?? null);
    takeAnswers(run, {
      form: file,
      name: into ?? command.type,
      by: command.by,
      onBehalfOf,
      answers: command.answers,
      refs: command.refs,
      outcome: null,
      prefill: {},
    });
    signAnswer(run, {
      sign: declared.file.sign,
      subject: command.type,
      state: declared.state.key,
      name: into ?? command.type,
      outcome: command.type,
      shown: Object.keys(before.data),
      by: command.by,
      onBehalfOf,
      answers: command.answers,
      signing: command.signing,
    });
    const configuration = configurationOf(run);
    if (!configuration.can(command.type)) throw notOffered(before, command.type);
    moveCase(run, configuration, command.type);
    return sealCommit(run, command, {
      kind: 'command',
      type: command.type,
      by: command.by,
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
      ...(declared.state.key === '' ? {} : { state: declared.state.key }),
    });
  });
}

/** The declaration that an event of this name would meet: of the innermost active state, the root last. */
export function declaredCommand(run: Run, type: string): DeclaredCommand | undefined {
  const { active } = configurationOf(run);
  return run.context.workflow.commands
    .filter((declared) => declared.type === type && active.has(declared.state.id))
    .sort((a, b) => b.state.path.length - a.state.path.length)[0];
}

/** Who may do a command, as its names stand now. */
export function askedOf(run: Run, declared: DeclaredCommand): Asked {
  const { workflow } = run.context;
  const { roles, by, notBy } = declared.file;
  const ask = (value: string | readonly string[] | undefined) => namesOf(workflow.evaluate(value ?? null, run.draft));
  return {
    roles: roles === undefined ? null : ask(roles),
    by: by === undefined ? null : ask(by),
    notBy: ask(notBy),
    fallback: [],
  };
}

function notOffered(before: Instance, type: string): EngineError {
  return new EngineError(
    'command.not_offered',
    `"${type}" is not offered in ${before.number} now. Look at the case to see what is.`,
    { params: { command: type, number: before.number } },
  );
}
