import type { MailChoiceView } from '../../../server/services/views/mail-view.ts';
import { ApiError } from '../../api/api-error.ts';
import { useChooseMail } from '../../api/mail-choice.ts';
import { Message } from '../../components/Message.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './MePage.module.css';

/** Two kinds of mails, each of which can be left out. What is ticked is stored at once. */
export function MailChoice({ choice }: { readonly choice: MailChoiceView }) {
  const { me } = useLateTexts();
  const choose = useChooseMail();
  const { immediate, digest } = choose.isPending ? choose.variables : choice;
  const kinds = [
    { name: 'immediate', on: immediate, title: me.immediate, text: me.immediateText },
    { name: 'digest', on: digest, title: me.digest, text: me.digestText(choice.digestAt) },
  ] as const;
  return (
    <fieldset className={styles.card}>
      <legend className={styles.title}>{me.mails}</legend>
      <p className={styles.note}>
        {choice.address === null ? me.noAddress : me.goesTo(choice.address)} {!choice.sends && me.noServer}
      </p>
      {kinds.map(({ name, on, title, text }) => (
        <label key={name} className={styles.kind}>
          <input
            type="checkbox"
            className={styles.box}
            checked={on}
            onChange={(event) => choose.mutate({ immediate, digest, [name]: event.target.checked })}
          />
          <span>
            <span className={styles.name}>{title}</span>
            <span className={styles.note}>{text}</span>
          </span>
        </label>
      ))}
      {choose.error !== null && (
        <Message tone="error" live>
          {choose.error instanceof ApiError ? choose.error.message : me.notStored}
        </Message>
      )}
      {choose.isSuccess && (
        <Message tone="ok" live>
          {me.stored}
        </Message>
      )}
    </fieldset>
  );
}
