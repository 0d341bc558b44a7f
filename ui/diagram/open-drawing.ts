import { type Box, boxAround } from './box.ts';
import { drawingBox } from './drawing-box.ts';
import { colourDrawing, type Marks, markDrawing, shrinkArrowheads, widenLabels } from './mark-drawing.ts';
import { fitsReadably, placeFirst, placeWhole, windowHeight } from './place-drawing.ts';
import { enableTouch } from './touch-pan.ts';
import type { FileElement, Overlays, Registry, Surface } from './viewer-services.ts';

/** A drawing library that has been given a container, as narrow as it is used. */
export interface Viewer {
  readonly get: <T>(service: string) => T;
  readonly on: (event: string, listener: (event: { definitions: FileElement }) => void) => void;
  readonly importXML: (xml: string) => Promise<unknown>;
  readonly destroy: () => void;
}

/** What is drawn, with its marks. */
export interface Picture {
  readonly xml: string;
  readonly marks: Marks;
  /** The word on the badge of what is active. */
  readonly now: string;
}

/** A drawing in its container. To be closed by whoever opened it. */
export interface Drawing {
  /** Draws, and answers whether all of it is seen readably: otherwise the part is shown where the case stands. */
  readonly draw: (picture: Picture) => Promise<boolean>;
  readonly zoom: (factor: number) => void;
  readonly showWhole: () => void;
  /** Goes back to where the case stands. */
  readonly showActive: () => void;
  readonly close: () => void;
}

/** Opens a drawing. `draw` fails where the file cannot be read; after `close` nothing happens any more. */
export function openDrawing(container: HTMLElement, viewer: Viewer): Drawing {
  const surface = viewer.get<Surface>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const stopTouch = enableTouch(container, surface);
  const windowSize = () => ({ width: container.clientWidth, height: container.clientHeight });
  const resize = new ResizeObserver(() => {
    if (container.clientWidth > 0) surface.resized();
  });
  let closed = false;
  let active: Box | null = null;

  const showWhole = () => {
    if (closed) return;
    surface.resized();
    surface.viewbox(placeWhole({ drawing: drawingBox(registry), window: windowSize() }));
  };
  const showActive = () => {
    if (closed) return;
    surface.resized();
    surface.viewbox(placeFirst({ drawing: drawingBox(registry), window: windowSize(), focus: active }));
  };
  const draw = async ({ xml, marks, now }: Picture) => {
    viewer.on('import.render.start', ({ definitions }) => prepare(definitions, marks));
    // Words are measured while they are drawn: with the letters that will stand there.
    await document.fonts.ready;
    if (closed) return true;
    await viewer.importXML(xml);
    if (closed) return true;
    markDrawing(marks, { surface, registry, overlays: viewer.get<Overlays>('overlays'), now });
    shrinkArrowheads(container);
    const drawing = drawingBox(registry);
    container.style.height = `${windowHeight(drawing, container.clientWidth)}px`;
    active = whereItStands(marks, registry);
    showActive();
    resize.observe(container);
    return fitsReadably({ drawing, window: windowSize() });
  };
  const zoom = (factor: number) => {
    const { outer, scale } = surface.viewbox();
    surface.zoom(scale * factor, { x: outer.width / 2, y: outer.height / 2 });
  };
  const close = () => {
    closed = true;
    resize.disconnect();
    stopTouch();
    viewer.destroy();
  };
  return { draw, zoom, showWhole, showActive, close };
}

/** Colours a file before it is drawn: afterwards the arrowheads can no longer be reached. */
function prepare(definitions: FileElement, marks: Marks): void {
  for (const diagram of definitions.get('diagrams') as FileElement[]) {
    const plane = diagram.get('plane') as FileElement;
    const planeElements = plane.get('planeElement') as FileElement[];
    colourDrawing(planeElements, marks);
    widenLabels(planeElements);
  }
}

/** The part to look at first: what is active; in a case that has ended, the farthest it came. */
function whereItStands(marks: Marks, registry: Registry): Box | null {
  const find = (ids: readonly string[]) => ids.flatMap((id) => registry.get(id) ?? []);
  const active = find(marks.active);
  if (active.length > 0) return boxAround(active);
  return find(marks.done.map(({ id }) => id)).toSorted((a, b) => b.x - a.x)[0] ?? null;
}
