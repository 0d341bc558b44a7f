/**
 * Reads a workflow back from its BPMN, as far as is needed to see that nothing was lost: each state with all it declares,
 * each transition with its source, kind, event and content. Written against the notes, not against the drawing code.
 */
import type { ParseResult } from 'bpmn-moddle';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import { delayWords, eventWords } from '../../../engine/bpmn/event-words.ts';
import { wfOf } from './drawn-elements.ts';
import { canonicalState, type Content, contentOf, type Plain, transitionText } from './workflow-content.ts';

interface Known {
  readonly all: readonly BpmnElement[];
  readonly regions: ReadonlyMap<string, { readonly final: string | undefined }>;
  readonly machine: string;
}

/** The content of a drawn workflow, from its XML alone. */
export function readBack({ rootElement, elementsById }: ParseResult): Content {
  const all = Object.values(elementsById);
  const process = (rootElement['rootElements'] as readonly BpmnElement[]).find(
    (root) => root.$type === 'bpmn:Process',
  ) as BpmnElement;
  const machine = (wfOf(process, 'wf:Machine')?.['body'] ?? {}) as { readonly [key: string]: unknown };
  const known: Known = { all, regions: regionsOf(all), machine: id(process) };
  const { states: aside, ...root } = machine;
  const base = contentOf({
    ...root,
    id: id(process),
    description: process['name'],
    initial: firstOf('', known),
    states: aside ?? {},
  });
  const states = { ...base.states, ...regionStates(all), ...shapeStates(all, known), ...endsInside(all, known) };
  return {
    states,
    transitions: [...base.transitions, ...all.flatMap((element) => transitionsAt(element, known))].toSorted(),
  };
}

function shapeStates(all: readonly BpmnElement[], known: Known): { readonly [path: string]: Plain } {
  const shapes = all.filter(
    (element) => (isNode(element) || element.$type === 'bpmn:Group') && !id(element).includes('__'),
  );
  return Object.fromEntries(shapes.map((shape) => [id(shape), canonicalState(shapeState(shape, known))]));
}

function shapeState(shape: BpmnElement, known: Known): Plain {
  const state = wfOf(shape, 'wf:State');
  const task = wfOf(shape, 'wf:Task');
  const service = wfOf(shape, 'wf:Service');
  const body = (state?.['body'] ?? {}) as { readonly meta?: Plain };
  const name = shape.$type === 'bpmn:Group' ? (shape['categoryValueRef'] as BpmnElement)['value'] : shape['name'];
  const isParallel = shape.$type === 'bpmn:ParallelGateway' || state?.['kind'] === 'parallel';
  const first = firstOf(id(shape), known);
  return {
    ...body,
    ...(name === undefined ? {} : { description: name }),
    ...(task === undefined ? {} : { meta: { ...body.meta, task: taskOf(task) } }),
    ...(service === undefined
      ? {}
      : {
          invoke: { ...(service['src'] === undefined ? {} : { src: service['src'] }), ...(service['body'] as Plain) },
        }),
    ...(shape.$type === 'bpmn:EndEvent' ? { type: 'final' } : {}),
    ...(isParallel ? { type: 'parallel' } : {}),
    ...(shape.$type === 'bpmn:SubProcess' && !isParallel ? { initial: first } : {}),
  };
}

function taskOf({ form, roles, due, body }: { readonly [key: string]: unknown }): Plain {
  const given = { form, due, roles: typeof roles === 'string' ? roles.split(',') : undefined };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(body as Plain),
  };
}

function regionsOf(all: readonly BpmnElement[]): Known['regions'] {
  return new Map(
    all.flatMap((flow) => {
      const wf = wfOf(flow, 'wf:Transition');
      if (wf?.['region'] === undefined) return [];
      return [
        [
          `${bare(end(flow, 'sourceRef'))}.${String(wf['region'])}`,
          { final: wf['final'] as string | undefined },
        ] as const,
      ];
    }),
  );
}

