import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { labelSize, shapeSize } from './element-size.ts';
import { type Bounds, labelId, type PictureLayout, type Point } from './picture-layout.ts';
import type { Door } from './piece-door.ts';
import { idOf } from './read-containers.ts';
import type { Size } from './text-size.ts';

const EVENT_GAP = 12;
const LABEL_GAP = 5;
const END_GAP = 24;

/** A boundary event; with the small end below it, if all it does is to act. */
export interface EdgeEvent {
  readonly event: BpmnElement;
  readonly ending?: { readonly flow: BpmnElement; readonly end: BpmnElement };
}

/** What sits on the lower edge of a shape, and where flows go on from it. */
export interface Edge {
  readonly width: number;
  readonly layout: PictureLayout;
  readonly exits: readonly Door[];
}

/** Puts boundary events side by side on the lower edge, each with its name to the right of its line. */
export function placeEvents(events: readonly EdgeEvent[], edge: number): Edge {
  const bounds = new Map<string, Bounds>();
  const lines = new Map<string, readonly Point[]>();
  const exits: Door[] = [];
  let x = EVENT_GAP;
  let bottom = edge;
  const put = (element: BpmnElement, { at, label }: { readonly at: Point; readonly label: Point }): Size => {
    const size = shapeSize(element);
    const name = labelSize(element);
    bounds.set(idOf(element), { x: at.x - size.width / 2, y: at.y, ...size });
    if (name !== undefined) bounds.set(labelId(idOf(element)), { ...label, ...name });
    return {
      width: Math.max(size.width / 2, label.x - at.x + (name?.width ?? 0)),
      height: name === undefined ? 0 : name.height,
    };
  };
  for (const { event, ending } of events) {
    const size = shapeSize(event);
    const middle = x + size.width / 2;
    const below = edge + size.height / 2;
    const named = put(event, {
      at: { x: middle, y: edge - size.height / 2 },
      label: { x: middle + LABEL_GAP, y: below + 2 },
    });
    let reach = named.width;
    bottom = Math.max(bottom, below + named.height + 4);
    if (ending === undefined)
      exits.push({ shape: idOf(event), side: 'SOUTH', x: middle, y: below, at: { x: middle, y: below } });
    else {
      const end = shapeSize(ending.end);
      // The end's name stands beside its middle; a high one must not reach up to the name of the event.
      const above = Math.max(4, ((labelSize(ending.end)?.height ?? 0) - end.height) / 2);
      const top = below + Math.max(END_GAP, named.height + 4 + above);
      const ended = put(ending.end, {
        at: { x: middle, y: top },
        label: {
          x: middle + end.width / 2 + LABEL_GAP,
          y: top + end.height / 2 - (labelSize(ending.end)?.height ?? 0) / 2,
        },
      });
      lines.set(idOf(ending.flow), [
        { x: middle, y: below },
        { x: middle, y: top },
      ]);
      reach = Math.max(reach, ended.width);
      bottom = Math.max(bottom, top + Math.max(end.height, ended.height) + 4);
    }
    x = middle + reach + EVENT_GAP;
  }
  return { width: events.length === 0 ? 0 : x, layout: { width: x, height: bottom, bounds, lines }, exits };
}
