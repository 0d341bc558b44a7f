import { Link } from 'wouter';
import type { LotNodeView, LotView } from '../../../server/services/views/lot-view.ts';
import { classNames } from '../../components/class-names.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './LotPicture.module.css';
import { BOX, cutText, planTree, type TreeBox, type TreeLine } from './plan-tree.ts';

/** As wide as a box has room for, in letters. */
const MOST_LETTERS = 25;
const STOPPED = new Set(['quarantine', 'hold', 'scrapped', 'returned']);
const WAITING = new Set(['pending_inspection', 'created']);

/** The tree as a picture, from left to right as the goods went. Each lot in it is a link to its own page. */
export function LotPicture({ view }: { readonly view: LotView }) {
  const { lot: texts } = useLateTexts();
  const plan = planTree(view);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={styles.frame} role="group" aria-label={texts.treeLabel} tabIndex={0}>
      <svg
        viewBox={`0 0 ${plan.width} ${plan.height}`}
        width={plan.width}
        height={plan.height}
        className={styles.picture}
      >
        <title>{texts.tree}</title>
        {plan.lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
        {plan.boxes.map((box) => (
          <Box key={box.key} box={box} lot={view.lot} />
        ))}
      </svg>
    </div>
  );
}

/** How the goods went, and how much. */
function Line({ line: { from, to, node } }: { readonly line: TreeLine }) {
  const format = useFormat();
  const middle = (from.x + to.x) / 2;
  return (
    <g aria-hidden>
      <path
        d={`M ${from.x} ${from.y} C ${middle} ${from.y}, ${middle} ${to.y}, ${to.x} ${to.y}`}
        className={styles.line}
      />
      {node.qty !== null && (
        <text x={middle} y={(from.y + to.y) / 2 - 5} textAnchor="middle" className={styles.amount}>
          {format.number(node.qty)}
        </text>
      )}
    </g>
  );
}

function Box({ box, lot }: { readonly box: TreeBox; readonly lot: LotView['lot'] }) {
  const { lot: texts } = useLateTexts();
  const { node, x, y } = box;
  if (node === null) {
    return (
      <g transform={`translate(${x} ${y})`}>
        <Words look={styles.here} lines={[lot.id, lot.product?.name ?? '', lot.status.title]} />
      </g>
    );
  }
  const status = node.kind === 'shipment' ? texts.shipment : (node.status?.title ?? texts.unknown);
  const inside = (
    <Words look={lookOf(node)} lines={[node.id, node.product ?? '', `${status}${node.cut ? ' …' : ''}`]} />
  );
  return (
    <g transform={`translate(${x} ${y})`}>
      {node.kind === 'lot' && node.status !== null ? (
        <Link href={`/lots/${encodeURIComponent(node.id)}`} className={styles.link}>
          {inside}
        </Link>
      ) : (
        inside
      )}
    </g>
  );
}

function lookOf({ kind, status }: LotNodeView): string | undefined {
  if (kind === 'shipment') return styles.shipment;
  if (status === null) return styles.unknown;
  return STOPPED.has(status.value) ? styles.stopped : WAITING.has(status.value) ? styles.waiting : undefined;
}

function Words({
  look,
  lines,
}: {
  readonly look: string | undefined;
  readonly lines: readonly [string, string, string];
}) {
  const [id, product, status] = lines;
  return (
    <>
      <rect width={BOX.width} height={BOX.height} rx="8" className={classNames(styles.box, look)} />
      <text x="10" y="19" className={styles.id}>
        {cutText(id, MOST_LETTERS - 4)}
      </text>
      <text x="10" y="36" className={styles.word}>
        {cutText(product, MOST_LETTERS)}
      </text>
      <text x="10" y="53" className={styles.word}>
        {cutText(status, MOST_LETTERS)}
      </text>
    </>
  );
}
