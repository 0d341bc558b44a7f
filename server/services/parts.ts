import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { Engine } from '../../engine/runtime/engine.ts';
import type { Library } from '../library/library.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { type CaseTexts, caseTexts } from './case-texts.ts';
import type { Instance } from '../../engine/model/instance.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import { mayView } from '../../engine/step/people.ts';
import type { Messages } from './messages.ts';
import type { Reader } from './reader.ts';

/** What services are made of. They say what a person may do, in the words of the domain; the engine decides the steps. */
export interface ServiceParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
  readonly library: Library;
  readonly messages: Messages;
}

/** The case, if the reader may see it. What one may not see does not exist: the same answer as for an unknown id. */
export async function visibleCase(parts: ServiceParts, reader: Reader, id: string): Promise<Instance> {
  const instance = await parts.store.load(id);
  if (instance === undefined || !mayView(instance.viewers, reader.person, reader.plant)) {
    throw new EngineError(
      'instance.not_found',
      'There is no such case, or you may not see it. Go back to the list of cases.',
    );
  }
  return instance;
}

/** The texts of a case's own version in the reader's language. */
export async function textsOf(
  parts: ServiceParts,
  reader: Reader,
  instance: Pick<Instance, 'workflow' | 'versionHash'>,
): Promise<CaseTexts> {
  return caseTexts(await parts.library.version(instance.workflow, instance.versionHash), reader.language);
}

/** The texts of a row whose version is known by its number. */
export async function textsOfRow(
  parts: ServiceParts,
  reader: Reader,
  row: Pick<Instance, 'workflow' | 'version'>,
): Promise<CaseTexts> {
  const latest = parts.library.latest(row.workflow);
  if (latest?.version === row.version) return caseTexts(latest, reader.language);
  const version = (await parts.library.versions(row.workflow)).find((candidate) => candidate.version === row.version);
  if (version === undefined)
    throw new EngineError(
      'version.not_found',
      `Version ${row.version} of "${row.workflow}" is missing. Restore a backup that holds it.`,
    );
  return caseTexts(version, reader.language);
}
