import type { Json } from '../model/json.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import type { NameText } from './drawing.ts';

/** What is known of a case: where it stands, how often it was where, and by which transitions it came. */
export interface CaseCourse {
  readonly file: WorkflowFile;
  /** XState's value. */
  readonly state: Json;
  /** How often each state was entered, by its key. */
  readonly visits: { readonly [state: string]: number };
  /** Ids of transitions as history notes them, oldest first. */
  readonly taken: readonly string[];
  readonly text?: NameText;
}
