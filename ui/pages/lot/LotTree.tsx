import { Link } from 'wouter';
import type { LotNodeView, LotView } from '../../../server/services/views/lot-view.ts';
import { useMatchMedia } from '../../components/use-match-media.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { LotPicture } from './LotPicture.tsx';
import styles from './LotPage.module.css';
import { useNodeWords } from './use-node-words.ts';

/** The genealogy of a lot: a picture where there is room for one, and the same as a list. */
export function LotTree({ view }: { readonly view: LotView }) {
  const { lot: texts } = useLateTexts();
  const isNarrow = useMatchMedia('(max-width: 640px)');
  const lists = (
    <div className={styles.lists}>
      <Branch title={texts.madeFrom} nodes={view.parents} none={texts.noParents} />
      <Branch title={texts.becameOf} nodes={view.children} none={texts.noChildren} />
    </div>
  );
  if (isNarrow || view.parents.length + view.children.length === 0) return lists;
  return (
    <>
      <LotPicture view={view} />
      <details className={styles.asList}>
        <summary>{texts.asList}</summary>
        {lists}
      </details>
    </>
  );
}

interface BranchProps {
  readonly title: string;
  readonly nodes: readonly LotNodeView[];
  readonly none: string;
}

function Branch({ title, nodes, none }: BranchProps) {
  return (
    <div>
      <h3>{title}</h3>
      {nodes.length === 0 ? <p className={styles.none}>{none}</p> : <Nodes nodes={nodes} />}
    </div>
  );
}

function Nodes({ nodes }: { readonly nodes: readonly LotNodeView[] }) {
  return (
    <ul className={styles.nodes}>
      {nodes.map((node) => (
        <Node key={`${node.kind} ${node.id}`} node={node} />
      ))}
    </ul>
  );
}

/** A lot with how much of it went on, then what lies behind it. */
function Node({ node }: { readonly node: LotNodeView }) {
  const { lot: texts } = useLateTexts();
  const words = useNodeWords();
  return (
    <li>
      {node.kind === 'lot' && node.status !== null ? (
        <Link href={`/lots/${encodeURIComponent(node.id)}`} className="gf-code">
          {node.id}
        </Link>
      ) : (
        <span className="gf-code">{node.id}</span>
      )}{' '}
      {words(node)}
      {node.cut && ` · ${texts.more}`}
      {node.next.length > 0 && <Nodes nodes={node.next} />}
    </li>
  );
}
