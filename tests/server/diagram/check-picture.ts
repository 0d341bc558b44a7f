import type { Box, Picture, PlacedFlow, PlacedShape } from './read-picture.ts';

/** Everything that is wrong with the places in a picture, in words; empty if nothing is. */
export function faultsOf(picture: Picture): readonly string[] {
  return [
    ...picture.unplaced.map((id) => `${id} has no place`),
    ...overlaps(picture),
    ...outsiders(picture),
    ...looseEnds(picture),
    ...slanted(picture),
    ...throughShapes(picture),
  ];
}

/** Names that cover a shape or another name. */
export function coveredLabels(picture: Picture): readonly string[] {
  const labels = [...picture.shapes, ...picture.flows].flatMap(({ id, label }) =>
    label === undefined ? [] : [{ id, label }],
  );
  const solid = picture.shapes.filter(({ type }) => !isAround(type));
  return labels.flatMap(({ id, label }, index) => [
    ...solid
      .filter((shape) => shape.id !== id && overlap(label, shape.box) > 8)
      .map((shape) => `the name of ${id} covers ${shape.id}`),
    ...labels
      .slice(index + 1)
      .filter((other) => overlap(label, other.label) > 8)
      .map((other) => `the names of ${id} and ${other.id} cover each other`),
  ]);
}

const isAround = (type: string): boolean => type === 'bpmn:SubProcess' || type === 'bpmn:Group';

/** Boundary events sit on their host, sub-processes and frames lie around others; nothing else may overlap. */
function overlaps({ shapes }: Picture): readonly string[] {
  const plain = shapes.filter(({ type }) => type !== 'bpmn:Group');
  return plain.flatMap((one, index) =>
    plain
      .slice(index + 1)
      .filter(
        (other) =>
          one.parent === other.parent &&
          one.host !== other.id &&
          other.host !== one.id &&
          overlap(one.box, other.box) > 0,
      )
      .map((other) => `${one.id} overlaps ${other.id}`),
  );
}

function outsiders({ shapes, flows }: Picture): readonly string[] {
  const boxes = new Map(shapes.map((shape) => [shape.id, shape.box]));
  const frames = shapes.filter(({ type }) => type === 'bpmn:Group');
  return [
    ...shapes
      .filter(({ parent, box }) => boxes.has(parent) && !contains(boxes.get(parent) as Box, box))
      .map(({ id, parent }) => `${id} lies outside ${parent}`),
    ...flows
      .filter(
        ({ parent, points }) =>
          boxes.has(parent) &&
          points.some(({ x, y }) => !contains(boxes.get(parent) as Box, { x, y, width: 0, height: 0 })),
      )
      .map(({ id, parent }) => `${id} runs outside ${parent}`),
    ...frames.flatMap((frame) =>
      shapes
        .filter(
          (shape) =>
            shape.type !== 'bpmn:Group' &&
            shape.id.startsWith(`${frame.id}.`) !== contains(frame.box, shape.box) &&
            overlap(frame.box, shape.box) > 0,
        )
        .map((shape) => `${shape.id} and the frame ${frame.id} cut each other`),
    ),
  ];
}

function looseEnds({ shapes, flows }: Picture): readonly string[] {
  const boxes = new Map(shapes.map((shape) => [shape.id, shape]));
  const touches = (shape: PlacedShape | undefined, point: PlacedFlow['points'][number] | undefined): boolean =>
    shape !== undefined && point !== undefined && onEdge(shape, point);
  return flows.flatMap(({ id, from, to, points }) => [
    ...(points.length < 2 ? [`${id} has no line`] : []),
    ...(touches(boxes.get(from), points[0]) ? [] : [`${id} does not begin at ${from}`]),
    ...(touches(boxes.get(to), points.at(-1)) ? [] : [`${id} does not end at ${to}`]),
  ]);
}

/** On the edge, within a pixel of rounding; of a diamond or circle only at its four tips. */
function onEdge({ type, box }: PlacedShape, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1.5;
  const [left, right, top, bottom] = [box.x, box.x + box.width, box.y, box.y + box.height];
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  if (/Gateway|Event/.test(type))
    return (
      ((near(x, left) || near(x, right)) && near(y, middleY)) || ((near(y, top) || near(y, bottom)) && near(x, middleX))
    );
  const upright = (near(x, left) || near(x, right)) && y >= top - 1 && y <= bottom + 1;
  return upright || ((near(y, top) || near(y, bottom)) && x >= left - 1 && x <= right + 1);
}

function slanted({ flows }: Picture): readonly string[] {
  return flows
    .filter(({ points }) =>
      points
        .slice(1)
        .some(
          (point, index) =>
            Math.abs(point.x - (points[index]?.x ?? 0)) > 1 && Math.abs(point.y - (points[index]?.y ?? 0)) > 1,
        ),
    )
    .map(({ id }) => `${id} is slanted`);
}

/** Lines that run through a shape other than their own ends and what lies around them. */
function throughShapes({ shapes, flows }: Picture): readonly string[] {
  return flows.flatMap(({ id, from, to, parent, points }) =>
    shapes
      .filter(
        (shape) =>
          shape.type !== 'bpmn:Group' &&
          shape.parent === parent &&
          ![from, to].includes(shape.id) &&
          shape.host !== from &&
          shapes.find((other) => other.id === from)?.host !== shape.id,
      )
      .filter(({ box }) =>
        points.slice(1).some((point, index) => overlap(thin(points[index] ?? point, point), shrunk(box)) > 0),
      )
      .map((shape) => `${id} runs through ${shape.id}`),
  );
}

function thin(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): Box {
  return {
    x: Math.min(from.x, to.x) - 0.5,
    y: Math.min(from.y, to.y) - 0.5,
    width: Math.abs(from.x - to.x) + 1,
    height: Math.abs(from.y - to.y) + 1,
  };
}

function shrunk({ x, y, width, height }: Box): Box {
  return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}
