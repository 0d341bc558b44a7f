import type { Box } from './box.ts';

/** A drawing and the window it is seen through. */
export interface Placing {
  /** The drawing itself. */
  readonly drawing: Box;
  /** The window it is seen through, in pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** What should be seen if not all can: what is active. */
  readonly focus: Box | null;
}

/** Room around the drawing, in pixels. */
const EDGE = 24;
/** The corner below right belongs to the mark of the drawing library; its licence wants it free. */
const FOOT = 44;
/** Below this scale the words cannot be read any more. */
const LEAST_SCALE = 0.55;
/** How large the part is shown where a case stands. */
const READABLE_SCALE = 0.8;
/** A small drawing is not blown up: its words would shout. */
const MOST_SCALE = 1.15;

/** The scale at which the whole drawing is seen. */
export function wholeScale({ drawing, window }: Omit<Placing, 'focus'>): number {
  const across = (window.width - 2 * EDGE) / drawing.width;
  const down = (window.height - EDGE - FOOT) / drawing.height;
  return Math.min(across, down, MOST_SCALE);
}

/** Whether the words can be read when the whole drawing is seen. */
export function fitsReadably(placing: Omit<Placing, 'focus'>): boolean {
  return wholeScale(placing) >= LEAST_SCALE;
}

/** The part of the drawing that the window shows so that all of it is seen, in the middle. */
export function placeWhole(placing: Omit<Placing, 'focus'>): Box {
  const { drawing, window } = placing;
  const scale = wholeScale(placing);
  const width = window.width / scale;
  const height = window.height / scale;
  const spare = height - drawing.height - (EDGE + FOOT) / scale;
  return {
    x: drawing.x - (width - drawing.width) / 2,
    y: drawing.y - EDGE / scale - spare / 2,
    width,
    height,
  };
}

/** What the window shows first: all of the drawing if its words can be read then, else what is active, readably. */
export function placeFirst(placing: Placing): Box {
  const { drawing, window, focus } = placing;
  if (fitsReadably(placing) || focus === null) return placeWhole(placing);
  const width = window.width / READABLE_SCALE;
  const height = window.height / READABLE_SCALE;
  return {
    x: within(focus.x + focus.width / 2 - width / 2, drawing.x - EDGE, drawing.x + drawing.width + EDGE - width),
    y: within(focus.y + focus.height / 2 - height / 2, drawing.y - EDGE, drawing.y + drawing.height + FOOT - height),
    width,
    height,
  };
}

/** How high the window should be for a drawing of this shape: never a slit, never the whole screen. */
export function windowHeight(drawing: Box, width: number): number {
  const scale = Math.min((width - 2 * EDGE) / drawing.width, MOST_SCALE);
  const needed = drawing.height * Math.max(scale, LEAST_SCALE) + EDGE + FOOT;
  return Math.round(Math.min(Math.max(needed, 220), 500));
}

/** `value`, but not outside; where the drawing is smaller than the window, its middle. */
function within(value: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most);
}
