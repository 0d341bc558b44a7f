import type { Effect, Incident, Instance, Timer } from '../../../engine/model/instance.ts';
import { leads, mayResolve } from '../../../engine/step/lead-case.ts';
import { mayView } from '../../../engine/step/people.ts';
import { isoOf, openRun, type StepContext } from '../../../engine/step/run.ts';
import { EXPLAIN_WORDS } from '../../texts/explain-words.ts';
import { incidentSentence } from '../../texts/incident-sentences.ts';
import type { CaseTexts } from '../case-texts.ts';
import { type Reader, roleName, say } from '../reader.ts';
import type { IncidentRowView, WaitView } from '../views/instance-view.ts';

type Action = IncidentRowView['actions'][number];

/** The effect or the timer that an incident stopped, if it is one of them. */
export function stoppedWork(
  incident: Incident,
  instance: Instance,
): { readonly effect: Effect | undefined; readonly timer: Timer | undefined } {
  return {
    effect: Object.values(instance.effects).find((one) => one.incident === incident.id),
    timer: Object.values(instance.timers).find((one) => one.incident === incident.id),
  };
}

/** The step that stopped, in words; null where it is the case itself. */
export function incidentStep(incident: Incident, instance: Instance, texts: CaseTexts): string | null {
  const { effect, timer } = stoppedWork(incident, instance);
  const state = instance.tasks[incident.task ?? '']?.state ?? effect?.state ?? timer?.state ?? '';
  return state === '' ? null : texts.stateTitle(state);
}

/** What stopped and why, in the reader's language; in English as the engine said it. */
export function incidentMessage(
  incident: Incident,
  instance: Instance,
  { texts, reader }: { readonly texts: CaseTexts; readonly reader: Reader },
): string {
  const { effect, timer } = stoppedWork(incident, instance);
  const step = incidentStep(incident, instance, texts) ?? effect?.src ?? null;
  const attempts = effect?.attempt ?? timer?.attempt ?? 0;
  return incidentSentence({ code: incident.code, step, attempts }, reader.language) ?? incident.message;
}

/** What somebody who may decide can decide of it. */
export function incidentActions(incident: Incident, instance: Instance, context: StepContext): readonly Action[] {
  const { effect, timer } = stoppedWork(incident, instance);
  if (effect === undefined) return timer === undefined ? [] : ['retry', 'skip'];
  const way = effect.state === null ? undefined : context.workflow.byKey.get(effect.state)?.file.invoke?.onError;
  return way === undefined && effect.state !== null ? ['retry', 'skip'] : ['retry', 'skip', 'cancel'];
}

/** An incident as what a case waits for: who decides, and what they can. */
export function presentIncidentWait(
  incident: Incident,
  instance: Instance,
  given: { readonly texts: CaseTexts; readonly reader: Reader; readonly context: StepContext },
): Pick<WaitView, 'kind' | 'title' | 'since' | 'people' | 'who'> {
  const { texts, reader, context } = given;
  const run = openRun(context, instance, { type: 'explain', by: null, data: null });
  const words = EXPLAIN_WORDS[reader.language];
  const task = instance.tasks[incident.task ?? ''];
  const actions = incidentActions(incident, instance, context);
  const owners = texts.file.meta.owner ?? [];
  // Whoever may decide but does not see the case could not do it.
  const people = [...reader.plant.people.values()].filter(
    (person) =>
      mayView(instance.viewers, person, reader.plant) &&
      (task === undefined ? mayResolve(run, person) : leads(run, person, task)),
  );
  return {
    kind: 'incident',
    title: incidentMessage(incident, instance, given),
    since: isoOf(incident.at),
    people: people.map(({ id, name, roles }) => ({
      id,
      name: say(reader, name),
      role: roleName(reader, roles.find((role) => owners.includes(role)) ?? roles[0] ?? ''),
      holds: false,
    })),
    who: task !== undefined ? words.handsOver : actions.length === 0 ? words.correctsIt : words.decides(actions),
  };
}
