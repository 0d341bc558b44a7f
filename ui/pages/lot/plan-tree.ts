import type { LotNodeView, LotView } from '../../../server/services/views/lot-view.ts';

/** How large things are in the picture, in its own units. */
export const BOX = { width: 178, height: 62 } as const;
const GAP = { across: 96, down: 14 } as const;
const EDGE = 2;

/** A box of the picture: a lot, a shipment, or the lot that the page is about. */
export interface TreeBox {
  readonly key: string;
  /** Null for the lot of the page. */
  readonly node: LotNodeView | null;
  readonly x: number;
  readonly y: number;
}

/** A line between two boxes, drawn from left to right as the goods went, and how much went. */
export interface TreeLine {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly node: LotNodeView;
}

export interface TreePlan {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly TreeBox[];
  readonly lines: readonly TreeLine[];
}

/**
 * Places a lot in the middle, what it was made from to its left and what became of it to its right.
 *
 * Each leaf has a row of its own and each box stands in the middle of those behind it, so that lines never cross.
 */
export function planTree({ parents, children }: Pick<LotView, 'parents' | 'children'>): TreePlan {
  const rows = Math.max(leaves(parents), leaves(children), 1);
  const height = rows * (BOX.height + GAP.down) - GAP.down + 2 * EDGE;
  const step = BOX.width + GAP.across;
  const center: TreeBox = { key: 'lot', node: null, x: depth(parents) * step + EDGE, y: (height - BOX.height) / 2 };
  const left = side(parents, { center, direction: -1, height });
  const right = side(children, { center, direction: 1, height });
  return {
    width: (depth(parents) + depth(children)) * step + BOX.width + 2 * EDGE,
    height,
    boxes: [...left.boxes, center, ...right.boxes],
    lines: [...left.lines, ...right.lines],
  };
}

interface Side {
  readonly center: TreeBox;
  readonly direction: -1 | 1;
  readonly height: number;
}

function side(nodes: readonly LotNodeView[], { center, direction, height }: Side): Pick<TreePlan, 'boxes' | 'lines'> {
  const boxes: TreeBox[] = [];
  const lines: TreeLine[] = [];
  const used = leaves(nodes) * (BOX.height + GAP.down) - GAP.down;
  let nextRow = (height - used) / 2;
  const place = (node: LotNodeView, at: { readonly key: string; readonly level: number }): TreeBox => {
    const behind = node.next.map((next, index) => place(next, { key: `${at.key}-${index}`, level: at.level + 1 }));
    const x = center.x + direction * at.level * (BOX.width + GAP.across);
    const [first, last] = [behind[0], behind.at(-1)];
    const y = first === undefined || last === undefined ? nextRow : (first.y + last.y) / 2;
    if (behind.length === 0) nextRow += BOX.height + GAP.down;
    const box: TreeBox = { key: at.key, node, x, y };
    boxes.push(box);
    lines.push(...behind.map((other) => lineBetween(box, other, direction)));
    return box;
  };
  const near = nodes.map((node, index) => place(node, { key: `${direction}-${index}`, level: 1 }));
  return { boxes, lines: [...lines, ...near.map((box) => lineBetween(center, box, direction))] };
}

/** From the right edge of the box on the left to the left edge of the one on the right. */
function lineBetween(near: TreeBox, far: TreeBox, direction: -1 | 1): TreeLine {
  const [left, right] = direction === 1 ? [near, far] : [far, near];
  return {
    key: far.key,
    from: { x: left.x + BOX.width, y: left.y + BOX.height / 2 },
    to: { x: right.x, y: right.y + BOX.height / 2 },
    node: far.node as LotNodeView,
  };
}

/** How many rows a side needs. */
function leaves(nodes: readonly LotNodeView[]): number {
  return nodes.reduce((sum, { next }) => sum + Math.max(leaves(next), 1), 0);
}

function depth(nodes: readonly LotNodeView[]): number {
  return Math.max(0, ...nodes.map(({ next }) => 1 + depth(next)));
}

/** A text cut to a width, counting a Chinese letter as two. */
export function cutText(text: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += /[\u2e80-\uffef]/.test(letter) ? 2 : 1;
    if (width > most) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return text;
}
