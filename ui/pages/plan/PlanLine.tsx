import { IconBox, IconBoxOff, IconPackages, IconPencil } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { PlanLineView } from '../../../server/services/views/make-view.ts';
import type { BegunAnswers } from '../../app/begun-answers.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { RAG_LOOKS } from '../../components/RagChip.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './PlanDay.module.css';

const KIT_ICONS = { complete: IconBox, partial: IconPackages, missing: IconBoxOff };

interface LineProps {
  readonly line: PlanLineView;
  readonly mayChange: boolean;
}

/** One line of the plan. Who may ask for a change starts it here, with the line filled in. */
export function PlanLine({ line, mayChange }: LineProps) {
  const { plan } = useLateTexts().make;
  const format = useFormat();
  const [, goTo] = useLocation();
  const begin = () =>
    goTo('/start/plan-change', { state: { begun: { lines: [{ plan_line: line.id }] } } satisfies BegunAnswers });
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <Link href={`/registers/orders/${encodeURIComponent(line.order)}`} className="gf-code">
          {line.order}
        </Link>
        <span>{line.product.title}</span>
        <span className={styles.meta}>
          {line.op !== null && `${plan.operation(format.number(line.op))} · `}
          {plan.pieces(format.number(line.qty))} · {format.number(line.hours, 1)} h
          {line.done !== null && ` · ${plan.done(format.number(line.done))}`}
        </span>
      </div>
      <Ready line={line} />
      {line.note !== null && <p className={styles.meta}>{line.note}</p>}
      <div className={styles.foot}>
        {line.who !== '' && (
          <span className={styles.who}>
            <Avatar name={line.who} size="s" />
            {line.who}
          </span>
        )}
        {mayChange && (
          <Button
            kind="quiet"
            size="toolbar"
            icon={<IconPencil size={16} aria-hidden />}
            aria-label={plan.changeOf(line.id)}
            onClick={begin}
          >
            {plan.change}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Whether all is there that the line needs. */
function Ready({ line }: { readonly line: PlanLineView }) {
  const { plan } = useLateTexts().make;
  const look = line.readiness === null ? null : RAG_LOOKS[line.readiness];
  const Kit = line.kit === null ? null : KIT_ICONS[line.kit];
  return (
    <div className={styles.ready}>
      {look !== null && line.readiness !== null && (
        <Chip tone={look.tone} icon={<look.Icon size={16} aria-hidden />}>
          {plan.readiness[line.readiness]}
        </Chip>
      )}
      {Kit !== null && line.kit !== null && (
        <span className={styles.kit}>
          <Kit size={16} aria-hidden />
          {plan.kits[line.kit]}
        </span>
      )}
    </div>
  );
}
