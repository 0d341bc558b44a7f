import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BENCH_CACHE } from './bench-folder.ts';
import { progress } from './report.ts';

/** The engine that ours is compared with. Only the bench uses it, so only the bench installs it. */
export const BPMN_ENGINE = { name: 'bpmn-engine', version: '25.0.1' } as const;

/** Runs one case of two user tasks in memory, and throws unless both were waited for and the end was reached. */
export type RunBpmnCase = () => Promise<void>;

/** The same as `TWO_TASKS`, without the forms, people and due times that BPMN has no place for. */
const TWO_USER_TASKS = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="bench" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://example.org/bench">
  <process id="two" isExecutable="true">
    <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="make" />
    <userTask id="make" /><sequenceFlow id="f2" sourceRef="make" targetRef="check" />
    <userTask id="check" /><sequenceFlow id="f3" sourceRef="check" targetRef="stored" />
    <endEvent id="stored" />
  </process>
</definitions>`;

interface WaitingTask {
  signal(message: object): void;
}

interface BpmnEngine {
  execute(options: { readonly listener: EventEmitter }): Promise<unknown>;
  waitFor(event: 'end'): Promise<unknown>;
}

interface BpmnModules {
  readonly 'bpmn-engine': { readonly Engine: new (options: object) => BpmnEngine };
  readonly 'bpmn-moddle': new () => { fromXML(xml: string): Promise<object> };
  readonly 'bpmn-elements': object;
  readonly 'moddle-context-serializer': {
    readonly default: (context: object, resolver: object) => object;
    readonly TypeResolver: (elements: object) => object;
  };
}

/** Its two ways to run a case. */
export interface BpmnCases {
  /** As its documentation shows: each engine is given the XML. */
  readonly fromXml: RunBpmnCase;
  /** The XML is read once and every engine is given what was read, which is as fast as it can be. */
  readonly fromContext: RunBpmnCase;
}

/** Makes ready to run cases, or gives null where it cannot be installed (there is no network). Nothing is stored. */
export async function openBpmnEngine(): Promise<BpmnCases | null> {
  if (!isInstalled() && !install()) return null;
  const BpmnModdle = load('bpmn-moddle');
  const { default: serialize, TypeResolver } = load('moddle-context-serializer');
  const moddle = await new BpmnModdle().fromXML(TWO_USER_TASKS);
  const sourceContext = serialize(moddle, TypeResolver(load('bpmn-elements')));
  return { fromXml: () => runCase({ source: TWO_USER_TASKS }), fromContext: () => runCase({ sourceContext }) };
}

async function runCase(source: object): Promise<void> {
  const { Engine } = load('bpmn-engine');
  const engine = new Engine({ name: 'two', ...source });
  const listener = new EventEmitter();
  let waits = 0;
  listener.on('activity.wait', (task: WaitingTask) => {
    waits += 1;
    // A person comes later, as in ours: other cases go on in between.
    setImmediate(() => task.signal({ note: 'Piece measured and found as drawn' }));
  });
  const ended = engine.waitFor('end');
  await engine.execute({ listener });
  await ended;
  if (waits !== 2) throw new Error(`${BPMN_ENGINE.name} waited ${waits} times in a case of two user tasks.`);
}

function isInstalled(): boolean {
  const manifest = join(BENCH_CACHE, 'node_modules', BPMN_ENGINE.name, 'package.json');
  return (
    existsSync(manifest) &&
    (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version === BPMN_ENGINE.version
  );
}

function install(): boolean {
  const wanted = `${BPMN_ENGINE.name}@${BPMN_ENGINE.version}`;
  progress(`  installing ${wanted} into .cache/bench, once, from the npm registry`);
  mkdirSync(BENCH_CACHE, { recursive: true });
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', BENCH_CACHE, wanted];
  const { status, stderr } = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: BENCH_CACHE,
    encoding: 'utf8',
    timeout: 90_000,
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  progress(`  ${wanted} cannot be installed, so the comparison is left out: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return false;
}

const requireThere = createRequire(join(BENCH_CACHE, 'node_modules', 'index.js'));

function load<Name extends keyof BpmnModules>(name: Name): BpmnModules[Name] {
  return requireThere(name) as BpmnModules[Name];
}
