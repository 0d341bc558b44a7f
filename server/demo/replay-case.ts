import type { Instance } from '../../engine/model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { AnswerDoor } from '../services/answer-door.ts';
import type { Files } from '../services/files.ts';
import type { Reader } from '../services/reader.ts';
import type { RunningPlant } from '../open-plant.ts';
import { samplePdf } from './sample-pdf.ts';
import { samplePhoto } from './sample-photo.ts';
import { sendSigned } from './send-signed.ts';

/** A case as a list of events: what a demo plant, and a scenario, is made of. */
export interface CaseScript {
  readonly title: string;
  readonly start: { readonly by: string; readonly answers: JsonObject };
  readonly steps: readonly CaseStep[];
}

export interface CaseStep {
  readonly complete?: string;
  readonly command?: string;
  readonly claim?: string;
  readonly by?: string;
  readonly outcome?: string;
  readonly answers?: JsonObject;
}

export interface ReplayParts {
  readonly plant: RunningPlant;
  readonly doors: AnswerDoor;
  readonly files: Files;
}

/** Ids of the commands of one script: the same at every run, so that a second run changes nothing. */
export type CommandIds = (step: number) => string;

/** What a person is for the services: in English, with the plant as it is now. */
export function readerOf(plant: RunningPlant, id: string): Reader {
  const known = plant.keeper.plant();
  const person = known.people.get(id);
  if (person === undefined) throw new EngineError('request.invalid', `There is no person "${id}".`);
  return { person, plant: known, language: 'en' };
}

/** Files that a script names (`{"$file": "PO.pdf"}`) as files that were uploaded. */
export async function uploadNamed(parts: ReplayParts, reader: Reader, value: Json): Promise<Json> {
  if (Array.isArray(value)) return Promise.all(value.map((entry: Json) => uploadNamed(parts, reader, entry)));
  if (!isJsonObject(value)) return value;
  if (typeof value['$file'] === 'string')
    return {
      ...(await parts.files.put(reader, { name: value['$file'], bytes: bytesOf(value['$file']) })),
    } as unknown as Json;
  return Object.fromEntries(
    await Promise.all(
      Object.entries(value).map(async ([key, entry]) => [key, await uploadNamed(parts, reader, entry)] as const),
    ),
  );
}

/** A photo or a page, by the name. */
function bytesOf(name: string): Buffer {
  return name.endsWith('.png') ? samplePhoto() : samplePdf(name);
}

/** Does one event of a script through the engine's door, as the person would. */
export async function playStep(
  parts: ReplayParts,
  instance: Instance,
  step: CaseStep & { readonly id: string },
): Promise<Instance> {
  const { plant, doors } = parts;
  const { engine, library } = plant;
  const by = step.by ?? '';
  const reader = readerOf(plant, by);
  const answers = (await uploadNamed(parts, reader, step.answers ?? {})) as JsonObject;
  const fresh = (await plant.store.load(instance.id)) ?? instance;
  const { bundle } = await library.version(fresh.workflow, fresh.versionHash);
  const state = step.complete ?? step.claim;
  const task = Object.values(fresh.tasks).find((open) => open.state === state);
  if (state !== undefined && task === undefined)
    throw new EngineError('task.closed', `No task of "${state}" is open in ${fresh.number}.`);
  if (step.claim !== undefined && task !== undefined)
    return (await engine.send({ kind: 'claim', id: step.id, instance: fresh.id, task: task.id, by })).instance;
  if (task !== undefined) {
    const refs = await doors.open(reader, { form: bundle.forms[task.form], answers, instance: fresh.id });
    return (
      await sendSigned(plant, {
        kind: 'complete',
        id: step.id,
        instance: fresh.id,
        task: task.id,
        outcome: step.outcome ?? '',
        by,
        answers,
        refs,
      })
    ).instance;
  }
  const refs = await doors.open(reader, { form: undefined, answers, instance: fresh.id });
  return (
    await sendSigned(plant, {
      kind: 'command',
      id: step.id,
      instance: fresh.id,
      type: step.command ?? '',
      by,
      answers,
      refs,
    })
  ).instance;
}
