import type { Instance, Task } from '../model/instance.ts';
import { type Json, isJsonObject } from '../model/json.ts';
import { fillInAllLanguages } from '../workflow/short-text.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { walkFields } from '../form/walk-fields.ts';
import { withItem } from '../workflow/draft.ts';
import { addEffect } from './apply-asked.ts';
import { closeState, itemName, namesOf } from './apply-marks.ts';
import { settleClock } from './case-clock.ts';
import { settleLadders } from './ladder.ts';
import type { Configuration } from './configuration.ts';
import {
  candidateTokens,
  denialOf,
  excludedBy,
  departmentsOf,
  fallbackFor,
  peopleBehind,
  viewerTokens,
} from './people.ts';
import { openIncident, type Run } from './run.ts';

/** The effect that tells a waiting case of this one's end. */
export const PARENT = 'parent';

/** What is asked anew after every step: due times, who may do what, the case's texts, and whether it ended. */
export function settleRun(run: Run, configuration: Configuration): void {
  run.instance = { ...run.instance, state: configuration.value };
  if (!configuration.isActive) endCase(run, configuration);
  settleDue(run);
  settleClock(run, configuration);
  settlePeople(run);
  settleLadders(run);
  settleTexts(run);
  endMended(run);
  if (configuration.isActive) findStuck(run, configuration);
}

/** An incident ends with the work that it stopped; where there was none, with the case. IC4 */
function endMended(run: Run): void {
  const { before } = run;
  const stops = (of: Pick<Run, 'effects' | 'timers'> | Run['before'], id: string): boolean =>
    [...Object.values(of.effects), ...Object.values(of.timers)].some((row) => row.incident === id);
  for (const { id, task, effect } of Object.values(run.incidents)) {
    if (task !== null || stops(run, id)) continue;
    if (effect !== null || stops(before, id) || run.instance.status !== 'active') delete run.incidents[id];
  }
}

/**
 * `due` may be an expression over what changed; if its text did, the due time counts anew from opening. One that a
 * manager gave stays. TM4, DU1
 */
function settleDue(run: Run): void {
  const { workflow, time } = run.context;
  for (const task of Object.values(run.tasks)) {
    const file = workflow.byKey.get(task.state)?.file.meta?.task?.due;
    if (file === undefined || task.moved !== undefined) continue;
    const due = withItem(run.draft, itemName(task.each), () => workflow.evaluate(file, run.draft));
    const text = typeof due === 'string' ? due : null;
    if (text === task.due) continue;
    if (run.before.tasks[task.id] !== undefined)
      run.notes.push({ kind: 'due', task: task.id, from: task.due, to: text });
    run.tasks[task.id] = {
      ...task,
      due: text,
      dueAt: text === null ? null : time.dueAt(task.openedAt, text, workflow.file.meta.calendar),
    };
  }
}

/** Who may do each open task now. Somebody else's signature may have taken the last one away, so all are asked. WH5 */
function settlePeople(run: Run): void {
  const { plant } = run.context;
  const { evidence } = run.draft;
  for (const open of Object.values(run.tasks)) {
    const answered = answeredBy(run, open);
    let task: Task =
      answered.length === 0 ? open : { ...open, excluded: [...new Set([...open.excluded, ...answered])] };
    const asked = task;
    const someone = [...plant.people.values()].some((person) => denialOf(task, evidence, person, plant) === null);
    const incident = Object.values(run.incidents).find(
      (found) => found.task === task.id && found.code === 'task.nobody',
    );
    if (!someone) {
      const found = fallbackFor(task, evidence, plant);
      if (found !== undefined) {
        task = { ...task, fallback: [...task.fallback, found.id] };
        run.notes.push({ kind: 'fallback', task: task.id, to: found.id });
      } else if (incident === undefined) {
        openIncident(run, {
          code: 'task.nobody',
          message: `Nobody may do "${task.state}": everyone who could is excluded or inactive. Give a person the role, or void the case.`,
          task: task.id,
        });
      }
    }
    if (incident !== undefined && (someone || task !== asked)) delete run.incidents[incident.id];
    settleTask(run, task);
  }
  for (const incident of Object.values(run.incidents))
    if (incident.task !== null && run.tasks[incident.task] === undefined) delete run.incidents[incident.id];
}

/** Who answered another item of a task that each person answers once, and whomever they acted for. EA5 */
function answeredBy(run: Run, task: Task): readonly string[] {
  const answers = run.draft.data[task.name];
  if (task.each?.oncePerPerson !== true || !Array.isArray(answers)) return [];
  return namesOf(
    (answers as readonly Json[]).flatMap((answer) =>
      isJsonObject(answer) ? [answer['by'] ?? null, answer['onBehalfOf'] ?? null] : [],
    ),
  );
}

