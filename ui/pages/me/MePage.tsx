import { usePerson } from '../../app/SessionProvider.tsx';
import { useMailChoice } from '../../api/mail-choice.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { MailChoice } from './MailChoice.tsx';
import styles from './MePage.module.css';

/** What a person sets for themselves. */
export function MePage() {
  const { me } = useLateTexts();
  const person = usePerson();
  const query = useMailChoice();
  return (
    <div className={styles.page}>
      <PageHeader title={me.title} above={person.name} lead={me.lead} />
      <Loaded query={query} skeleton={<CardSkeleton />} title={me.failed}>
        {(choice) => <MailChoice choice={choice} />}
      </Loaded>
    </div>
  );
}
