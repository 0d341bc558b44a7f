import { type FormEvent, useState } from 'react';
import type { PersonRowView } from '../../../server/services/views/plant-view.ts';
import { ApiError } from '../../api/api-error.ts';
import { type NewStandIn, useAddStandIn } from '../../api/people.ts';
import { Button } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { MomentInput } from '../../form/MomentInput.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './AddStandIn.module.css';
import { isAwayThen } from './is-away-then.ts';

/** Who is away, among everybody who could stand in. */
export interface AddStandInProps {
  readonly person: PersonRowView;
  readonly everybody: readonly PersonRowView[];
}

const EMPTY = {
  kind: 'absence' as NewStandIn['kind'],
  standIn: '',
  note: '',
  fromAt: null as string | null,
  untilAt: null as string | null,
};

/** Adds an absence or a delegation. Times are the plant's. */
export function AddStandIn({ person, everybody }: AddStandInProps) {
  const { people } = useLateTexts();
  const [typed, setTyped] = useState(EMPTY);
  const add = useAddStandIn();
  const put = (change: Partial<typeof EMPTY>) => setTyped({ ...typed, ...change });
  const { fromAt, untilAt } = typed;
  const chosen = everybody.find(({ id }) => id === typed.standIn);
  const away = chosen !== undefined && isAwayThen(chosen, fromAt, untilAt);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fromAt === null || untilAt === null) return;
    const { kind, standIn, note } = typed;
    const entry = { person: person.id, kind, standIn, note: note.trim() };
    add.mutate({ ...entry, fromAt, untilAt }, { onSuccess: () => setTyped(EMPTY) });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-labelledby="add-stand-in">
      <h2 id="add-stand-in" className={styles.title}>
        {people.add}
      </h2>
      <Fields typed={typed} others={everybody.filter(({ id }) => id !== person.id)} onPut={put} />
      {away && <Message tone="warn">{people.standInAway(chosen.name)}</Message>}
      {add.error && (
        <Message tone="error" live>
          {add.error instanceof ApiError ? add.error.message : people.addFailed}
        </Message>
      )}
      {add.isSuccess && typed === EMPTY && (
        <Message tone="ok" live>
          {people.added}
        </Message>
      )}
      <div>
        <Button kind="main" submit working={add.isPending}>
          {people.addButton}
        </Button>
      </div>
    </form>
  );
}

/** What is typed, who can be chosen, and where to put it. */
interface FieldsProps {
  readonly typed: typeof EMPTY;
  readonly others: readonly PersonRowView[];
  readonly onPut: (change: Partial<typeof EMPTY>) => void;
}

/** The fields of an absence or delegation. */
function Fields({ typed, others, onPut }: FieldsProps) {
  const { people } = useLateTexts();
  return (
    <>
      <div className={styles.kind}>
        <Segmented
          label={people.kind}
          value={typed.kind}
          options={[
            { value: 'absence', label: people.absence },
            { value: 'delegation', label: people.delegation },
          ]}
          onChange={(kind) => onPut({ kind })}
        />
        <p className={styles.hint}>{typed.kind === 'absence' ? people.absenceText : people.delegationText}</p>
      </div>
      <div className={styles.fields}>
        <SelectField
          label={people.standIn}
          value={typed.standIn}
          empty={people.choose}
          required
          options={others.map(({ id, name, department }) => ({ value: id, label: `${name} · ${department.title}` }))}
          onPick={(standIn) => onPut({ standIn })}
        />
        <TextField
          label={people.note}
          value={typed.note}
          maxLength={500}
          onChange={(event) => onPut({ note: event.target.value })}
        />
        <MomentInput label={people.fromLabel} required value={typed.fromAt} onChange={(fromAt) => onPut({ fromAt })} />
        <MomentInput
          label={people.untilLabel}
          required
          value={typed.untilAt}
          onChange={(untilAt) => onPut({ untilAt })}
        />
      </div>
      <p className={styles.hint}>{people.noteText}</p>
    </>
  );
}
