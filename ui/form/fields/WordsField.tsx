import { type KeyboardEvent, useState } from 'react';
import type { Json } from '../../../engine/model/json.ts';
import { classNames } from '../../components/class-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import boxes from './control.module.css';
import { Pill } from './Pill.tsx';
import styles from './pills.module.css';

/** Several short texts, each entered by the Enter key. What was typed but not entered is entered when it is left. */
function WordsControl({ id, value, required, wrong, disabled, naming, tight, onChange }: ControlProps) {
  const { form } = useTexts();
  const [typed, setTyped] = useState('');
  const words = Array.isArray(value) ? value.map((entry: Json) => String(entry)) : [];
  const enter = () => {
    const word = typed.trim();
    setTyped('');
    if (word !== '' && !words.includes(word)) onChange([...words, word]);
  };
  const handleKey = (event: KeyboardEvent) => {
    // A word that is still being put together from syllables is not finished by its Enter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (event.key === 'Backspace' && typed === '') onChange(words.slice(0, -1));
  };
  return (
    <div
      className={classNames(
        boxes.input,
        styles.pillBox,
        wrong && boxes.wrong,
        tight && boxes.tight,
        disabled && styles.still,
      )}
    >
      {words.map((word) => (
        <Pill
          key={word}
          name={word}
          disabled={disabled}
          onRemove={() => onChange(words.filter((other) => other !== word))}
        >
          {word}
        </Pill>
      ))}
      <input
        {...naming}
        id={id}
        className={styles.bare}
        value={typed}
        placeholder={words.length === 0 ? form.typeAndEnter : ''}
        required={required && words.length === 0}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={handleKey}
        onBlur={enter}
      />
    </div>
  );
}

/** A list of short texts. */
export const wordsField: FieldKind = {
  kind: 'words',
  recognises: (schema) => schema.type === 'array' && schema.items?.properties === undefined,
  Control: WordsControl,
  shape: 'one',
  columnWidth: 180,
};
