import { useState } from 'react';
import type { Json } from '../../../engine/model/json.ts';
import type { IncidentRowView } from '../../../server/services/views/instance-view.ts';
import { useDecide } from '../../api/oversight.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './DecideDialog.module.css';

/** What is decided about which incident. */
export interface DecideDialogProps {
  readonly incident: IncidentRowView;
  readonly action: IncidentRowView['actions'][number];
  readonly onClose: () => void;
}

/** A decision about an incident. Going on takes the value that the workflow would have got. */
export function DecideDialog({ incident, action, onClose }: DecideDialogProps) {
  const { oversight } = useLateTexts();
  const [typed, setTyped] = useState('');
  const decide = useDecide();
  const value = readValue(typed);
  const submit = (reason: string) => {
    const given = action === 'skip' && value !== undefined ? { value } : {};
    const decision = { instance: incident.instance.id, incident: incident.id, action, reason, ...given };
    decide.mutate(decision, { onSuccess: onClose });
  };
  return (
    <ReasonDialog
      title={oversight.actions[action]}
      about={
        <>
          <p className={styles.which}>
            {incident.step ?? oversight.wholeCase} <span className="gf-code">{incident.instance.number}</span>
          </p>
          {oversight.explain[action]}
        </>
      }
      button={oversight.actions[action]}
      ready={value !== undefined}
      working={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onDecide={submit}
    >
      {action === 'skip' && (
        <TextField
          label={oversight.value}
          value={typed}
          data-autofocus
          problem={value === undefined ? oversight.valueWrong : null}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </ReasonDialog>
  );
}

/** JSON as typed; nothing is null; undefined is no JSON. */
function readValue(typed: string): Json | undefined {
  if (typed.trim() === '') return null;
  try {
    return JSON.parse(typed) as Json;
  } catch {
    return undefined;
  }
}
