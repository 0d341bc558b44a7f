import { useState } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import { useLateTexts } from '../texts/use-late-texts.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './DraftNote.module.css';
import { Message } from './Message.tsx';

/** Takes a draft away, and with it what was typed: asked once more, since nothing brings it back. */
export function DiscardDraft({ onDiscard }: { readonly onDiscard: () => Promise<void> }) {
  const { parts } = useTexts();
  const { talk } = useLateTexts();
  const [isOpen, setOpen] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const discard = () => {
    setProblem(null);
    setWorking(true);
    // When it is done, the form opens anew and this is gone.
    onDiscard().catch((error: unknown) => {
      setWorking(false);
      setProblem(`${error instanceof Error ? error.message : ''} ${talk.discardFailed}`);
    });
  };
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="quiet" size="toolbar" onClick={() => setOpen(true)}>
        {talk.discard}
      </Button>
      <Dialog open={isOpen} title={talk.discardTitle} onClose={isWorking ? undefined : close}>
        <p>{talk.discardAbout}</p>
        {problem !== null && (
          <Message tone="error" live>
            {problem}
          </Message>
        )}
        <div className={styles.acts}>
          <Button kind="quiet" onClick={close}>
            {parts.cancel}
          </Button>
          <Button kind="main" working={isWorking} onClick={discard}>
            {talk.discard}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
