import type { Surface } from './viewer-services.ts';

/** Where a finger touches the drawing. */
interface Finger {
  readonly x: number;
  readonly y: number;
}

/**
 * Lets fingers move the drawing: one moves it, two move and zoom about their middle.
 *
 * The drawing library knows the mouse only. While the picture stands in the page, `touch-action: pan-y` leaves the
 * up and down of one finger to the page. Answers how to stop.
 */
export function enableTouch(container: HTMLElement, surface: Surface): () => void {
  const fingers = new Map<number, Finger>();

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const up = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const old = [...fingers.values()];
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = [...fingers.values()];
    surface.scroll({ dx: (event.clientX - before.x) / now.length, dy: (event.clientY - before.y) / now.length });
    if (now.length === 2) zoom(old, now);
  };
  const zoom = (old: readonly Finger[], now: readonly Finger[]) => {
    const spread = (pair: readonly Finger[]) =>
      Math.hypot((pair[0]?.x ?? 0) - (pair[1]?.x ?? 0), (pair[0]?.y ?? 0) - (pair[1]?.y ?? 0));
    const origin = container.getBoundingClientRect();
    const center = {
      x: ((now[0]?.x ?? 0) + (now[1]?.x ?? 0)) / 2 - origin.left,
      y: ((now[0]?.y ?? 0) + (now[1]?.y ?? 0)) / 2 - origin.top,
    };
    const scale = surface.viewbox().scale * (spread(now) / Math.max(spread(old), 1));
    surface.zoom(Math.min(Math.max(scale, 0.2), 4), center);
  };

  container.addEventListener('pointerdown', down);
  container.addEventListener('pointermove', move);
  container.addEventListener('pointerup', up);
  container.addEventListener('pointercancel', up);
  return () => {
    container.removeEventListener('pointerdown', down);
    container.removeEventListener('pointermove', move);
    container.removeEventListener('pointerup', up);
    container.removeEventListener('pointercancel', up);
  };
}
