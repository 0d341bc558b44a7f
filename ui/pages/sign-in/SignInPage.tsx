import { IconMoon, IconSun } from '@tabler/icons-react';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import type { PlantView } from '../../../server/services/views/session-view.ts';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import { Wordmark } from '../../components/Mark.tsx';
import { LANGUAGE_NAMES } from '../../texts/language-names.ts';
import { useLanguage, useTexts } from '../../texts/TextsProvider.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './SignInPage.module.css';
import { useSignIn } from './use-sign-in.ts';

/** The sign-in page: the form, the language, the colours, and in a demo plant its people. */
export function SignInPage({ plant }: { readonly plant: PlantView | null }) {
  const [chosen, setChosen] = useState(false);
  const signIn = useSignIn(chosen);
  const demo = plant !== null && plant.people.length > 0;
  return (
    <main className={classNames(styles.page, demo && styles.withPeople)}>
      <div className={styles.side}>
        <Wordmark large />
        <div className={styles.middle}>
          <SignInForm signIn={signIn} />
        </div>
        <div className={styles.foot}>
          <LanguageSwitch onChoose={() => setChosen(true)} />
          <ColourSwitch />
        </div>
      </div>
      {demo && <DemoPeople plant={plant} signIn={signIn} />}
    </main>
  );
}

/** The language of this page; who chooses here keeps it after the sign-in. */
function LanguageSwitch({ onChoose }: { readonly onChoose: () => void }) {
  const { shell } = useTexts();
  const { language, choose } = useLanguage();
  return (
    <fieldset className={styles.languages}>
      <legend className="gf-unseen">{shell.language}</legend>
      {LANGUAGE_NAMES.map((offered) => (
        <button
          key={offered.language}
          type="button"
          lang={offered.tag}
          className={styles.language}
          aria-pressed={offered.language === language}
          onClick={() => {
            onChoose();
            void choose(offered.language);
          }}
        >
          {offered.name}
        </button>
      ))}
    </fieldset>
  );
}

/** One press to the other colours. */
function ColourSwitch() {
  const { shell } = useTexts();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <Button
      kind="quiet"
      icon={dark ? <IconSun size={17} aria-hidden /> : <IconMoon size={17} aria-hidden />}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? shell.light : shell.dark}
    </Button>
  );
}
