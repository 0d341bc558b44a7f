import { WORKFLOW_SCHEMA } from '../../engine/workflow/workflow-schema.ts';

/** What `engine/workflow/workflow.schema.json` holds, for editors that follow `$schema` of a workflow file. */
export function workflowSchemaFile(): string {
  return `${JSON.stringify(WORKFLOW_SCHEMA, null, 2)}\n`;
}
