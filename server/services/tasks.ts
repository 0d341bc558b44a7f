import { askForm } from '../../engine/form/form-expressions.ts';
import { EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import type { Instance, Task } from '../../engine/model/instance.ts';
import { type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { TaskFilter } from '../../engine/ports/store.ts';
import type { Applied } from '../../engine/runtime/engine.ts';
import { mayView } from '../../engine/step/people.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { CaseTexts } from './case-texts.ts';
import type { AnswerDoor } from './answer-door.ts';
import type { Cases } from './cases.ts';
import { closedError, findClosedTask } from './closed-task.ts';
import { type ServiceParts, textsOf, textsOfRow } from './parts.ts';
import { presentFacts } from './present/present-facts.ts';
import { presentForm } from './present/present-form.ts';
import { presentOutcomes } from './present/present-outcomes.ts';
import { presentShow } from './present/present-show.ts';
import { mayComplete, presentTaskRow, readTaskName } from './present/present-task.ts';
import { presentWho } from './present/present-who.ts';
import { type Reader, viewerOf } from './reader.ts';
import { sayingProblems } from './translate-problems.ts';
import type { InstanceView } from './views/instance-view.ts';
import type { Page } from './views/shared-views.ts';
import type { Box, CountsView, TaskRowView, TaskView } from './views/task-view.ts';

/** Counts stop here and say so: nobody reads more, and counting all would cost. */
const COUNT_TO = 1_000;
const BOXES: readonly Box[] = ['mine', 'available', 'department', 'overdue'];

export interface TaskListQuery {
  readonly box: Box;
  readonly order: 'due' | 'newest';
  readonly limit: number;
  readonly cursor?: string;
}

export interface Completion {
  readonly outcome: string;
  readonly answers: JsonObject;
}

/** The inbox, and what a person does with a task. */
export interface Tasks {
  list(reader: Reader, query: TaskListQuery): Promise<Page<TaskRowView>>;
  counts(reader: Reader): Promise<CountsView>;
  get(reader: Reader, name: string): Promise<TaskView>;
  claim(reader: Reader, name: string, command: string): Promise<InstanceView>;
  release(reader: Reader, name: string, command: string): Promise<InstanceView>;
  complete(reader: Reader, name: string, completion: Completion & { readonly command: string }): Promise<InstanceView>;
}

export function openTasks(parts: ServiceParts, cases: Cases, doors: AnswerDoor): Tasks {
  const { store, engine, clock, keeper } = parts;

  const filterOf = (reader: Reader, box: Box): TaskFilter => {
    const { id, roles, department } = reader.person;
    const mine = [`m:${id}`];
    const available = [`a:p:${id}`, ...roles.map((role) => `a:r:${role}`)];
    const ofDepartment = [`d:${department}`, ...ledBy(reader).map((led) => `d:${led}`)];
    const words = { mine, available, department: ofDepartment, overdue: [...mine, ...available, ...ofDepartment] }[box];
    return {
      words: [...new Set(words)],
      person: id,
      viewer: viewerOf(reader),
      ...(box === 'overdue' ? { dueBefore: clock.now() } : {}),
    };
  };

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
    async list(reader, { box, order, limit, cursor }) {
      const page = await store.listTasks({
        ...filterOf(reader, box),
        order,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const items = await Promise.all(
        page.items.map(async (row) =>
          presentTaskRow(row, { texts: await textsOfRow(parts, reader, row.instance), reader, time: keeper.time() }),
        ),
      );
      return { items, next: page.next };
    },
    async counts(reader) {
      const counts = await Promise.all(BOXES.map((box) => store.countTasks(filterOf(reader, box), COUNT_TO + 1)));
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
      const given = { texts, reader };
      const form = presentForm(texts, task.form);
      const facts = form.layout.flatMap((part) => ('facts' in part ? part.facts : []));
      return {
        ...presentTaskRow({ task, instance }, { ...given, time: keeper.time() }),
        form,
        answers: openingAnswers(instance, task),
        readOnly: Object.entries(form.schema.properties ?? {}).flatMap(([field, schema]) =>
          schema.readOnly === true ? [field] : [],
        ),
        outcomes: open === undefined ? [] : presentOutcomes(await engine.context(instance), instance, task, given),
        show: presentShow(instance, form.layout, texts.nodes.get(task.state)?.file.meta?.task?.show, given),
        facts: presentFacts(facts.length > 0 ? facts : (texts.file.meta.facts ?? []), instance, texts, {
          refs: instance.refs,
          language: reader.language,
        }),
        who: open === undefined ? { sentence: '', people: [], excluded: [] } : presentWho(task, instance, given),
        completable: open !== undefined && mayComplete(instance, task, reader),
        rulers: rulersOf(texts, instance, { task, now: isoOf(clock.now()) }),
        data: instance.data,
        closed: closed?.closed ?? null,
      };
    },
    claim: (reader, name, command) => act(reader, name, { kind: 'claim', id: command }),
    release: (reader, name, command) => act(reader, name, { kind: 'release', id: command }),
    async complete(reader, name, { outcome, answers, command }) {
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
          }),
        );
        return cases.present(reader, applied.instance);
      });
    },
  };
}

function ledBy(reader: Reader): readonly string[] {
  return [...reader.plant.departments.values()]
    .filter((department) => department.head === reader.person.id)
    .map((department) => department.id);
}

function noTask(): EngineError {
  return new EngineError('task.not_found', 'There is no such task, or you may not see it. Go back to the inbox.');
}

/** What the form opens with: the answers of an earlier visit over what was prefilled; read-only fields as the case has them. */
function openingAnswers(instance: Instance, task: Task): JsonObject {
  const old = instance.data[task.name];
  const { outcome: _outcome, ...answers } = isJsonObject(old) ? old : {};
  return { ...task.prefill, ...answers };
}

/** Where the marks of a form's date rulers lie now. A mark without a date is left out. */
function rulersOf(
  texts: CaseTexts,
  instance: Instance,
  { task, now }: { readonly task: Task; readonly now: string },
): TaskView['rulers'] {
  const form = texts.forms.get(task.form);
  if (form === undefined) return [];
  const ask = (text: string): string | null => {
    const value = askForm(form, text, { answers: {}, data: instance.data, refs: {}, now });
    return typeof value === 'string' ? value.slice(0, 10) : null;
  };
  return (form.layout ?? []).flatMap((part) => {
    if (!('ruler' in part)) return [];
    const { field, marks, from, to } = part.ruler;
    const known = marks.flatMap(({ label, at }) => {
      const date = ask(at);
      return date === null ? [] : [{ label, date }];
    });
    return [{ field, marks: known, from: ask(from), to: ask(to) }];
  });
}
