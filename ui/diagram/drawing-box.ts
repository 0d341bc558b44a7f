import type { Box } from './box.ts';
import type { Registry } from './viewer-services.ts';

/** The box around everything drawn. Measured from the elements, because the picture's own box holds its badges too. */
export function drawingBox(registry: Registry): Box {
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
