import { Menu, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { isLanguage } from '../../engine/model/language.ts';
import { Avatar } from '../components/Avatar.tsx';
import { classNames } from '../components/class-names.ts';
import menu from '../components/Menu.module.css';
import { LANGUAGE_NAMES } from '../texts/language-names.ts';
import { useLanguage, useTexts } from '../texts/TextsProvider.tsx';
import styles from './PersonMenu.module.css';
import { usePerson, useSessionActs } from './SessionProvider.tsx';

/** Who is signed in, with language, colours and the way out. */
export function PersonMenu({ look }: { readonly look: 'full' | 'avatar' }) {
  const { shell } = useTexts();
  const person = usePerson();
  const { signOut } = useSessionActs();
  return (
    <Menu
      width={224}
      position={look === 'full' ? 'top-start' : 'bottom-end'}
      shadow="none"
      classNames={{ dropdown: menu.dropdown, item: menu.item, label: menu.label, divider: menu.divider }}
      transitionProps={{ duration: 120 }}
      withinPortal
    >
      <Menu.Target>
        <button
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
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageChoice />
        <Menu.Divider />
        <ColourChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageChoice() {
  const { shell } = useTexts();
  const { language, choose } = useLanguage();
  return (
    <>
      <Menu.Label>{shell.language}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={(chosen) => isLanguage(chosen) && void choose(chosen)}>
        {LANGUAGE_NAMES.map(({ language: offered, tag, name }) => (
          <Menu.RadioItem key={offered} value={offered} lang={tag}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function ColourChoice() {
  const { shell } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{shell.colours}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setColorScheme(chosen as MantineColorScheme)}>
        <Menu.RadioItem value="light">{shell.light}</Menu.RadioItem>
        <Menu.RadioItem value="dark">{shell.dark}</Menu.RadioItem>
        <Menu.RadioItem value="auto">{shell.system}</Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  );
}
