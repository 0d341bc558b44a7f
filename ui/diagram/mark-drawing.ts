import type { DiagramView } from '../../server/services/views/instance-view.ts';
import type { FileElement, Overlays, Registry, Surface } from './viewer-services.ts';

/** What happened to the parts of a drawing. */
export type Marks = Pick<DiagramView, 'active' | 'done' | 'skipped' | 'taken'>;

/**
 * Gives each part its colours in the file, before it is drawn.
 *
 * Arrowheads take their colour from the file only. Colours are our variables, so the drawing follows light and dark.
 */
export function colourDrawing(planeElements: readonly FileElement[], marks: Marks): void {
  const looks = new Map<string, readonly [stroke: string, fill: string]>();
  for (const id of marks.skipped) looks.set(id, ['var(--gf-text-3)', 'var(--gf-surface)']);
  for (const { id } of marks.done) looks.set(id, ['var(--gf-accent)', 'var(--gf-accent-soft)']);
  for (const id of marks.taken) looks.set(id, ['var(--gf-accent)', 'none']);
  for (const id of marks.active) looks.set(id, ['var(--gf-accent-solid)', 'var(--gf-accent-solid)']);
  for (const shown of planeElements) {
    const look = looks.get(idOf(shown));
    if (!look) continue;
    shown.set('bioc:stroke', look[0]);
    shown.set('bioc:fill', look[1]);
  }
}

/** How much wider a label may be than the server reckoned: it knows the words, but not this device's letters. */
const LABEL_SPARE = 12;

/** Gives labels beside their element room to both sides, so that a word is not broken for want of a pixel. */
export function widenLabels(planeElements: readonly FileElement[]): void {
  for (const shown of planeElements) {
    const label = shown.get('label') as FileElement | undefined;
    const bounds = label?.get('bounds') as FileElement | undefined;
    if (!bounds) continue;
    bounds.set('x', Number(bounds.get('x')) - LABEL_SPARE);
    bounds.set('width', Number(bounds.get('width')) + 2 * LABEL_SPARE);
  }
}

/** The services of a drawing that marks are made with. */
export interface Markers {
  readonly surface: Surface;
  readonly registry: Registry;
  readonly overlays: Overlays;
  /** The word of the badge of what is active. */
  readonly now: string;
}

/** Marks what is drawn: widths and dashes by class, a badge on what is done, what is done twice and what is active. */
export function markDrawing(marks: Marks, { surface, registry, overlays, now }: Markers): void {
  registry.forEach((element) => {
    if (element.type === 'bpmn:UserTask') surface.addMarker(element.id, 'gf-human');
  });
  const mark = (ids: readonly string[], marker: string) => {
    for (const id of ids) if (registry.get(id)) surface.addMarker(id, marker);
  };
  mark(marks.skipped, 'gf-skipped');
  mark(marks.taken, 'gf-taken');
  mark(
    marks.done.map(({ id }) => id),
    'gf-done',
  );
  mark(marks.active, 'gf-now');

  for (const { id, times } of marks.done) {
    if (isTask(registry.get(id)?.type)) addBadge(overlays, id, { text: times > 1 ? `✓ ${times}×` : '✓', look: '' });
  }
  for (const id of marks.active) if (registry.get(id)) addBadge(overlays, id, { text: now, look: 'gf-badge-now' });
}

/** Puts a badge on the upper right corner of a part, where no line ends. */
function addBadge(overlays: Overlays, id: string, { text, look }: { text: string; look: string }): void {
  const html = document.createElement('div');
  html.className = `gf-badge ${look}`;
  html.textContent = text;
  overlays.add(id, { position: { top: -9, right: text.length > 1 ? 24 : 10 }, html });
}

/** The head of a line grows with its width; on the wide lines of the way taken it would hide the gap before a shape. */
export function shrinkArrowheads(container: HTMLElement): void {
  for (const path of container.querySelectorAll<SVGPathElement>('.gf-taken .djs-visual > path')) {
    const id = /#([\w-]+)/.exec(path.style.markerEnd)?.[1];
    const head = id === undefined ? null : container.querySelector(`[id="${id}"]`);
    head?.setAttribute('markerWidth', HEAD);
    head?.setAttribute('markerHeight', HEAD);
  }
}

/** Smaller than what the library draws: an arrowhead grows with its line, and the way that was taken is a thick one. */
const HEAD = '6';

/** Gateways and events show their state by colour and line; a badge would hide them. */
function isTask(type: string | undefined): boolean {
  return type !== undefined && /Task$|SubProcess$|CallActivity$/.test(type);
}

/** The id of a part, from the shape that shows it. */
function idOf(shown: FileElement): string {
  const element = shown.get('bpmnElement') as FileElement | undefined;
  return String(element?.get('id') ?? '');
}
