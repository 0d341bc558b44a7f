// The parts of the drawing library that our files beside the canvas use, as narrow as they are used.
import type { Box } from './box.ts';

/** The surface that is drawn on. */
export interface Surface {
  readonly viewbox: (box?: Box) => Box & {
    readonly scale: number;
    readonly inner: Box;
    readonly outer: { readonly width: number; readonly height: number };
  };
  readonly addMarker: (id: string, marker: string) => void;
  readonly scroll: (delta: { readonly dx: number; readonly dy: number }) => void;
  readonly zoom: (scale: number, center?: { readonly x: number; readonly y: number }) => void;
  readonly resized: () => void;
}

/** A shape or connection as it was drawn. */
export interface Drawn extends Box {
  readonly id: string;
  readonly type: string;
  /** Present on connections. */
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  /** Present on labels that stand beside their element. */
  readonly labelTarget?: unknown;
}

/** Everything that was drawn. */
export interface Registry {
  readonly get: (id: string) => Drawn | undefined;
  readonly forEach: (visit: (element: Drawn) => void) => void;
}

/** Small pieces of the page that hang on an element and move with it. */
export interface Overlays {
  readonly add: (
    id: string,
    overlay: { readonly position: { readonly top: number; readonly right: number }; readonly html: HTMLElement },
  ) => void;
}

/** An element of the file itself: attributes by name. */
export interface FileElement {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
}
