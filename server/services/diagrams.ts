import { markDiagram } from '../../engine/bpmn/mark-diagram.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { Version } from '../../engine/model/version.ts';
import { drawWorkflow } from '../diagram/draw-workflow.ts';
import { nameActive } from '../diagram/name-active.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import { caseTexts } from './case-texts.ts';
import { type ServiceParts, visibleCase } from './parts.ts';
import type { Reader } from './reader.ts';
import type { DiagramView } from './views/instance-view.ts';

const HISTORY_PAGE = 1_000;
/** Pictures kept, by language and hash of the version: one is drawn once in a process, whoever asks. */
const drawn = new Map<string, Promise<string>>();
const KEPT = 300;

function draw(version: Version, language: Reader['language']): Promise<string> {
  const name = `${language}:${version.hash}`;
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const oldest = drawn.size >= KEPT ? drawn.keys().next().value : undefined;
  if (oldest !== undefined) drawn.delete(oldest);
  const made = drawWorkflow(version.bundle.machine, version.bundle.texts, language);
  drawn.set(name, made);
  made.catch(() => drawn.delete(name));
  return made;
}

/** Pictures of procedures and of cases: BPMN 2.0 made from the version that the case runs on. */
export interface Diagrams {
  /** Of a procedure: nothing in it is marked. */
  ofWorkflow(reader: Reader, id: string): Promise<DiagramView>;
  ofCase(reader: Reader, id: string): Promise<{ readonly view: DiagramView; readonly markedXml: string }>;
  /** Draws every version in force beforehand, so that the first reader does not wait. */
  warm(): Promise<void>;
}

export function openDiagrams(parts: ServiceParts): Diagrams {
  /** Every transition that the case took, in order. */
  const takenBy = async (instance: Instance): Promise<readonly string[]> => {
    const taken: string[] = [];
    for (let after = 0; after < instance.rev; after += HISTORY_PAGE) {
      for (const entry of await parts.store.history(instance.id, after, HISTORY_PAGE))
        for (const note of entry.notes) if (note.kind === 'took') taken.push(note.transition);
    }
    return taken;
  };

  return {
    async ofWorkflow(reader, id) {
      const version = parts.library.latest(id);
      if (version === undefined)
        throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
      const { file } = caseTexts(version, reader.language);
      const { steps } = markDiagram({ file, state: {}, visits: {}, taken: [] });
      return { xml: await draw(version, reader.language), active: [], done: [], skipped: [], taken: [], steps };
    },
    async ofCase(reader, id) {
      const instance = await visibleCase(parts, reader, id);
      const version = await parts.library.version(instance.workflow, instance.versionHash);
      const { file } = caseTexts(version, reader.language);
      const marks = markDiagram({
        file,
        state: instance.state,
        visits: instance.visits,
        taken: await takenBy(instance),
      });
      const xml = await draw(version, reader.language);
      return { view: { xml, ...marks }, markedXml: nameActive(xml, marks.active) };
    },
    async warm() {
      for (const version of parts.library.all()) await draw(version, parts.keeper.facts().language);
    },
  };
}
