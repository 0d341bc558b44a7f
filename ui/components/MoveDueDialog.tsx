import { useState } from 'react';
import { useMoveDue } from '../api/oversight.ts';
import { momentOf } from '../form/zone-time.ts';
import { useFormat } from '../texts/TextsProvider.tsx';
import { useLateTexts } from '../texts/use-late-texts.ts';
import { Clock } from './Clock.tsx';
import type { Due } from './describe-clock.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { TextField } from './TextField.tsx';

/** Which task gets another due time. */
export interface MoveDueDialogProps {
  readonly task: string;
  readonly title: string;
  /** As it is now. */
  readonly due: Due;
  readonly onClose: () => void;
}

/** Gives a task another due time, as the plant's clocks show it. */
export function MoveDueDialog({ task, title, due, onClose }: MoveDueDialogProps) {
  const { oversight } = useLateTexts();
  const { zone } = useFormat();
  const [typed, setTyped] = useState('');
  const move = useMoveDue();
  const at = momentOf(typed, zone);
  return (
    <ReasonDialog
      title={oversight.moveDue}
      about={
        <>
          <p>{title}</p>
          <Clock {...due} look="line" />
        </>
      }
      button={oversight.moveDue}
      ready={at !== null}
      working={move.isPending}
      error={move.error}
      onClose={onClose}
      onDecide={(reason) =>
        at !== null && move.mutate({ task, dueAt: new Date(at).toISOString(), reason }, { onSuccess: onClose })
      }
    >
      <TextField
        label={oversight.newDue}
        type="datetime-local"
        required
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ReasonDialog>
  );
}
