import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import type { DraftView } from '../../server/services/views/conversation-view.ts';
import type { DraftInHand } from '../form/use-draft.ts';
import { useFormat } from '../texts/TextsProvider.tsx';
import { useLateTexts } from '../texts/use-late-texts.ts';
import { NO_DRAFT } from '../form/open-draft.ts';
import { Button } from './Button.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import styles from './DraftNote.module.css';
import { Message } from './Message.tsx';
import { noteMove } from './page-focus.ts';

/** A draft, and what loads another one in its place. */
export interface DraftNoteProps {
  readonly draft: DraftInHand;
  readonly onLoad: (other: DraftView) => void;
}

/** When the draft was saved; quiet, because it is how things should be. Beside it, the way to be rid of it. */
export function DraftNote({ draft, onLoad }: DraftNoteProps) {
  if (draft.other !== null || (draft.savedAt === null && !draft.isUnsent)) return null;
  const discard = async () => {
    await draft.discard();
    // The form opens anew, so its heading takes the focus.
    noteMove();
    onLoad(NO_DRAFT);
  };
  return (
    <div className={styles.stand}>
      <Stand draft={draft} />
      <DiscardDraft onDiscard={discard} />
    </div>
  );
}

/** How far it is saved. */
function Stand({ draft: { savedAt, isUnsent, isSaving } }: { readonly draft: DraftInHand }) {
  const { talk } = useLateTexts();
  const format = useFormat();
  if (isUnsent || savedAt === null)
    return (
      <p className={styles.note}>
        <IconCloudUp size={16} aria-hidden />
        {isSaving ? talk.saving : talk.unsaved}
      </p>
    );
  return (
    <p className={styles.note}>
      <IconCloudCheck size={16} aria-hidden />
      {talk.saved(format.time(Date.parse(savedAt)))}
    </p>
  );
}

/** Two tabs wrote: which of both stays is the person's choice. */
export function DraftConflict({ draft, onLoad }: DraftNoteProps) {
  const { talk } = useLateTexts();
  const format = useFormat();
  const { other } = draft;
  if (other === null) return null;
  return (
    <Message tone="warn" live>
      <span className={styles.choice}>
        <span>{other.savedAt === null ? talk.changedGone : talk.changed(format.time(Date.parse(other.savedAt)))}</span>
        {other.answers !== null && (
          <Button size="toolbar" onClick={() => onLoad(other)}>
            {talk.loadOther}
          </Button>
        )}
        <Button size="toolbar" onClick={draft.keepMine}>
          {talk.keepMine}
        </Button>
      </span>
    </Message>
  );
}
