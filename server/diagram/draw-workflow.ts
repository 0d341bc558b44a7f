import type { Language } from '../../engine/model/language.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { PointerTexts, Translations } from '../../engine/model/version.ts';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import { toBpmn } from '../../engine/bpmn/to-bpmn.ts';
import { createElement, writeXml } from './bpmn-xml.ts';
import { layoutPicture } from './layout-picture.ts';
import { processOf } from './read-containers.ts';
import { runElk } from './run-elk.ts';
import { writeLayout } from './write-layout.ts';

/**
 * The picture of a workflow in one language: BPMN 2.0 XML with its layout.
 *
 * The same file and texts give the same bytes. A workflow that cannot be drawn is `workflow.invalid` with all problems;
 * publishing lets none through.
 */
export async function drawWorkflow(file: WorkflowFile, texts: Translations, language: Language): Promise<string> {
  const words: PointerTexts = language === 'en' ? {} : (texts[language] ?? {});
  const result = toBpmn(file, createElement, (pointer, english) =>
    Object.hasOwn(words, pointer) ? (words[pointer] ?? english) : english,
  );
  if (result.kind === 'refused')
    throw new EngineError('workflow.invalid', `The workflow ${file.id} cannot be drawn.`, {
      problems: result.problems,
    });
  const { definitions } = result;
  writeLayout(definitions, await layoutPicture(processOf(definitions), runElk), createElement);
  return writeXml(definitions);
}
