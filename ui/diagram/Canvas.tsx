// The only file that knows bpmn-js. It draws; what the marks mean is decided by the server.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import './canvas.css';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Marks } from './mark-drawing.ts';
import { type Drawing, openDrawing, type Viewer } from './open-drawing.ts';

/** What the buttons around the canvas can do with it. */
export interface CanvasHandle {
  readonly zoom: (factor: number) => void;
  readonly showWhole: () => void;
  readonly showActive: () => void;
}

/** What is drawn, and who wants to know how it went. */
export interface CanvasProps {
  readonly ref: Ref<CanvasHandle>;
  readonly xml: string;
  readonly marks: Marks;
  /** The word on the badge of what is active. */
  readonly now: string;
  readonly label: string;
  /** True while it fills the screen: then the wheel zooms and one finger moves in every direction. */
  readonly full: boolean;
  /** Told once it is drawn: whether all of it is seen, or only where the case stands. */
  readonly onDrawn: (whole: boolean) => void;
  readonly onFailed: () => void;
}

/** A drawn workflow with its marks. It must have a size when it appears: the library cannot draw into nothing. */
export function Canvas({ ref, xml, marks, now, label, full, onDrawn, onFailed }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawing | null>(null);
  const wheel = useRef({ enabled: full });
  const told = useRef({ onDrawn, onFailed });
  told.current = { onDrawn, onFailed };

  useEffect(() => {
    if (!container.current) return;
    const drawing = openDrawing(container.current, openViewer(container.current, wheel.current));
    drawn.current = drawing;
    drawing.draw({ xml, marks, now }).then(
      (whole) => told.current.onDrawn(whole),
      () => told.current.onFailed(),
    );
    return () => {
      drawn.current = null;
      drawing.close();
    };
  }, [xml, marks, now]);

  useEffect(() => {
    if (wheel.current.enabled === full) return;
    wheel.current.enabled = full;
    // Its new size is known only after the browser has laid the page out again.
    const frame = requestAnimationFrame(() => drawn.current?.showWhole());
    return () => cancelAnimationFrame(frame);
  }, [full]);

  useImperativeHandle(ref, () => ({
    zoom: (factor) => drawn.current?.zoom(factor),
    showWhole: () => drawn.current?.showWhole(),
    showActive: () => drawn.current?.showActive(),
  }));

  return <section ref={container} aria-label={label} className="gf-canvas" data-full={full || undefined} />;
}

/** `wheel` is kept and read by the library: it belongs to the page as long as the picture stands in it. */
function openViewer(container: HTMLElement, wheel: { enabled: boolean }): Viewer {
  return new NavigatedViewer({
    container,
    zoomScroll: wheel,
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
}
