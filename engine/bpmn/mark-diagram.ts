import type { CaseCourse } from './case-course.ts';
import type { Shape } from './drawing.ts';
import { type CaseStep, listSteps } from './list-steps.ts';
import { type PlannedDrawing, planDrawing } from './plan-drawing.ts';
import { type CasePosition, readPosition } from './read-position.ts';

/** A picture's marks: element ids by what happened to them, flows that were taken, and the same as a list of steps. */
export interface DiagramMarks {
  readonly active: readonly string[];
  readonly done: readonly { readonly id: string; readonly times: number }[];
  readonly skipped: readonly string[];
  readonly taken: readonly string[];
  readonly steps: readonly CaseStep[];
}

/**
 * Marks where a case stands in its picture. BP10
 *
 * Active are the steps it stands in, not the groups around them. Done is what was visited and left, and every helper
 * that a taken flow passed. Skipped is what it will not come to unless it goes back. Unknown states and transitions
 * are passed over: a picture is no place to fail.
 */
export function markDiagram(course: CaseCourse): DiagramMarks {
  const plan = planDrawing(course.file);
  const position = readPosition(course);
  const steps = listSteps(course, position);
  if (plan.kind === 'refused') return { active: [], done: [], skipped: [], taken: [], steps };
  return { ...markShapes(plan, course, position), steps };
}

type Drawn = Extract<PlannedDrawing, { readonly kind: 'drawn' }>;

function markShapes({ drawing }: Drawn, course: CaseCourse, position: CasePosition): Omit<DiagramMarks, 'steps'> {
  const ways = [drawing.start, ...course.taken.map((id) => drawing.ways.get(id) ?? [])];
  const passed = countPassed(drawing.flows, ways);
  const active = drawing.shapes.filter(({ id }) => position.active.has(id)).map(({ id }) => id);
  const timesOf = (shape: Shape): number => {
    const visits = position.visits.get(shape.id);
    if (visits === undefined) return passed.get(shape.id) ?? 0;
    return position.inside.has(shape.id) && !isSplit(shape) ? 0 : visits;
  };
  const done = drawing.shapes
    .filter(({ id }) => !position.active.has(id))
    .map((shape) => ({ id: shape.id, times: timesOf(shape) }));
  const untouched = new Set(done.filter(({ times }) => times === 0).map(({ id }) => id));
  return {
    active,
    done: done.filter(({ times }) => times > 0),
    skipped: drawing.shapes
      .filter(({ id, owner }) => untouched.has(id) && position.skipped.has(owner))
      .map(({ id }) => id),
    taken: [...new Set(ways.flat())],
  };
}

/** A split is passed while its branches are still at work; a sub-process is not done before it is left. */
function isSplit({ type }: Shape): boolean {
  return type === 'bpmn:ParallelGateway';
}

/** How often a way left each shape, or ended at it if nothing leaves it. */
function countPassed(
  flows: Drawn['drawing']['flows'],
  ways: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const left = new Set(flows.map((flow) => flow.from));
  const counts = new Map<string, number>();
  for (const way of ways) {
    const met = way.flatMap((id) => {
      const flow = byId.get(id);
      return flow === undefined ? [] : [flow.from, ...(left.has(flow.to) ? [] : [flow.to])];
    });
    for (const shape of new Set(met)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return counts;
}