function settleTask(run: Run, task: Task): void {
  const { plant } = run.context;
  const { evidence } = run.draft;
  const keptOut = peopleBehind(task.notBy, evidence).filter((id) => excludedBy(task, evidence, id).length > 0);
  const excluded = [...new Set([...keptOut, ...answeredBy(run, task)])].filter((id) => plant.people.has(id));
  // Who lost the role, or came under separation of duties, loses the claim. WH8
  const assignee =
    task.assignee !== null && denialOf({ ...task, excluded }, evidence, plant.people.get(task.assignee), plant) !== null
      ? null
      : task.assignee;
  const settled: Task = {
    ...task,
    assignee,
    claimedAt: assignee === null ? null : task.claimedAt,
    excluded,
    candidates: candidateTokens(task, evidence, plant),
    departments: departmentsOf(task, evidence, plant),
  };
  if (JSON.stringify(settled) !== JSON.stringify(run.before.tasks[task.id])) run.tasks[task.id] = settled;
  const viewers = viewerTokens(settled, plant).filter((token) => !run.instance.viewers.includes(token));
  if (viewers.length > 0) run.instance = { ...run.instance, viewers: [...run.instance.viewers, ...new Set(viewers)] };
}

/** The subject line in every language, and the case's own colour. */
function settleTexts(run: Run): void {
  const { workflow } = run.context;
  const { subject, status } = workflow.file.meta;
  const scope: Json = { data: run.draft.data, instance: run.draft.instance };
  const filled = fillInAllLanguages(subject ?? workflow.file.description, scope, run.instance.refs, (path) =>
    registerBehind(run, path),
  );
  const light = status === undefined ? null : workflow.evaluate(status, run.draft);
  const said =
    isJsonObject(light) && typeof light['color'] === 'string'
      ? { text: typeof light['text'] === 'string' ? light['text'] : '', color: light['color'] }
      : null;
  const { instance } = run;
  run.instance = {
    ...instance,
    subject: JSON.stringify(filled) === JSON.stringify(instance.subject) ? instance.subject : filled,
    light: JSON.stringify(said) === JSON.stringify(instance.light) ? instance.light : said,
  };
}

/** The register whose ids stand at `data.<name>.<field>`, from the form that fills `<name>`. */
function registerBehind(run: Run, path: readonly string[]): string | undefined {
  const [root, name, ...field] = path;
  if (root !== 'data' || name === undefined) return undefined;
  const { workflow } = run.context;
  const { meta } = workflow.file;
  const form =
    meta.start.into === name
      ? meta.start.form
      : workflow.nodes.find(
          (node) => (node.file.meta?.task?.into ?? node.key) === name && node.file.meta?.task !== undefined,
        )?.file.meta?.task?.form;
  const file = form === undefined ? undefined : workflow.version.bundle.forms[form];
  return file === undefined
    ? undefined
    : walkFields(file).find(
        (candidate) => candidate.path.join('.') === field.join('.') && candidate.schema['x-ref'] !== undefined,
      )?.schema['x-ref'];
}

/** The machine reached a final state: everything open is closed by this commit; what nobody waits for is still done. TK4, EN1 */
function endCase(run: Run, configuration: Configuration): void {
  const { workflow, now } = run.context;
  const final = workflow.nodes.find(
    (node) => node.parent?.parent === null && node.file.type === 'final' && configuration.active.has(node.id),
  ) as StateNode;
  const status = final.file.meta?.end ?? 'done';
  const output = final.file.output === undefined ? {} : workflow.evaluate(final.file.output, run.draft);
  const { keyHeld, ...rest } = run.instance;
  const held = keyHeld !== undefined && workflow.file.meta.unique !== 'running' ? { keyHeld } : {};
  run.instance = { ...rest, ...held, status, endedAt: now, end: { end: final.key, status, output } };
  for (const node of workflow.nodes) closeState(run, node.key);
  for (const task of Object.values(run.tasks)) delete run.tasks[task.id];
  run.notes.push({ kind: 'ended', end: final.key, status });
  tellParent(run);
}

/** The case that waits for this one learns of its end by an effect of the ending commit. CH2 */
function tellParent(run: Run): void {
  const { parent, number, end, id } = run.instance;
  if (parent === null || parent === undefined || end === null) return;
  addEffect(run, { src: PARENT, input: { ...parent, output: { number, ...end } }, key: `${id}:end` });
}

/** A case that waits for nothing would wait for ever, and nobody would know. IN6 */
function findStuck(run: Run, configuration: Configuration): void {
  const waitsForEvent = run.context.workflow.nodes.some(
    (node) => configuration.active.has(node.id) && Object.values(node.file.on ?? {}).length > 0 && node.parent !== null,
  );
  const incidents = Object.values(run.incidents);
  const known = incidents.find(({ code }) => code === 'case.stuck');
  // A level of a ladder and an item that is not needed any more move nothing.
  const busy =
    waitsForEvent ||
    incidents.some((incident) => incident !== known) ||
    Object.values(run.tasks).some((task) => task.left !== true) ||
    Object.values(run.timers).some((timer) => timer.ladder === undefined) ||
    Object.values(run.effects).some((effect) => effect.state !== null);
  if (busy && known !== undefined) delete run.incidents[known.id];
  if (!busy && known === undefined)
    openIncident(run, {
      code: 'case.stuck',
      message:
        'The case waits for nothing: no task, no timer, no effect is open. Correct the workflow, or void the case.',
    });
}

/** The first tokens of a case: who started it, and whom the workflow lets look. */
export function firstViewers(
  instance: Pick<Instance, 'initiator'>,
  viewers: readonly string[] | undefined,
): readonly string[] {
  return [`p:${instance.initiator}`, ...namesOf([...(viewers ?? [])]).map((role) => `r:${role}`)];
}
