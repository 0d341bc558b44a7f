import { IconSignature, IconSignatureOff } from '@tabler/icons-react';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import type { SignatureView } from '../../../server/services/views/signature-view.ts';
import { classNames } from '../../components/class-names.ts';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import section from './Section.module.css';
import styles from './Signatures.module.css';

/** Who signed what in the case, with the meaning and the time; a void one stays, struck through, with the cause. */
export function Signatures({ instance }: { readonly instance: InstanceView }) {
  const { sign } = useLateTexts();
  if (instance.signatures.length === 0) return null;
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures" className={section.title}>
        {sign.section}
      </h2>
      <ul className={section.rows}>
        {instance.signatures.map((signature) => (
          <Signed key={signature.id} signature={signature} />
        ))}
      </ul>
    </section>
  );
}

function Signed({ signature }: { readonly signature: SignatureView }) {
  const { sign } = useLateTexts();
  const { voided } = signature;
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        {voided === null ? <IconSignature size={22} aria-hidden /> : <IconSignatureOff size={22} aria-hidden />}
      </span>
      <div className={styles.words}>
        <span className={classNames(voided !== null && styles.void)}>
          <b>{signature.name}</b>
          {signature.onBehalfOf !== null && ` ${sign.actedFor(signature.onBehalfOf)}`} · {signature.meaningTitle}
        </span>
        <span className={styles.about}>
          {signature.step} · <Moment at={signature.at} /> ·{' '}
          <span className="gf-code">{signature.hash.slice(0, 12)}</span>
        </span>
        {signature.reason !== '' && <span className={styles.reason}>{signature.reason}</span>}
        {voided !== null && (
          <span className={styles.why}>
            {sign.voided} <Moment at={voided.at} /> · {sign.changed(voided.changed)}
          </span>
        )}
      </div>
    </li>
  );
}
