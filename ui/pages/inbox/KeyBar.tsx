import { useState } from 'react';
import { useSingleKeys } from '../../app/SingleKeysProvider.tsx';
import { useKey } from '../../app/use-key.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './KeyBar.module.css';

/** The keys of the inbox at its foot, and all of them with their switch in a dialog. */
export function KeyBar() {
  const { inbox } = useTexts();
  const { on } = useSingleKeys();
  const [open, setOpen] = useState(false);
  useKey('?', () => setOpen(true));
  return (
    <>
      <div className={styles.bar}>
        {on && (
          <>
            <Key keys={['J', 'K']} does={inbox.keyMove} />
            <Key keys={['Enter']} does={inbox.keyOpen} />
            <Key keys={['A']} does={inbox.keyTake} />
            <Key keys={['F']} does={inbox.keyNarrow} />
            <Key keys={['/']} does={inbox.keyFind} />
          </>
        )}
        <button type="button" className={styles.all} onClick={() => setOpen(true)}>
          <Kbd>?</Kbd> {inbox.keyAll}
        </button>
      </div>
      <KeysDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** A key and what it does. */
function Key({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <span className={styles.key}>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {does}
    </span>
  );
}

/** All keys, with the switch for those who dictate: what they say would press them. */
function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { inbox } = useTexts();
  const { on, set } = useSingleKeys();
  const rows: readonly (readonly [string, string])[] = [
    ['J', inbox.keyNext],
    ['K', inbox.keyPrevious],
    ['Enter', inbox.keyOpenLong],
    ['A', inbox.keyTakeLong],
    ['F', inbox.narrow],
    ['/', inbox.keyFindLong],
    ['?', inbox.keyAllLong],
  ];
  return (
    <Dialog open={open} title={inbox.keysTitle} size={380} onClose={onClose}>
      <dl className={styles.table}>
        {rows.map(([key, does]) => (
          <div key={key} className={styles.row}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
        {inbox.keysSwitch}
      </label>
    </Dialog>
  );
}
