import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { Json } from '../../engine/model/json.ts';
import { mayView } from '../../engine/step/people.ts';
import { mayResolve } from '../../engine/step/lead-case.ts';
import { isoOf, openRun } from '../../engine/step/run.ts';
import type { Cases } from './cases.ts';
import { type ServiceParts, textsOf, visibleCase } from './parts.ts';
import { incidentActions, incidentMessage, incidentStep, stoppedWork } from './present/present-incident.ts';
import { presentInstanceRow } from './present/present-instance.ts';
import { readTaskName } from './present/present-task.ts';
import { type Reader, viewerOf } from './reader.ts';
import type { IncidentRowView, InstanceView } from './views/instance-view.ts';
import type { Page } from './views/shared-views.ts';

interface Decision {
  readonly reason: string;
  readonly command: string;
}

/** What people who lead do over the work of others: hand it on, give it more time, decide what stopped. */
export interface Oversight {
  reassign(reader: Reader, task: string, to: Decision & { readonly to: string }): Promise<InstanceView>;
  /** Lets a person do a task whom separation of duties keeps out: the plant manager, in an emergency. */
  liftSeparation(reader: Reader, task: string, of: Decision & { readonly person: string }): Promise<InstanceView>;
  /** Moves the due time of a task (`<case>.t3`) or of a pending timer (`<case>.m4`). */
  moveDue(reader: Reader, work: string, to: Decision & { readonly dueAt: string }): Promise<InstanceView>;
  /** Adds items to an open step that is done once for each, or takes open ones back. */
  changeItems(
    reader: Reader,
    instance: string,
    change: Decision & { readonly state: string; readonly add: readonly Json[]; readonly remove: readonly string[] },
  ): Promise<InstanceView>;
  resolve(
    reader: Reader,
    instance: string,
    to: Decision & { readonly incident: string; readonly action: 'retry' | 'skip' | 'cancel'; readonly value?: Json },
  ): Promise<InstanceView>;
  /** What stopped in cases that the reader may see, newest case first. */
  incidents(
    reader: Reader,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<IncidentRowView>>;
}

export function openOversight(parts: ServiceParts, cases: Cases): Oversight {
  const { store, engine } = parts;

  const find = async (
    reader: Reader,
    name: string,
  ): Promise<{ readonly instance: Instance; readonly work: string }> => {
    const [id = '', work = ''] = splitName(name);
    const instance = await store.load(id);
    if (instance === undefined || !mayView(instance.viewers, reader.person, reader.plant))
      throw new EngineError('task.not_found', 'There is no such task, or you may not see it. Go back to the inbox.');
    return { instance, work };
  };

  return {
    async reassign(reader, task, { to, reason, command }) {
      const { instance, work } = await find(reader, task);
      const by = reader.person.id;
      const id = instance.id;
      const sent = await engine.send({ kind: 'reassign', id: command, instance: id, task: work, to, by, reason });
      return cases.present(reader, sent.instance);
    },
    async liftSeparation(reader, name, { person, reason, command }) {
      const { instance, work: task } = await find(reader, name);
      const by = reader.person.id;
      const sent = await engine.send({
        kind: 'lift_separation',
        id: command,
        instance: instance.id,
        task,
        person,
        by,
        reason,
      });
      return cases.present(reader, sent.instance);
    },
    async moveDue(reader, name, { dueAt, reason, command }) {
      const { instance, work } = await find(reader, name);
      const at = Date.parse(dueAt);
      const by = reader.person.id;
      const id = instance.id;
      const sent = await engine.send({ kind: 'move_due', id: command, instance: id, work, dueAt: at, by, reason });
      return cases.present(reader, sent.instance);
    },
    async changeItems(reader, id, { command, ...change }) {
      const { id: instance } = await visibleCase(parts, reader, id);
      const by = reader.person.id;
      const sent = await engine.send({ kind: 'change_items', id: command, instance, by, ...change });
      return cases.present(reader, sent.instance);
    },
    async resolve(reader, id, { command, ...decision }) {
      const { id: instance } = await visibleCase(parts, reader, id);
      const sent = await engine.send({ kind: 'resolve', id: command, instance, by: reader.person.id, ...decision });
      return cases.present(reader, sent.instance);
    },
    async incidents(reader, { limit, cursor }) {
      const page = await store.listInstances({
        viewer: viewerOf(reader),
        stopped: true,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const loaded = await Promise.all(page.items.map((row) => store.load(row.id)));
      const rows = await Promise.all(
        loaded.flatMap((instance) => (instance === undefined ? [] : [incidentRows(parts, reader, instance)])),
      );
      return { items: rows.flat(), next: page.next };
    },
  };
}

async function incidentRows(
  parts: ServiceParts,
  reader: Reader,
  instance: Instance,
): Promise<readonly IncidentRowView[]> {
  const texts = await textsOf(parts, reader, instance);
  const context = await parts.engine.context(instance);
  const run = openRun(context, instance, { type: 'explain', by: reader.person.id, data: null });
  const decides = mayResolve(run, reader.person);
  const { id, number, subject, workflow } = presentInstanceRow(
    { ...instance, incidents: Object.keys(instance.incidents).length },
    texts,
    reader,
  );
  return Object.values(instance.incidents).map((incident) => {
    const { effect, timer } = stoppedWork(incident, instance);
    return {
      id: incident.id,
      code: incident.code,
      message: incidentMessage(incident, instance, { texts, reader }),
      at: isoOf(incident.at),
      step: incidentStep(incident, instance, texts),
      attempts: effect?.attempt ?? timer?.attempt ?? 0,
      task: incident.task === null ? null : `${id}.${incident.task}`,
      instance: { id, number, subject, workflow },
      actions: decides ? incidentActions(incident, instance, context) : [],
    };
  });
}

/** `<case>.t3` of a task, `<case>.m4` of a timer. */
function splitName(name: string): readonly [string, string] {
  const task = readTaskName(name);
  if (task !== undefined) return [task.instance, task.task];
  const [instance = '', work = ''] = name.split('.');
  return [instance, /^m\d+$/.test(work) ? work : ''];
}
