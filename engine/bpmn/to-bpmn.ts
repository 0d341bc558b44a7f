import type { Problem } from '../model/problem.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import type { BpmnElement, CreateElement } from './bpmn-element.ts';
import type { NameText } from './drawing.ts';
import { planDrawing } from './plan-drawing.ts';
import { writeDefinitions } from './write-definitions.ts';

export type BpmnResult =
  | { readonly kind: 'drawn'; readonly definitions: BpmnElement }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Draws a workflow file as BPMN 2.0 objects, without layout; or refuses with all problems at once.
 *
 * Pure. `create` makes the objects; `text` says names in the reader's language. `incoming`, `outgoing` and `$parent`
 * are filled. Nothing of the file is lost: what BPMN cannot say stands in `wf:` extensions. BP1–BP12
 */
export function toBpmn(file: WorkflowFile, create: CreateElement, text?: NameText): BpmnResult {
  const plan = planDrawing(file, text);
  return plan.kind === 'refused' ? plan : { kind: 'drawn', definitions: writeDefinitions(plan.drawing, create) };
}
