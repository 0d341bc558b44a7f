// The only file that knows bpmn-js. It draws; what the marks mean is decided by the server.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import './canvas.css';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Box } from './box.ts';
import { colourDrawing, type Marks, markDrawing, shrinkArrowheads, widenLabels } from './mark-drawing.ts';
import { placeFirst, placeWhole, windowHeight } from './place-drawing.ts';
import { enableTouch } from './touch-pan.ts';
import type { FileElement, Overlays, Registry, Surface } from './viewer-services.ts';

/** What the buttons around the canvas can do with it. */
export interface CanvasHandle {
  readonly zoom: (factor: number) => void;
  readonly showWhole: () => void;
}

export interface CanvasProps {
  readonly ref: Ref<CanvasHandle>;
  readonly xml: string;
  readonly marks: Marks;
  /** The word on the badge of what is active. */
  readonly now: string;
  readonly label: string;
  /** True while it fills the screen: then the wheel zooms and one finger moves in every direction. */
  readonly full: boolean;
  readonly onFailed: () => void;
}

/** A drawn workflow with its marks. It must have a size when it appears: the library cannot draw into nothing. */
export function Canvas({ ref, xml, marks, now, label, full, onFailed }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawing | null>(null);
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    if (!container.current) return;
    const drawing = openDrawing(container.current);
    drawn.current = drawing;
    drawing.draw(xml, marks, now).catch(() => failed.current());
    return () => {
      drawn.current = null;
      drawing.close();
    };
  }, [xml, marks, now]);

  const wasFull = useRef(full);
  useEffect(() => {
    if (wasFull.current === full) return;
    wasFull.current = full;
    drawn.current?.setFull(full);
  }, [full]);

  useImperativeHandle(ref, () => ({
    zoom: (factor) => drawn.current?.zoom(factor),
    showWhole: () => drawn.current?.showWhole(),
  }));

  return <section ref={container} aria-label={label} className="gf-canvas" data-full={full || undefined} />;
}

type Drawing = ReturnType<typeof openDrawing>;

function openDrawing(container: HTMLElement) {
  const zoomScroll = { enabled: false };
  const viewer = new NavigatedViewer({
    container,
    zoomScroll,
    bpmnRenderer: {
      defaultFillColor: 'var(--gf-surface)',
      defaultStrokeColor: 'var(--gf-text-3)',
      defaultLabelColor: 'var(--gf-text)',
    },
    textRenderer: {
      defaultStyle: { fontFamily: getComputedStyle(container).fontFamily, fontSize: 12, lineHeight: 1.25 },
      externalStyle: { fontSize: 11.5, lineHeight: 1.25 },
    },
  });
  const surface = viewer.get<Surface>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  let closed = false;
  const stopTouch = enableTouch(container, surface);
  const windowOf = () => ({ width: container.clientWidth, height: container.clientHeight });
  const show = (place: (drawing: Box) => Box) => surface.viewbox(place(drawingBox(registry)));
  const resize = new ResizeObserver(() => {
    if (!closed && container.clientWidth > 0) surface.resized();
  });

  return {
    draw: async (xml: string, marks: Marks, now: string) => {
      viewer.on('import.render.start', ({ definitions }: { definitions: FileElement }) => {
        for (const diagram of definitions.get('diagrams') as FileElement[]) {
          const plane = diagram.get('plane') as FileElement;
          const planeElements = plane.get('planeElement') as FileElement[];
          colourDrawing(planeElements, marks);
          widenLabels(planeElements);
        }
      });
      await document.fonts.ready;
      if (closed) return;
      await viewer.importXML(xml);
      if (closed) return;
      markDrawing(marks, { surface, registry, overlays: viewer.get<Overlays>('overlays'), now });
      shrinkArrowheads(container);
      container.style.height = `${windowHeight(drawingBox(registry), container.clientWidth)}px`;
      surface.resized();
      const focus = marks.active.map((id) => registry.get(id)).find((element) => element !== undefined) ?? null;
      show((drawing) => placeFirst({ drawing, window: windowOf(), focus }));
      resize.observe(container);
    },
    zoom: (factor: number) => {
      const { outer } = surface.viewbox();
      surface.zoom(surface.viewbox().scale * factor, { x: outer.width / 2, y: outer.height / 2 });
    },
    showWhole: () => show((drawing) => placeWhole({ drawing, window: windowOf() })),
    setFull: (full: boolean) => {
      zoomScroll.enabled = full;
      // The size has changed by then only if the browser has laid the page out again.
      requestAnimationFrame(() => {
        if (closed) return;
        surface.resized();
        show((drawing) => placeWhole({ drawing, window: windowOf() }));
      });
    },
    close: () => {
      closed = true;
      resize.disconnect();
      stopTouch();
      viewer.destroy();
    },
  };
}

/** The box around everything drawn. Measured from the elements, because the picture's own box holds its badges too. */
function drawingBox(registry: Registry): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  registry.forEach((element) => {
    if (element.waypoints) for (const { x, y } of element.waypoints) include(x, y);
    else if (Number.isFinite(element.width) && Number.isFinite(element.x)) {
      include(element.x, element.y);
      include(element.x + element.width, element.y + element.height);
    }
  });
  return { x: left, y: top, width: right - left, height: bottom - top };
}
