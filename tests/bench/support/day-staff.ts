import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import type { TaskView } from '../../../server/services/views/task-view.ts';
import { type ApiPerson, openApiPerson } from '../../e2e/support/api-person.ts';
import { openDemoPlant } from '../../support/open-demo-plant.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { MONDAY_9 } from '../../support/open-test-engine.ts';
import { TWO_TASKS } from './bench-workflows.ts';
import { ORDER_REVIEW, readCirculated } from './play-case.ts';
import type { Random } from './seeded-random.ts';
import { staffOf } from './staff.ts';

/** A case that was brought to its end, and how many tasks it had. */
export interface PlayedCase {
  readonly tasks: number;
}

/** What people waited for, in milliseconds. */
export interface DayTimes {
  readonly completeMs: readonly number[];
  readonly inboxMs: readonly number[];
  /** Tasks that were not done, in sentences. */
  readonly problems: readonly string[];
}

/** The people of a plant, signed in. */
export interface DayStaff {
  /** A piece of work: an operator makes it, an inspector checks it. */
  work(): Promise<PlayedCase>;
  /** An order review from its start to its approval. */
  review(): Promise<PlayedCase>;
  /** The times since the last call. */
  take(): DayTimes;
}

/** At once: each sign-in takes memory and a core on purpose. */
const SIGN_INS = 4;
/** What the system does between two tasks of a review is over by then. */
const WAIT_MS = 30_000;

interface Doing {
  readonly person: ApiPerson;
  readonly login: string;
}

interface Step {
  readonly state: string;
  readonly outcome: string;
  readonly answers: JsonObject;
  readonly by: Doing;
}

/** Signs in everybody of the demo plant with the staff that `addStaff` gave it. */
export async function openDayStaff(origin: string, count: number, random: Random): Promise<DayStaff> {
  const { plant } = await openDemoPlant(openMemoryStore(), MONDAY_9);
  const shipped = plant.keeper.plant();
  const people = [...shipped.people.values(), ...staffOf(shipped, count - shipped.people.size)];
  const signedIn = new Map<string, Doing>();
  const waiting = [...people];
  const signIn = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      signedIn.set(next.id, { person: await openApiPerson(origin, next.login), login: next.login });
  };
  await Promise.all(Array.from({ length: SIGN_INS }, signIn));
  const holding = (role: string): readonly Doing[] =>
    people.filter(({ roles }) => roles.includes(role)).map(({ id }) => signedIn.get(id) as Doing);
  const operators = holding('operator');
  const inspectors = holding('qc_inspector');
  const anyOf = (all: readonly Doing[], but?: Doing): Doing => {
    const others = all.filter((one) => one !== but);
    return others[Math.floor(random() * others.length)] as Doing;
  };
  const circulated = await readCirculated();
  const sales = signedIn.get(circulated.start.by) as Doing;
  let times = { completeMs: [] as number[], inboxMs: [] as number[], problems: [] as string[] };
  let serial = 0;

  const doStep = async (instance: string, step: Step): Promise<void> => {
    const { person } = step.by;
    await timed(times.inboxMs, () => person.get('/api/tasks?box=available&sort=newest'));
    const id = await openTask(person, instance, step.state);
    const task = await person.get<TaskView>(`/api/tasks/${id}`);
    const body = { outcome: step.outcome, answers: step.answers, ...signatureOf(task, step) };
    await timed(times.completeMs, () => person.post(`/api/tasks/${id}/complete`, body));
  };
  const play = async (starter: Doing, start: object, steps: readonly Step[]): Promise<PlayedCase> => {
    try {
      const { id } = await starter.person.post<InstanceView>('/api/instances', start);
      for (const step of steps) await doStep(id, step);
    } catch (error) {
      times.problems.push(String(error));
    }
    return { tasks: steps.length };
  };
  return {
    work() {
      serial += 1;
      const answers = { note: `Piece ${serial}, measured and found as drawn`, count: serial % 1_000 };
      const maker = anyOf(operators);
      return play(maker, { workflow: TWO_TASKS.machine.id, answers }, [
        { state: 'make', outcome: 'made', answers, by: maker },
        { state: 'check', outcome: 'good', answers, by: anyOf(inspectors, maker) },
      ]);
    },
    async review() {
      serial += 1;
      const answers = {
        ...circulated.start.answers,
        customer_po_no: `DAY-${serial}`,
        attachments: [await sales.person.upload(`PO DAY-${serial}.pdf`)],
      };
      const steps = circulated.steps.flatMap(({ complete, refused, by, outcome, answers: given }) =>
        complete === undefined || refused !== undefined
          ? []
          : [{ state: complete, outcome: outcome ?? '', answers: given ?? {}, by: signedIn.get(by ?? '') as Doing }],
      );
      return play(sales, { workflow: ORDER_REVIEW, answers }, steps);
    },
    take() {
      const taken = times;
      times = { completeMs: [], inboxMs: [], problems: [] };
      return taken;
    },
  };
}

/** Waits until the step is open: between two of them the system has things to do. */
async function openTask(person: ApiPerson, instance: string, state: string): Promise<string> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const { tasks } = await person.get<InstanceView>(`/api/instances/${instance}`);
    const found = tasks.find((task) => task.state === state);
    if (found !== undefined) return found.id;
    if (performance.now() > until) throw new Error(`No task of "${state}" was open after ${WAIT_MS / 1000} s.`);
    await pause(50);
  }
}

/** What the outcome asks to be signed, with the person's password. */
function signatureOf(task: TaskView, { outcome, by }: Step): JsonObject {
  const sign = task.outcomes.find((one) => one.outcome === outcome)?.sign ?? null;
  if (sign === null) return {};
  const reason = sign.reasonNeeded ? { reason: 'As agreed' } : {};
  return { signature: { login: by.login, password: 'gemba', meaning: sign.meaning, shown: task.toSign, ...reason } };
}

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const calledAt = performance.now();
  await work();
  times.push(performance.now() - calledAt);
}
