import type { Instance } from '../../../engine/model/instance.ts';
import type { Json } from '../../../engine/model/json.ts';
import type { InstanceRow } from '../../../engine/ports/store.ts';
import { offerCommands } from '../../../engine/step/offers.ts';
import { leads } from '../../../engine/step/lead-case.ts';
import { isoOf, openRun, type StepContext } from '../../../engine/step/run.ts';
import { commandToSign } from '../../../engine/step/sign-answer.ts';
import type { WorkingTime } from '../../../engine/workflow/plant-time.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { Relations } from '../case-relations.ts';
import type { CaseTexts } from '../case-texts.ts';
import { personName, type Reader, say } from '../reader.ts';
import type { CommandView, InstanceRowView, InstanceView, LightView } from '../views/instance-view.ts';
import { presentFacts } from './present-facts.ts';
import { presentForm } from './present-form.ts';
import { presentGuard } from './present-guard.ts';
import { activeLeaves } from './present-idle.ts';
import { incidentMessage } from './present-incident.ts';
import { answeredTasks, presentAnswersOf } from './present-show.ts';
import { presentSign, presentSignatures } from './present-signatures.ts';
import { presentTaskRow, taskName } from './present-task.ts';
import { presentWaits } from './present-waits.ts';

const COLORS = ['blue', 'green', 'amber', 'red', 'grey'] as const;
/** Where a workflow gives its ends no colour. */
const STATUS_COLORS = { active: 'blue', done: 'green', cancelled: 'grey', void: 'grey' } as const;

export interface InstanceGiven {
  readonly texts: CaseTexts;
  readonly reader: Reader;
  readonly time: WorkingTime;
  readonly context: StepContext;
  readonly relations: Relations;
}

/** A row of a list of cases. */
export function presentInstanceRow(row: InstanceRow, texts: CaseTexts, reader: Reader): InstanceRowView {
  return { ...common(row, texts, reader), incidents: row.incidents };
}

/** A case as its page shows it. */
export function presentInstance(instance: Instance, given: InstanceGiven): InstanceView {
  const { texts, reader } = given;
  const names = [texts.file.meta.start.into, ...answeredTasks(instance, texts)];
  return {
    ...common(instance, texts, reader),
    key: instance.key,
    clock: presentClock(instance, given),
    ...given.relations,
    leads: ledTasks(instance, given),
    replaceable:
      instance.status !== 'active' && texts.file.meta.start.roles.some((role) => reader.person.roles.includes(role)),
    state: instance.state,
    revision: instance.rev,
    data: instance.data,
    tasks: Object.values(instance.tasks).map((task) => presentTaskRow({ task, instance }, given)),
    timers: Object.values(instance.timers)
      .filter(({ ladder }) => ladder === undefined)
      .map(({ id, state, dueAt }) => ({
        id,
        state,
        title: texts.stateTitle(state),
        dueAt: isoOf(dueAt),
      })),
    effects: Object.values(instance.effects).map(({ id, src, state, attempt, dueAt }) => ({
      id,
      src,
      state,
      title: state === null ? src : texts.stateTitle(state),
      attempt,
      dueAt: isoOf(dueAt),
    })),
    incidents: Object.values(instance.incidents).map((incident) => ({
      id: incident.id,
      code: incident.code,
      message: incidentMessage(incident, instance, given),
      at: isoOf(incident.at),
    })),
    end:
      instance.end === null
        ? null
        : {
            end: instance.end.end,
            title: texts.stateTitle(instance.end.end),
            status: instance.end.status,
            output: instance.end.output,
          },
    facts: presentFacts(texts.file.meta.facts ?? [], instance, texts, {
      refs: instance.refs,
      language: reader.language,
    }),
    answers: names.flatMap((name) => presentAnswersOf(name, instance, given)),
    files: instance.files.map(({ id, name, size, type, sha256, by, at }) => ({
      id,
      name,
      size,
      type,
      sha256,
      by: personName(reader, by),
      at: isoOf(at),
    })),
    documents: instance.documents.map(({ id, name, sha256, language, at }) => ({
      id,
      name,
      sha256,
      language,
      at: isoOf(at),
    })),
    signatures: presentSignatures(instance, given),
    commands: presentCommands(instance, given),
    waits: presentWaits(instance, given),
  };
}

