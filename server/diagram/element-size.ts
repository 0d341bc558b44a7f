import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { type Size, wrappedSize } from './text-size.ts';

const EVENT = 30;
const GATEWAY = 40;
const TASK_WIDTH = { least: 100, most: 120 };
const TASK_HEIGHT = 50;
const TEXT_INSET = 16;
/** Above and below a task's name: more where an icon stands in the corner or a marker at the foot. */
const ROOM = { plain: 22, marked: 42, icon: 44 };
const FRAME_LABEL_WIDTH = 220;
/** Names outside are written a little smaller than those of tasks. */
const LABEL_SCALE = 11 / 12;
const LABEL_WIDTHS = [76, 116, 170];

/** The size of a shape without children. A task grows with its name, and keeps its icons and marker free of it. */
export function shapeSize(element: BpmnElement): Size {
  const type = element.$type;
  if (type.endsWith('Event')) return { width: EVENT, height: EVENT };
  if (type.endsWith('Gateway')) return { width: GATEWAY, height: GATEWAY };
  const text = wrappedSize(nameOf(element), TASK_WIDTH.most - TEXT_INSET);
  return {
    width: Math.min(TASK_WIDTH.most, Math.max(TASK_WIDTH.least, text.width + TEXT_INSET)),
    height: Math.max(TASK_HEIGHT, text.height + ROOM[decorationOf(element)]),
  };
}

function decorationOf(element: BpmnElement): keyof typeof ROOM {
  if (element.$type === 'bpmn:ServiceTask') return 'icon';
  return element.$type === 'bpmn:CallActivity' || element['loopCharacteristics'] !== undefined ? 'marked' : 'plain';
}

/** The size of a name that stands outside its shape, or beside a flow; undefined if there is none. */
export function labelSize(element: BpmnElement): Size | undefined {
  return labelSizes(element)[0];
}

/** The sizes that a name beside a flow may take, the narrowest first. */
export function labelSizes(element: BpmnElement): readonly Size[] {
  const name = nameOf(element);
  if (name === '') return [];
  const sizes = LABEL_WIDTHS.map((most) => wrappedSize(name, most / LABEL_SCALE)).map(({ width, height }) => ({
    width: Math.ceil(width * LABEL_SCALE) + 2,
    height,
  }));
  return sizes.filter((size, index) => size.height !== sizes[index - 1]?.height);
}

/** The size of a frame's name; undefined if there is none. */
export function frameLabelSize(frame: BpmnElement): Size | undefined {
  const value = (frame['categoryValueRef'] as BpmnElement | undefined)?.['value'];
  return typeof value === 'string' ? wrappedSize(value, FRAME_LABEL_WIDTH) : undefined;
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
