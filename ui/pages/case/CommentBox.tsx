import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MentionableView } from '../../../server/services/views/conversation-view.ts';
import { useMentionable } from '../../api/conversation.ts';
import { classNames } from '../../components/class-names.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './Conversation.module.css';
import { matching, mentionAt } from './mention-word.ts';

/** What is typed, and who is meant by it. */
export interface CommentBoxProps {
  readonly instance: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onMention: (person: MentionableView) => void;
  readonly onSend: () => void;
}

/** As many as can be looked over. */
const SHOWN = 6;

/** A box for a comment. An @ opens the people who see the case: arrows choose, Enter takes, Escape closes. */
export function CommentBox({ instance, text, onChange, onMention, onSend }: CommentBoxProps) {
  const { talk } = useLateTexts();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const word = mentionAt(text, caret);
  const people = useMentionable(instance, word !== null).data ?? [];
  const found = word === null || word.from === closedAt ? [] : matching(people, word.typed).slice(0, SHOWN);
  const active = found[Math.min(chosen, found.length - 1)];
  const take = (person: MentionableView) => {
    if (word === null) return;
    const next = `${text.slice(0, word.from)}@${person.name} `;
    // The caret goes behind the name at once: a letter that is typed a moment later must not land before it.
    flushSync(() => {
      onChange(next + text.slice(word.to));
      onMention(person);
      setClosedAt(word.from);
      setCaret(next.length);
    });
    box.current?.focus();
    box.current?.setSelectionRange(next.length, next.length);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSend();
    }
    if (active === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((Math.min(chosen, found.length - 1) + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(active);
    else if (event.key === 'Escape') setClosedAt(word?.from ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.writing}>
      <label htmlFor={id} className={styles.label}>
        {talk.write}
      </label>
      <textarea
        ref={box}
        id={id}
        rows={2}
        maxLength={4_000}
        className={styles.box}
        value={text}
        aria-describedby={`${id}-hint`}
        aria-autocomplete="list"
        aria-controls={active === undefined ? undefined : `${id}-people`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
          setClosedAt(null);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={handleKey}
      />
      {active !== undefined && (
        <div id={`${id}-people`} role="listbox" aria-label={talk.people} className={styles.people}>
          {found.map((person) => (
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === active}
              className={classNames(styles.person, person === active && styles.active)}
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <b>{person.name}</b> <span className={styles.role}>{person.role}</span>
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        {talk.mentionHint}
      </p>
    </div>
  );
}
