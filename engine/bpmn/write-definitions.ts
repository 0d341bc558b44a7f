import type { BpmnElement, CreateElement, Make } from './bpmn-element.ts';
import type { Drawing, Extension, Flow, Frame, Shape } from './drawing.ts';
import { helperId } from './element-id.ts';
import { writeEvent } from './write-event.ts';
import { WF_BODY, WF_NAMESPACE } from './wf-namespace.ts';

/** Writes a drawing as BPMN objects: all shapes first, then the flows between them, which may point forward. */
export function writeDefinitions(drawing: Drawing, create: CreateElement): BpmnElement {
  const make = parented(create);
  const definitions = create('bpmn:Definitions', {
    id: helperId(drawing.id, 'definitions'),
    targetNamespace: WF_NAMESPACE.uri,
  });
  const process = make(definitions, 'bpmn:Process', { id: drawing.id, name: drawing.name, isExecutable: true });
  setExtensions(process, [drawing.machine], make);
  const roots: BpmnElement[] = [process];
  const categories = writeFrames(drawing, definitions, make);
  const escalations = writeEscalations(drawing, definitions, make);
  const elements = writeShapes(drawing.shapes, { process, escalations, make });
  const flows = writeFlows(drawing.flows, elements, { process, make });
  setContents(drawing, { process, elements, flows, frames: categories.frames });
  definitions['rootElements'] = [...escalations.values(), ...categories.roots, ...roots];
  return definitions;
}

/** What is left out of the attributes stays out of the file. */
function parented(create: CreateElement): Make {
  return (parent, type, attributes) => {
    const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
    const element = create(type, given);
    element.$parent = parent;
    return element;
  };
}

interface ShapeContext {
  readonly process: BpmnElement;
  readonly escalations: ReadonlyMap<string, BpmnElement>;
  readonly make: Make;
}

function writeShapes(shapes: readonly Shape[], context: ShapeContext): ReadonlyMap<string, BpmnElement> {
  const elements = new Map<string, BpmnElement>();
  const { process, make } = context;
  for (const shape of shapes) {
    const { id, type, name, interrupting, called } = shape;
    // A sub-process stands before what lies in it, but a boundary event may stand before its neighbours.
    const parent = elements.get(shape.container) ?? process;
    const element = make(parent, type, { id, name, cancelActivity: interrupting, calledElement: called });
    if (shape.many === true)
      element['loopCharacteristics'] = make(element, 'bpmn:MultiInstanceLoopCharacteristics', { isSequential: false });
    if (shape.event !== undefined) element['eventDefinitions'] = [writeEvent(element, shape.event, context)];
    setExtensions(element, shape.extensions, make);
    elements.set(id, element);
  }
  for (const { id, host } of shapes)
    if (host !== undefined) (elements.get(id) as BpmnElement)['attachedToRef'] = elements.get(host);
  return elements;
}

function writeFlows(
  flows: readonly Flow[],
  elements: ReadonlyMap<string, BpmnElement>,
  { process, make }: Pick<ShapeContext, 'process' | 'make'>,
): ReadonlyMap<string, BpmnElement> {
  return new Map(
    flows.map((flow) => {
      const [source, target] = [elements.get(flow.from), elements.get(flow.to)];
      if (source === undefined || target === undefined)
        throw new Error(`The flow ${flow.id} has no end; the drawing is broken.`);
      const element = make(elements.get(flow.container) ?? process, 'bpmn:SequenceFlow', {
        id: flow.id,
        name: flow.name,
        sourceRef: source,
        targetRef: target,
      });
      if (flow.condition !== undefined)
        element['conditionExpression'] = make(element, 'bpmn:FormalExpression', {
          language: 'feel',
          body: flow.condition,
        });
      if (flow.isDefault === true) source['default'] = element;
      if (flow.extension !== undefined) setExtensions(element, [flow.extension], make);
      source['outgoing'] = [...listOf(source['outgoing']), element];
      target['incoming'] = [...listOf(target['incoming']), element];
      return [flow.id, element] as const;
    }),
  );
}

/** A frame's name stands in a category, so BPMN wants. */
function writeFrames(
  { frames }: Drawing,
  definitions: BpmnElement,
  make: Make,
): { readonly frames: ReadonlyMap<string, BpmnElement>; readonly roots: readonly BpmnElement[] } {
  const written = frames.map((frame): readonly [Frame, BpmnElement, BpmnElement] => {
    const category = make(definitions, 'bpmn:Category', { id: helperId(frame.id, 'category') });
    const value = make(category, 'bpmn:CategoryValue', { id: helperId(frame.id, 'name'), value: frame.name });
    category['categoryValue'] = [value];
    const group = make(definitions, 'bpmn:Group', { id: frame.id, categoryValueRef: value });
    setExtensions(group, [frame.extension], make);
    return [frame, category, group];
  });
  return {
    frames: new Map(written.map(([frame, , group]) => [frame.id, group])),
    roots: written.map(([, category]) => category),
  };
}

function writeEscalations({ shapes }: Drawing, definitions: BpmnElement, make: Make): ReadonlyMap<string, BpmnElement> {
  const targets = new Set(shapes.flatMap(({ event }) => (event?.kind === 'escalation' ? [event.to] : [])));
  return new Map(
    [...targets].map((to) => [
      to,
      make(definitions, 'bpmn:Escalation', { id: helperId(to, 'leave'), escalationCode: to }),
    ]),
  );
}

interface Contents {
  readonly process: BpmnElement;
  readonly elements: ReadonlyMap<string, BpmnElement>;
  readonly flows: ReadonlyMap<string, BpmnElement>;
  readonly frames: ReadonlyMap<string, BpmnElement>;
}

function setContents(drawing: Drawing, { process, elements, flows, frames }: Contents): void {
  const containers = new Set([
    '',
    ...drawing.shapes.filter(({ type }) => type === 'bpmn:SubProcess').map(({ id }) => id),
  ]);
  for (const container of containers) {
    const element = elements.get(container) ?? process;
    const own = [
      ...drawing.shapes.map((shape) => [shape, elements] as const),
      ...drawing.flows.map((flow) => [flow, flows] as const),
    ];
    element['flowElements'] = own
      .filter(([{ container: its }]) => its === container)
      .map(([{ id }, written]) => written.get(id));
    const artifacts = drawing.frames
      .filter((frame) => frame.container === container)
      .map((frame) => frames.get(frame.id) as BpmnElement);
    for (const artifact of artifacts) artifact.$parent = element;
    if (artifacts.length > 0) element['artifacts'] = artifacts;
  }
}

/** Sets the extensions of an element; none, no extension element. */
function setExtensions(element: BpmnElement, extensions: readonly Extension[], make: Make): void {
  const told = extensions.filter(({ attributes, body }) => Object.keys(attributes).length > 0 || body !== undefined);
  if (told.length === 0) return;
  const holder = make(element, 'bpmn:ExtensionElements', {});
  holder['values'] = told.map(({ type, attributes, body }) =>
    make(holder, type, { ...attributes, [WF_BODY]: body === undefined ? undefined : JSON.stringify(body) }),
  );
  element['extensionElements'] = holder;
}

function listOf(value: unknown): readonly BpmnElement[] {
  return Array.isArray(value) ? (value as readonly BpmnElement[]) : [];
}
