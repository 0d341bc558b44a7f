import type { Problem } from '../model/problem.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import { elementId } from './element-id.ts';
import { planDrawing } from './plan-drawing.ts';

/** Where each part of a workflow file is found in its picture. */
export interface DrawingIndex {
  /** The element of each state by its path (`reviews.pd.pd_review`); none for what has no shape of its own. */
  readonly elements: ReadonlyMap<string, string>;
  /** The flows of each transition (`decide.accept[0]`) in the order of the way, into the first steps it enters. */
  readonly ways: ReadonlyMap<string, readonly string[]>;
  /** The flows that a case takes when it starts. */
  readonly start: readonly string[];
  /** The transitions of the workflow itself, which stand beside the picture: commands and delays of the whole case. */
  readonly beside: readonly string[];
}

export type DescribedDrawing =
  | { readonly kind: 'drawn'; readonly index: DrawingIndex }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Says which elements a workflow file becomes, so that a case can be marked in its picture. BP10 */
export function describeDrawing(file: WorkflowFile): DescribedDrawing {
  const plan = planDrawing(file);
  if (plan.kind === 'refused') return plan;
  const { drawing, chart } = plan;
  const drawn = new Set([...drawing.shapes.map(({ id }) => id), ...drawing.frames.map(({ id }) => id)]);
  const paths = chart.states.map(elementId).filter((path) => drawn.has(path));
  return {
    kind: 'drawn',
    index: {
      elements: new Map(paths.map((path) => [path, path])),
      ways: drawing.ways,
      start: drawing.start,
      beside: chart.ways(chart.root).map(({ id }) => id),
    },
  };
}
