import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { type Size, wrappedSize } from './text-size.ts';

const EVENT = 30;
const GATEWAY = 40;
const TASK_WIDTH = { least: 100, most: 120 };
const TASK_HEIGHT = 50;
const TASK_PADDING = { x: 16, y: 20 };
const ICON_ROOM = 12;
const MARKER_ROOM = 16;
const LABEL_WIDTHS = [76, 116, 170];

/** The size of a shape without children. A task grows with its name, and keeps its icons and marker free of it. */
export function shapeSize(element: BpmnElement): Size {
  const type = element.$type;
  if (type.endsWith('Event')) return { width: EVENT, height: EVENT };
  if (type.endsWith('Gateway')) return { width: GATEWAY, height: GATEWAY };
  const name = nameOf(element);
  const text = wrappedSize(name, TASK_WIDTH.most - TASK_PADDING.x);
  const icons = (type === 'bpmn:ServiceTask' ? ICON_ROOM : 0) + (element['loopCharacteristics'] === undefined ? 0 : MARKER_ROOM);
  return {
    width: Math.min(TASK_WIDTH.most, Math.max(TASK_WIDTH.least, text.width + TASK_PADDING.x)),
    height: Math.max(TASK_HEIGHT, text.height + TASK_PADDING.y + icons),
  };
}

/** The size of a name that stands outside its shape, or beside a flow; undefined if there is none. */
export function labelSize(element: BpmnElement): Size | undefined {
  return labelSizes(element)[0];
}

/** The sizes that a name beside a flow may take, the narrowest first. */
export function labelSizes(element: BpmnElement): readonly Size[] {
  const name = nameOf(element);
  if (name === '') return [];
  const sizes = LABEL_WIDTHS.map((most) => wrappedSize(name, most)).map(({ width, height }) => ({ width: width + 2, height }));
  return sizes.filter((size, index) => size.height !== sizes[index - 1]?.height);
}

/** True for a shape whose name stands outside. */
export function hasLabelOutside(element: BpmnElement): boolean {
  return element.$type.endsWith('Event') || element.$type.endsWith('Gateway');
}

/** What an element is called; empty if nothing. */
export function nameOf(element: BpmnElement): string {
  const { name } = element;
  return typeof name === 'string' ? name : '';
}
