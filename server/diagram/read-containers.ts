import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';

/** A process or sub-process with what lies directly in it. */
export interface Container {
  readonly element: BpmnElement;
  readonly shapes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
  readonly frames: readonly BpmnElement[];
}

/** The process of definitions. */
export function processOf(definitions: BpmnElement): BpmnElement {
  const process = listOf(definitions, 'rootElements').find((root) => root.$type === 'bpmn:Process');
  if (process === undefined) throw new Error('The definitions hold no process.');
  return process;
}

/** What lies directly in a process or sub-process. */
export function readContainer(element: BpmnElement): Container {
  const inside = listOf(element, 'flowElements');
  return {
    element,
    shapes: inside.filter((each) => each.$type !== 'bpmn:SequenceFlow'),
    flows: inside.filter((each) => each.$type === 'bpmn:SequenceFlow'),
    frames: listOf(element, 'artifacts').filter((each) => each.$type === 'bpmn:Group'),
  };
}

/** A process with all sub-processes in it, outer ones first. */
export function readContainers(element: BpmnElement): readonly Container[] {
  const container = readContainer(element);
  return [container, ...container.shapes.filter((shape) => shape.$type === 'bpmn:SubProcess').flatMap(readContainers)];
}

/** A property that holds elements; empty if it is not set. */
export function listOf(element: BpmnElement, property: string): readonly BpmnElement[] {
  const value = element[property];
  return Array.isArray(value) ? (value as readonly BpmnElement[]) : [];
}

/** The id of an element. */
export function idOf(element: BpmnElement): string {
  return String(element['id']);
}

/** The id of the element that a flow begins or ends at. */
export function endOf(flow: BpmnElement, end: 'sourceRef' | 'targetRef'): string {
  return idOf(flow[end] as BpmnElement);
}
