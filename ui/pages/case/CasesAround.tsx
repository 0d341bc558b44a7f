import { Link } from 'wouter';
import type { CaseRef, InstanceView } from '../../../server/services/views/instance-view.ts';
import { LinkButton } from '../../components/Button.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './Leading.module.css';
import section from './Section.module.css';

/** The cases around this one: who waits for it, what it started, what it takes the place of. */
export function CasesAround({ instance }: { readonly instance: InstanceView }) {
  const { oversight } = useLateTexts();
  const { parent, children, supersedes } = instance;
  const around = children.length + (parent === null ? 0 : 1) + (supersedes === null ? 0 : 1);
  if (parent === null && supersedes === null && children.length === 0 && !instance.replaceable) return null;
  return (
    <section aria-labelledby="around">
      <h2 id="around" className={section.title}>
        {oversight.around}
      </h2>
      <ul className={around === 0 ? undefined : section.rows}>
        {parent && <Around case={parent} what={oversight.waitsForThis} />}
        {supersedes && <Around case={supersedes} what={oversight.supersedes} />}
        {children.map((child) => (
          <li key={child.id} className={styles.row}>
            <Words case={child} what={child.step} />
            <LightChip light={child.light} status={child.status} />
          </li>
        ))}
      </ul>
      {instance.replaceable && (
        <LinkButton href={`/start/${instance.workflow.id}?supersedes=${encodeURIComponent(instance.id)}`}>
          {oversight.startChange}
        </LinkButton>
      )}
    </section>
  );
}

/** One case in a line. */
function Around(props: { readonly case: CaseRef; readonly what: string }) {
  return (
    <li className={styles.row}>
      <Words {...props} />
    </li>
  );
}

function Words({ case: { id, number }, what }: { readonly case: CaseRef; readonly what: string }) {
  return (
    <span className={styles.words}>
      <Link href={`/cases/${encodeURIComponent(id)}`} className="gf-code">
        {number}
      </Link>
      <span className={styles.about}>{what}</span>
    </span>
  );
}
