import { useState } from 'react';
import { useHandOn } from '../api/oversight.ts';
import { usePeople } from '../api/people.ts';
import { useLateTexts } from '../texts/use-late-texts.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { SelectField } from './SelectField.tsx';

/** Which task, and who holds it now. */
export interface HandOnDialogProps {
  readonly task: string;
  readonly title: string;
  readonly holder: string | null;
  readonly onClose: () => void;
}

/** Hands a task to a person by name. Whom separation of duties keeps out is refused with that sentence. */
export function HandOnDialog({ task, title, holder, onClose }: HandOnDialogProps) {
  const { oversight } = useLateTexts();
  const [to, setTo] = useState('');
  const people = usePeople();
  const handOn = useHandOn();
  const others = (people.data?.items ?? []).filter(({ id }) => id !== holder);
  return (
    <ReasonDialog
      title={oversight.handOn}
      about={title}
      button={oversight.handOn}
      ready={to !== ''}
      working={handOn.isPending}
      error={handOn.error}
      onClose={onClose}
      onDecide={(reason) => handOn.mutate({ task, to, reason }, { onSuccess: onClose })}
    >
      <SelectField
        label={oversight.to}
        value={to}
        empty={oversight.choose}
        required
        data-autofocus
        options={others.map(({ id, name, department }) => ({ value: id, label: `${name} · ${department.title}` }))}
        onPick={setTo}
      />
    </ReasonDialog>
  );
}
