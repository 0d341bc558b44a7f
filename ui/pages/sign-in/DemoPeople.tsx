import type { PlantView } from '../../../server/services/views/session-view.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { shortName } from '../../texts/language-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './DemoPeople.module.css';
import type { SignIn } from './use-sign-in.ts';

/** The password that all people of the demo plant have. It is printed in the guide too. */
const DEMO_PASSWORD = 'gemba';

/** The plant with its people, and the sign-in that the form of the page shares. */
export interface DemoPeopleProps {
  readonly plant: PlantView;
  readonly signIn: SignIn;
}

/** The people of the demo plant as cards: one press, and one is that person. */
export function DemoPeople({ plant, signIn }: DemoPeopleProps) {
  const { signIn: words } = useTexts();
  return (
    <section className={styles.people} aria-labelledby="demo-people">
      <div className={styles.inner}>
        <h2 id="demo-people" className={styles.title}>
          {words.demoTitle}
        </h2>
        <p className={styles.lead}>{words.demoText(plant.name)}</p>
        <ul className={styles.cards}>
          {plant.people.map((person) => (
            <li key={person.login}>
              <button
                type="button"
                className={styles.card}
                aria-busy={signIn.working === person.login || undefined}
                onClick={() => signIn.enter({ login: person.login, password: DEMO_PASSWORD })}
              >
                <Avatar name={person.name} size="l" />
                <span className={styles.words}>
                  <span className={styles.name}>{person.name}</span>
                  <span className={styles.role}>{person.role}</span>
                  <span className={styles.department}>{person.department}</span>
                </span>
                <span className={styles.language}>
                  {signIn.working === person.login ? <Spinner /> : shortName(person.language)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {plant.firstWalk !== null && (
          <p className={styles.walk}>
            <b>{words.firstWalk}</b> {plant.firstWalk}
          </p>
        )}
      </div>
    </section>
  );
}
