import { walkFields } from '../../form/walk-fields.ts';
import type { FormFile } from '../../model/form-file.ts';
import { pointer } from '../../model/problem.ts';
import type { WorkflowFile } from '../../model/workflow-file.ts';
import type { StateNode } from '../walk-states.ts';
import type { PlacedWay } from './placed-ways.ts';
import type { PlacedAction } from './placed-actions.ts';

/** Something that writes a top-level name of `data`. */
export interface DataWriter {
  readonly kind: 'start' | 'task' | 'command' | 'invoke' | 'set';
  readonly name: string;
  /** Where the name is written, or the state whose key it is. */
  readonly pointer: string;
  readonly form: string | null;
}

/** What the workflow writes into `data`, as far as the file says. */
export interface DataNames {
  readonly writers: readonly DataWriter[];
  /** Names of `data` that hold something at some time. */
  readonly written: ReadonlySet<string>;
  /** What FEEL finds under `tasks`: who started, did a task, gave a command. */
  readonly evidence: ReadonlySet<string>;
  /** Dotted paths below `data.<name>`; null where only the run knows them. */
  fieldsOf(name: string): ReadonlySet<string> | null;
}

interface Sources {
  readonly file: WorkflowFile;
  readonly nodes: readonly StateNode[];
  readonly ways: readonly PlacedWay[];
  readonly actions: readonly PlacedAction[];
  readonly forms: ReadonlyMap<string, FormFile>;
}

/** What the engine adds to the answers of a task, and to each of a `forEach`. */
const ADDED = ['outcome', 'item', 'by', 'department', 'at'];

/** Reads who writes what. */
export function readDataNames(sources: Sources): DataNames {
  const writers = [
    ...startWriter(sources.file),
    ...sources.nodes.flatMap(stateWriters),
    ...sources.ways.flatMap(commandWriter),
    ...sources.actions.flatMap(setWriters),
  ];
  return {
    writers,
    written: new Set(writers.map((writer) => writer.name)),
    evidence: new Set([
      'start',
      ...writers.filter(({ kind }) => kind === 'task' || kind === 'command').map((writer) => writer.name),
    ]),
    fieldsOf(name) {
      const ofName = writers.filter((writer) => writer.name === name);
      const forms = ofName.map(({ form }) => (form === null ? undefined : sources.forms.get(form)));
      if (ofName.length === 0 || forms.includes(undefined)) return null;
      return new Set([...ADDED, ...forms.flatMap((form) => fieldPaths(form as FormFile))]);
    },
  };
}

function startWriter({ meta: { start } }: WorkflowFile): readonly DataWriter[] {
  return [{ kind: 'start', name: start.into, pointer: '/meta/start/into', form: start.form }];
}

function stateWriters({ key, file, pointer: at }: StateNode): readonly DataWriter[] {
  const { task, into } = file.meta ?? {};
  if (task !== undefined)
    return [
      {
        kind: 'task',
        name: task.into ?? key,
        pointer: task.into === undefined ? at : `${at}/meta/task/into`,
        form: task.form,
      },
    ];
  return file.invoke === undefined
    ? []
    : [{ kind: 'invoke', name: into ?? key, pointer: into === undefined ? at : `${at}/meta/into`, form: null }];
}

function commandWriter({ transition, event, from, pointer: at }: PlacedWay): readonly DataWriter[] {
  const command = transition.meta?.command;
  if (command === undefined || from.file.meta?.task !== undefined) return [];
  return [
    {
      kind: 'command',
      name: command.into ?? event,
      pointer: command.into === undefined ? at : `${at}/meta/command/into`,
      form: command.form ?? null,
    },
  ];
}

/** A `set` that only clears a name writes nothing that could be read. */
function setWriters({ type, params, pointer: at }: PlacedAction): readonly DataWriter[] {
  if (type !== 'set') return [];
  const kept = Object.entries(params).filter(([, value]) => value !== null);
  return kept.map(([name]) => ({ kind: 'set', name, pointer: `${at}/params${pointer(name)}`, form: null }));
}

function fieldPaths(form: FormFile): readonly string[] {
  return walkFields(form).flatMap(({ path, schema }) => {
    const dotted = path.filter((key) => key !== '*').join('.');
    return schema['x-file'] === undefined
      ? [dotted]
      : [dotted, ...['id', 'name', 'size', 'type', 'sha256'].map((key) => `${dotted}.${key}`)];
  });
}