const EXPLAIN = { type: 'explain', by: null, data: null } as const;

/** Open tasks that the reader may hand on and give more time. */
function ledTasks(instance: Instance, { context, reader }: InstanceGiven): readonly string[] {
  const run = openRun(context, instance, EXPLAIN);
  const led = Object.values(instance.tasks).filter((task) => leads(run, reader.person, task));
  return led.map((task) => taskName(instance.id, task.id));
}

/** What was promised of the case, and its pauses. */
function presentClock({ clock }: Instance, { texts, time }: InstanceGiven): InstanceView['clock'] {
  const { dueAt, suspendedAt, suspendedFor, suspendedMs } = clock;
  return {
    dueAt: dueAt === null ? null : isoOf(dueAt),
    soonAt: dueAt === null ? null : isoOf(time.soonAt(dueAt, texts.file.meta.calendar)),
    suspendedAt: suspendedAt === null ? null : isoOf(suspendedAt),
    suspendedFor: suspendedFor === null ? null : texts.waitedFor(suspendedFor),
    suspendedMs,
  };
}

function common(
  row: Omit<InstanceRow, 'incidents'>,
  texts: CaseTexts,
  reader: Reader,
): Omit<InstanceRowView, 'incidents'> {
  return {
    id: row.id,
    number: row.number,
    subject: say(reader, row.subject),
    workflow: { id: row.workflow, title: texts.file.description, version: row.version },
    status: row.status,
    light: lightOf(row, texts, reader),
    steps: activeSteps(row.state, texts),
    startedAt: isoOf(row.startedAt),
    endedAt: row.endedAt === null ? null : isoOf(row.endedAt),
    initiator: { id: row.initiator, name: personName(reader, row.initiator) },
  };
}

/** The case's word and colour: its own if the workflow gives them, else running, or the name of its end. */
function lightOf(row: Pick<InstanceRow, 'status' | 'light' | 'end'>, texts: CaseTexts, reader: Reader): LightView {
  const color = COLORS.find((known) => known === row.light?.color) ?? STATUS_COLORS[row.status];
  const own = row.light?.text ?? '';
  const word = row.end === null ? sentencesIn(reader.language).running : texts.stateTitle(row.end.end);
  return { text: own === '' ? word : own, color };
}

/** The innermost active states in words: what a person would say the case is doing. */
function activeSteps(state: Json, texts: CaseTexts): readonly string[] {
  return activeLeaves(state)
    .filter((key) => texts.nodes.get(key)?.file.type !== 'final' || texts.nodes.get(key)?.parent?.parent === null)
    .map((key) => texts.stateTitle(key));
}

/** Buttons of the case: those that are this person's to use. One whose guard says no stays, with its reason. */
function presentCommands(instance: Instance, given: InstanceGiven): readonly CommandView[] {
  const { texts, reader, context } = given;
  const said = sentencesIn(reader.language);
  return offerCommands(context, instance, reader.person.id)
    .filter((offer) => offer.reason !== 'denied')
    .map(({ command, offered, sign }) => ({
      type: command.type,
      title: texts.outcomeTitle(command.state.key, command.type),
      form: command.file.form === undefined ? null : presentForm(texts, command.file.form),
      offered,
      sign: presentSign(sign, reader),
      toSign: sign === null ? null : commandToSign(context, instance, command.type),
      reason: offered
        ? null
        : (presentGuard(command.first.guard, { instance, own: command.file.into ?? command.type }, given) ??
          said.notBeforeDecision),
    }));
}