function regionStates(all: readonly BpmnElement[]): { readonly [path: string]: Plain } {
  const found: { [path: string]: Plain } = {};
  for (const flow of all) {
    const wf = wfOf(flow, 'wf:Transition');
    if (wf?.['region'] === undefined) continue;
    const path = `${bare(end(flow, 'sourceRef'))}.${String(wf['region'])}`;
    const body = (wf['body'] ?? {}) as { readonly state?: Plain; readonly final?: Plain };
    const description = flow['name'] ?? wf['regionDescription'];
    found[path] = canonicalState({
      ...body.state,
      initial: segmentBehind(path, bare(end(flow, 'targetRef'))),
      ...(description === undefined ? {} : { description }),
    });
    if (wf['final'] !== undefined)
      found[`${path}.${String(wf['final'])}`] = canonicalState({ ...body.final, type: 'final' });
  }
  return found;
}

/** Ends of the case that are drawn inside sub-processes only. */
function endsInside(all: readonly BpmnElement[], known: Known): { readonly [path: string]: Plain } {
  const ends = all.filter(
    (element) =>
      element.$type === 'bpmn:EndEvent' &&
      /__end_\d+$/.test(id(element)) &&
      hasDefinition(element, 'bpmn:TerminateEventDefinition'),
  );
  return Object.fromEntries(
    ends.flatMap((element) => {
      const targets = flowsTo(element, known).flatMap(
        (flow) => [wfOf(flow, 'wf:Transition')?.['body']].flat() as unknown as readonly Plain[],
      );
      const target = String(targets[0]?.['target'] ?? '');
      const path = target.startsWith('#') ? target.slice(known.machine.length + 2) : target;
      if (known.all.some((other) => id(other) === path)) return [];
      return [[path, canonicalState(shapeState(element, known))] as const];
    }),
  );
}

/** The transitions that one flow or boundary event says. */
function transitionsAt(element: BpmnElement, known: Known): readonly string[] {
  if (element.$type === 'bpmn:BoundaryEvent' && element['cancelActivity'] === false) return actionsAt(element);
  if (element.$type !== 'bpmn:SequenceFlow') return [];
  const source = element['sourceRef'] as BpmnElement;
  const origin = originOf(source, known);
  if (origin === undefined || id(element['targetRef'] as BpmnElement) === `${id(source)}__out`) return [];
  const wf = wfOf(element, 'wf:Transition');
  const body = wf?.['body'] ?? {};
  if (Array.isArray(body)) return body.map((way) => readWay(way as Plain, origin, { element, known }));
  const event = wf?.['event'] === undefined ? {} : { event: wf['event'] };
  const described = descriptionOf(element, origin, { order: Number(wf?.['order'] ?? 0), body: body as Plain });
  const condition = (element['conditionExpression'] as BpmnElement | undefined)?.['body'];
  const isGuard = condition !== undefined && condition !== `outcome = ${JSON.stringify(wf?.['event'])}`;
  return [
    readWay(
      {
        ...event,
        ...(isGuard ? { guard: `= ${String(condition)}` } : {}),
        ...described,
        ...(body as Plain),
      },
      origin,
      { element, known },
    ),
  ];
}

function actionsAt(event: BpmnElement): readonly string[] {
  const wf = wfOf(event, 'wf:Transition');
  const kind = hasDefinition(event, 'bpmn:TimerEventDefinition') ? 'after' : 'on';
  return ((wf?.['body'] ?? []) as readonly Plain[]).map(({ event: _event, ...way }) =>
    transitionText(id(event['attachedToRef'] as BpmnElement), kind, String(wf?.['event']), way),
  );
}

interface Origin {
  readonly path: string;
  readonly kind: string;
  readonly event: string;
  /** The shape that bears the first description, if that is an event. */
  readonly caught?: BpmnElement;
}

function readWay(
  way: Plain,
  origin: Origin,
  { element, known }: { readonly element: BpmnElement; readonly known: Known },
): string {
  const { event = origin.event, ...rest } = way as { readonly event?: string; readonly target?: string };
  const target = rest.target ?? neighbourOf(origin.path, element, known);
  return transitionText(origin.path, origin.kind, event, { ...rest, target });
}

