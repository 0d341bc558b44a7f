import { lintRulesPage } from './lint-rules-page.ts';
import { lintSettings } from './lint-settings.ts';
import { thirdPartyPage } from './third-party-page.ts';
import { workflowSchemaFile } from './workflow-schema-file.ts';

/** Every file that is written from the code, with what it must hold. A test fails where one is stale. */
export const GENERATED_FILES: ReadonlyMap<string, () => string> = new Map([
  ['engine/workflow/workflow.schema.json', workflowSchemaFile],
  ['docs/lint-rules.md', lintRulesPage],
  ['THIRD-PARTY.md', thirdPartyPage],
  ['biome.json', lintSettings],
]);
