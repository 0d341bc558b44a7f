import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { Avatar } from '../components/Avatar.tsx';
import { classNames } from '../components/class-names.ts';
import { Menu, MenuDivider, MenuItem } from '../components/Menu.tsx';
import { MenuChoice } from '../components/MenuChoice.tsx';
import { LANGUAGE_NAMES } from '../texts/language-names.ts';
import { useLanguage, useTexts } from '../texts/TextsProvider.tsx';
import { MORE_DESTINATIONS } from './destinations.tsx';
import styles from './PersonMenu.module.css';
import { usePerson, useSessionActs } from './SessionProvider.tsx';

/** Name and role at the desk; the avatar alone where there is no room. */
export interface PersonMenuProps {
  readonly look: 'full' | 'avatar';
  readonly place: 'above-start' | 'below-end';
}

/** Who is signed in, with language, colours and the way out. */
export function PersonMenu({ look, place }: PersonMenuProps) {
  const { shell } = useTexts();
  const person = usePerson();
  const { signOut } = useSessionActs();
  const [, go] = useLocation();
  return (
    <Menu
      label={person.name}
      place={place}
      target={(props) => (
        <button
          {...props}
          type="button"
          className={classNames(styles.target, look === 'avatar' && styles.small)}
          aria-label={look === 'avatar' ? shell.personMenu(person.name) : undefined}
        >
          <Avatar name={person.name} />
          {look === 'full' && (
            <span className={styles.words}>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.role}>{person.roles[0]?.title}</span>
            </span>
          )}
          {look === 'full' && <IconChevronDown size={18} aria-hidden />}
        </button>
      )}
    >
      {place === 'below-end' && <MoreWays />}
      <MenuItem onPress={() => go('/me')}>{shell.myMails}</MenuItem>
      <MenuDivider />
      <LanguageChoice />
      <MenuDivider />
      <ColourChoice />
      <MenuDivider />
      <MenuItem icon={<IconLogout size={16} aria-hidden />} onPress={() => void signOut()}>
        {shell.signOut}
      </MenuItem>
    </Menu>
  );
}

/** Where there is no side bar, the ways that are taken now and then. */
function MoreWays() {
  const { shell } = useTexts();
  const [, navigate] = useLocation();
  return (
    <>
      {MORE_DESTINATIONS.map(({ href, text, Icon }) => (
        <MenuItem key={href} icon={<Icon size={16} aria-hidden />} onPress={() => navigate(href)}>
          {shell[text]}
        </MenuItem>
      ))}
      <MenuDivider />
    </>
  );
}

/** The language of the page, each named in itself: who cannot read this one finds their own. */
function LanguageChoice() {
  const { shell } = useTexts();
  const { language, choose } = useLanguage();
  const options = LANGUAGE_NAMES.map((offered) => ({
    value: offered.language,
    label: offered.name,
    lang: offered.tag,
  }));
  return (
    <MenuChoice label={shell.language} value={language} options={options} onChange={(chosen) => void choose(chosen)} />
  );
}

/** Light, dark, or as the device is. */
function ColourChoice() {
  const { shell } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <MenuChoice<MantineColorScheme>
      label={shell.colours}
      value={colorScheme}
      onChange={setColorScheme}
      options={[
        { value: 'light', label: shell.light },
        { value: 'dark', label: shell.dark },
        { value: 'auto', label: shell.system },
      ]}
    />
  );
}
