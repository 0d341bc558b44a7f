import { lazy, Suspense, useId, useState } from 'react';
import type { CommandView, InstanceView } from '../../../server/services/views/instance-view.ts';
import type { JsonObject } from '../../../server/services/views/shared-views.ts';
import { ApiError } from '../../api/api-error.ts';
import { type Meaning, MEANINGS_WITH_REASON } from '../../../engine/model/signature.ts';
import { useCaseCommand } from '../../api/instances.ts';
import type { SignatureGiven } from '../../api/signing.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Delayed } from '../../components/Delayed.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { LateSignDialog } from '../../components/LateSignDialog.tsx';
import type { ToSign } from '../../components/SignDialog.tsx';
import { Message } from '../../components/Message.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useSignatureStep } from '../use-signature-step.ts';
import styles from './CommandDialog.module.css';

const SchemaForm = lazy(async () => ({ default: (await import('../../form/SchemaForm.tsx')).SchemaForm }));

/** The case, what is to be done with it, and the way back. */
export interface CommandDialogProps {
  readonly instance: InstanceView;
  readonly command: CommandView;
  readonly onClose: () => void;
}

/** A command of the case with its form. Nothing happens before its button is pressed. */
export function CommandDialog({ instance, command, onClose }: CommandDialogProps) {
  const { parts, cases } = useTexts();
  const id = useId();
  const [answers, setAnswers] = useState<JsonObject>({});
  const send = useCaseCommand();
  const problems = send.error instanceof ApiError ? send.error.problems : [];
  const submit = (data: JsonObject, given?: SignatureGiven) =>
    send.mutate(
      { id: instance.id, type: command.type, data, ...(given === undefined ? {} : { signature: given }) },
      { onSuccess: onClose, onError: (error) => !signature.takes(error, data) && signature.close() },
    );
  const signature = useSignatureStep<JsonObject>({
    describe: (_data, meaning) => toSignOf(instance, command, meaning),
    send: submit,
    error: send.error,
  });
  if (signature.signing !== null) return <LateSignDialog {...signature.signing} working={send.isPending} />;
  return (
    <Dialog open title={command.title} onClose={send.isPending ? undefined : onClose}>
      <p className={styles.case}>
        <span className="gf-code">{instance.number}</span> {instance.subject}
      </p>
      {send.error && problems.length === 0 && (
        <Message tone="error" live>
          {send.error.message} {cases.commandFailed}
        </Message>
      )}
      {command.form && (
        <Suspense
          fallback={
            <Delayed label={parts.loading}>
              <CardSkeleton cards={1} />
            </Delayed>
          }
        >
          <SchemaForm
            id={id}
            form={command.form}
            answers={answers}
            problems={problems}
            disabled={send.isPending}
            onChange={setAnswers}
          />
        </Suspense>
      )}
      <div className={styles.acts}>
        <Button kind="quiet" onClick={onClose}>
          {parts.cancel}
        </Button>
        <Button kind="main" working={send.isPending} onClick={() => signature.press(answers, command.sign)}>
          {command.title}
        </Button>
      </div>
    </Dialog>
  );
}

function toSignOf(instance: InstanceView, { title, toSign }: CommandView, meaning: Meaning): ToSign {
  return {
    title,
    about: `${instance.number} · ${instance.subject}`,
    meaning,
    reasonNeeded: MEANINGS_WITH_REASON.includes(meaning),
    shown: toSign ?? '',
  };
}
