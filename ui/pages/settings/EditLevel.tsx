import { IconTrash, IconX } from '@tabler/icons-react';
import type { LadderLevel } from '../../../engine/model/person.ts';
import type { AnswerProblem } from '../../api/api-error.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './EditLevel.module.css';
import card from './card.module.css';
import { useLadderWords } from './use-ladder-words.ts';

/** A level of a ladder, with what is wrong in it. */
export interface EditLevelProps {
  readonly number: number;
  readonly level: LadderLevel;
  /** Paths are of the whole ladder. */
  readonly problems: readonly AnswerProblem[];
  /** Null takes the level away. */
  readonly onChange: (level: LadderLevel | null) => void;
}

/** One level: when, what is said, to whom, and what they may do. */
export function EditLevel({ number, level, problems, onChange }: EditLevelProps) {
  const { settings } = useLateTexts();
  const words = useLadderWords();
  const problemOf = (name: string) => problems.find(({ path }) => path.split('/')[3] === name)?.message ?? null;
  const isReassigning = level.may?.includes('reassign') === true;
  return (
    <fieldset className={styles.level}>
      <legend className={styles.legend}>{settings.level(number)}</legend>
      <IconButton
        className={styles.away}
        label={settings.removeLevel(number)}
        icon={<IconTrash size={18} aria-hidden />}
        onClick={() => onChange(null)}
      />
      <div className={card.fields}>
        <TextField
          label={settings.afterLabel}
          value={level.after}
          required
          problem={problemOf('after')}
          onChange={(event) => onChange({ ...level, after: event.target.value.trim() })}
        />
        <SelectField
          label={settings.sayLabel}
          value={level.say}
          options={SAYS.map((say) => ({ value: say, label: words.say(say) }))}
          onPick={(say) => onChange({ ...level, say: SAYS.find((known) => known === say) ?? level.say })}
        />
        <TextField
          label={settings.atLeastLabel}
          value={level.atLeast ?? ''}
          problem={problemOf('atLeast')}
          onChange={(event) => onChange(withText(level, 'atLeast', event.target.value))}
        />
        <TextField
          label={settings.everyLabel}
          value={level.every ?? ''}
          problem={problemOf('every')}
          onChange={(event) => onChange(withText(level, 'every', event.target.value))}
        />
      </div>
      <Receivers level={level} problem={problemOf('to')} onChange={onChange} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isReassigning}
          onChange={() => onChange(isReassigning ? withoutMay(level) : { ...level, may: ['reassign'] })}
        />
        {settings.mayReassign}
      </label>
    </fieldset>
  );
}

const SAYS: readonly LadderLevel['say'][] = ['reminder', 'overdue', 'escalated'];

/** Whose names a level has, and what is wrong with them. */
type ReceiversProps = Pick<EditLevelProps, 'level' | 'onChange'> & { readonly problem: string | null };

/** Who is told: each with a button that takes it out, and a list to add from. */
function Receivers({ level, problem, onChange }: ReceiversProps) {
  const { settings } = useLateTexts();
  const words = useLadderWords();
  return (
    <div className={styles.receivers}>
      <span className={styles.label}>{settings.toLabel}</span>
      <ul className={styles.names}>
        {level.to.map((name) => (
          <li key={name} className={styles.name}>
            {words.receiver(name)}
            <IconButton
              label={settings.removeReceiver(words.receiver(name))}
              icon={<IconX size={16} aria-hidden />}
              onClick={() => onChange({ ...level, to: level.to.filter((known) => known !== name) })}
            />
          </li>
        ))}
      </ul>
      <FieldProblem problem={problem} />
      <SelectField
        label={settings.addReceiver}
        value=""
        empty="–"
        options={words.receivers.filter(({ value }) => !level.to.includes(value))}
        onPick={(name) => onChange({ ...level, to: [...level.to, name] })}
      />
    </div>
  );
}

/** An empty text takes the word out. */
function withText(level: LadderLevel, name: 'atLeast' | 'every', text: string): LadderLevel {
  const { [name]: _, ...rest } = level;
  return text.trim() === '' ? rest : { ...rest, [name]: text.trim() };
}

function withoutMay({ may: _, ...level }: LadderLevel): LadderLevel {
  return level;
}
