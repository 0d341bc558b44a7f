import { useState } from 'react';
import { useLiftSeparation } from '../../api/oversight.ts';
import { Button } from '../../components/Button.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';

/** Whom a rule keeps out of which task. */
export interface LiftSeparationProps {
  readonly task: string;
  readonly person: { readonly id: string; readonly name: string; readonly why: string };
}

/** The plant manager lets one person do one task in an emergency. It is listed for the monthly report. */
export function LiftSeparation({ task, person }: LiftSeparationProps) {
  const { oversight } = useLateTexts();
  const [open, setOpen] = useState(false);
  const lift = useLiftSeparation();
  return (
    <>
      <Button size="toolbar" kind="quiet" onClick={() => setOpen(true)}>
        {oversight.lift}
      </Button>
      {open && (
        <ReasonDialog
          title={oversight.liftTitle(person.name)}
          about={`${person.why}. ${oversight.liftAbout}`}
          button={oversight.lift}
          working={lift.isPending}
          error={lift.error}
          onClose={() => setOpen(false)}
          onDecide={(reason) => lift.mutate({ task, person: person.id, reason }, { onSuccess: () => setOpen(false) })}
        />
      )}
    </>
  );
}