/** Which state and which kind of transition a flow stands for, by the shape it leaves. */
function originOf(source: BpmnElement, known: Known): Origin | undefined {
  const sourceId = id(source);
  const isOut = sourceId.endsWith('__out');
  const shape = isOut
    ? (known.all.find((element) => id(element) === sourceId.slice(0, -'__out'.length)) as BpmnElement)
    : source;
  const path = bare(id(shape));
  const event = String(wfOf(shape, 'wf:Transition')?.['event'] ?? '');
  const kind = wfOf(shape, 'wf:State')?.['kind'];
  if (kind === 'leave' || kind === 'enter' || kind === 'merge') return undefined;
  switch (shape.$type) {
    case 'bpmn:UserTask':
      return { path, kind: 'on', event: '' };
    case 'bpmn:ServiceTask':
    case 'bpmn:CallActivity':
      return { path, kind: 'invoke.onDone', event: '' };
    case 'bpmn:SubProcess':
      return known.regions.has(path) ? undefined : { path, kind: 'onDone', event: '' };
    case 'bpmn:ParallelGateway':
      return id(shape).endsWith('__join') && !isWrapped(path, known) ? { path, kind: 'onDone', event: '' } : undefined;
    case 'bpmn:ExclusiveGateway':
      return { path, kind: 'always', event: '' };
    case 'bpmn:BoundaryEvent':
      if (shape['cancelActivity'] === false) return undefined;
      return { path, kind: triggerOf(shape), event, caught: shape };
    case 'bpmn:IntermediateCatchEvent':
      return { path, kind: triggerOf(shape), event, ...(id(shape).includes('__') ? { caught: shape } : {}) };
    default:
      return undefined;
  }
}

function isWrapped(path: string, { all }: Known): boolean {
  return all.some((element) => id(element) === `${path}__split`);
}

function triggerOf(shape: BpmnElement): string {
  if (hasDefinition(shape, 'bpmn:MessageEventDefinition')) return 'on';
  if (hasDefinition(shape, 'bpmn:TimerEventDefinition')) return 'after';
  return hasDefinition(shape, 'bpmn:ErrorEventDefinition') ? 'invoke.onError' : 'always';
}

/** A name is a description unless it is what the event is called anyway. */
function descriptionOf(
  flow: BpmnElement,
  { caught, event }: Origin,
  { order, body }: { readonly order: number; readonly body: Plain },
): Plain {
  if (body['description'] !== undefined) return {};
  const onEvent = caught !== undefined && order === 0;
  const name = onEvent ? caught['name'] : flow['name'];
  const outcome = wfOf(flow, 'wf:Transition')?.['event'];
  const derived = onEvent
    ? [eventWords(event), delayWords(event)]
    : outcome === undefined
      ? []
      : [eventWords(String(outcome))];
  return name === undefined || derived.includes(String(name)) ? {} : { description: name };
}

/** The key of the neighbour that a flow leads to. */
function neighbourOf(from: string, flow: BpmnElement, known: Known): string {
  const around = from.includes('.') ? from.slice(0, from.lastIndexOf('.')) : '';
  const target = end(flow, 'targetRef');
  const region = known.regions.get(around);
  const joins = target.endsWith('__join') || target.endsWith('__merge');
  if (joins && region?.final !== undefined) return region.final;
  return segmentBehind(around, bare(target));
}

function firstOf(path: string, known: Known): string {
  const start = known.all.find((element) => id(element) === `${path}__start__to`);
  return start === undefined ? '' : segmentBehind(path, bare(end(start, 'targetRef')));
}

function segmentBehind(path: string, inner: string): string {
  return (path === '' ? inner : inner.slice(path.length + 1)).split('.')[0] ?? '';
}

const id = (element: BpmnElement): string => String(element['id']);
const bare = (elementId: string): string => elementId.split('__')[0] ?? '';
const end = (flow: BpmnElement, which: 'sourceRef' | 'targetRef'): string => id(flow[which] as BpmnElement);
const isNode = (element: BpmnElement): boolean =>
  /Task|Gateway|Event|SubProcess|CallActivity/.test(element.$type) && !element.$type.endsWith('Definition');

function flowsTo(element: BpmnElement, { all }: Known): readonly BpmnElement[] {
  return all.filter((flow) => flow.$type === 'bpmn:SequenceFlow' && flow['targetRef'] === element);
}

function hasDefinition(element: BpmnElement, type: string): boolean {
  return ((element['eventDefinitions'] ?? []) as readonly BpmnElement[]).some(
    (definition) => definition.$type === type,
  );
}
