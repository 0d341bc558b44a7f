import { EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Signing } from '../../engine/model/signature.ts';
import type { Applied } from '../../engine/runtime/engine.ts';
import { mayView } from '../../engine/step/people.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { AnswerDoor } from './answer-door.ts';
import type { Cases } from './cases.ts';
import { closedError, findClosedTask } from './closed-task.ts';
import { failedSigning } from './failed-signing.ts';
import { type ServiceParts, textsOf, textsOfRow } from './parts.ts';
import { presentTaskRow, readTaskName } from './present/present-task.ts';
import { presentTaskPage } from './present/present-task-page.ts';
import type { Reader } from './reader.ts';
import { BOXES, taskFilter } from './task-filter.ts';
import { sayingProblems } from './translate-problems.ts';
import type { InstanceView } from './views/instance-view.ts';
import type { Page } from './views/shared-views.ts';
import type { Box, CountsView, TaskRowView, TaskView } from './views/task-view.ts';

/** Counts stop here and say so: nobody reads more, and counting all would cost. */
const COUNT_TO = 1_000;

export interface TaskListQuery {
  readonly box: Box;
  readonly order: 'due' | 'newest';
  readonly limit: number;
  readonly cursor?: string;
  /** Only tasks of this workflow. */
  readonly workflow?: string;
  /** A part of number or subject. */
  readonly q?: string;
}

export interface Completion {
  readonly outcome: string;
  readonly answers: JsonObject;
  /** The signer's, who has proved who they are just now. */
  readonly signing?: Signing;
}

/** The inbox, and what a person does with a task. */
export interface Tasks {
  list(reader: Reader, query: TaskListQuery): Promise<Page<TaskRowView>>;
  counts(reader: Reader): Promise<CountsView>;
  get(reader: Reader, name: string): Promise<TaskView>;
  claim(reader: Reader, name: string, command: string): Promise<InstanceView>;
  release(reader: Reader, name: string, command: string): Promise<InstanceView>;
  /** Writes into the case that a signer could not prove who they are. */
  noteSigning(reader: Reader, name: string, command: string): Promise<void>;
  complete(reader: Reader, name: string, completion: Completion & { readonly command: string }): Promise<InstanceView>;
}

export function openTasks(parts: ServiceParts, cases: Cases, doors: AnswerDoor): Tasks {
  const { store, engine, clock, keeper } = parts;

  /** The case of a task, if the reader may see it. Whether the task is open is the step's question, and a repeat must find its first outcome. */
  const find = async (
    reader: Reader,
    name: string,
  ): Promise<{ readonly instance: Instance; readonly task: string }> => {
    const ids = readTaskName(name);
    const instance = ids === undefined ? undefined : await store.load(ids.instance);
    if (ids === undefined || instance === undefined || !mayView(instance.viewers, reader.person, reader.plant))
      throw noTask();
    return { instance, task: ids.task };
  };

  /** A refusal because the task is closed gets what the reader needs beside it: who was first. */
  const namingTheFirst = async (
    reader: Reader,
    found: { readonly instance: Instance; readonly task: string },
    work: () => Promise<Applied>,
  ): Promise<Applied> => {
    try {
      return await work();
    } catch (error) {
      if (!isEngineError(error, 'task.closed')) throw error;
      const instance = (await store.load(found.instance.id)) ?? found.instance;
      const closed = await findClosedTask(parts, reader, {
        instance,
        task: found.task,
        texts: await textsOf(parts, reader, instance),
      });
      throw closed === undefined ? error : closedError(instance, closed);
    }
  };

  const act = async (
    reader: Reader,
    name: string,
    command: { readonly kind: 'claim' | 'release'; readonly id: string },
  ): Promise<InstanceView> => {
    const found = await find(reader, name);
    const applied = await namingTheFirst(reader, found, () =>
      engine.send({ ...command, instance: found.instance.id, task: found.task, by: reader.person.id }),
    );
    return cases.present(reader, applied.instance);
  };

  return {
    async list(reader, { box, order, limit, ...wanted }) {
      const page = await store.listTasks({
        ...taskFilter(reader, box, clock.now()),
        order,
        limit,
        ...wanted,
      });
      const items = await Promise.all(
        page.items.map(async (row) =>
          presentTaskRow(row, { texts: await textsOfRow(parts, reader, row.instance), reader, time: keeper.time() }),
        ),
      );
      return { items, next: page.next };
    },
    async counts(reader) {
      const counts = await Promise.all(
        BOXES.map((box) => store.countTasks(taskFilter(reader, box, clock.now()), COUNT_TO + 1)),
      );
      return Object.fromEntries(
        BOXES.map((box, index) => [
          box,
          { count: Math.min(counts[index] ?? 0, COUNT_TO), more: (counts[index] ?? 0) > COUNT_TO },
        ]),
      ) as unknown as CountsView;
    },
    async get(reader, name) {
      const found = await find(reader, name);
      const { instance } = found;
      const texts = await textsOf(parts, reader, instance);
      const open = Object.hasOwn(instance.tasks, found.task) ? instance.tasks[found.task] : undefined;
      const closed = open === undefined ? await findClosedTask(parts, reader, { ...found, texts }) : undefined;
      const task = open ?? closed?.task;
      if (task === undefined) throw noTask();
      return presentTaskPage(
        {
          instance,
          task,
          closed: closed?.closed ?? null,
          context: open === undefined ? null : await engine.context(instance),
        },
        { texts, reader, time: keeper.time(), now: isoOf(clock.now()) },
      );
    },
    claim: (reader, name, command) => act(reader, name, { kind: 'claim', id: command }),
    release: (reader, name, command) => act(reader, name, { kind: 'release', id: command }),
    async noteSigning(reader, name, command) {
      const { instance, task } = await find(reader, name);
      await engine.send({ ...failedSigning(reader, command), instance: instance.id, subject: task });
    },
    async complete(reader, name, { outcome, answers, command, signing }) {
      const found = await find(reader, name);
      const { instance } = found;
      const form = (await textsOf(parts, reader, instance)).forms.get(instance.tasks[found.task]?.form ?? '');
      return sayingProblems(reader, form, async () => {
        const refs = await doors.open(reader, { form, answers, instance: instance.id });
        const applied = await namingTheFirst(reader, found, () =>
          engine.send({
            kind: 'complete',
            id: command,
            instance: instance.id,
            task: found.task,
            outcome,
            by: reader.person.id,
            answers,
            refs,
            ...(signing === undefined ? {} : { signing }),
          }),
        );
        return cases.present(reader, applied.instance);
      });
    },
  };
}

function noTask(): EngineError {
  return new EngineError('task.not_found', 'There is no such task, or you may not see it. Go back to the inbox.');
}
