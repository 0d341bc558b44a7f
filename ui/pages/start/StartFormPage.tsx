import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { isJsonObject, type JsonObject } from '../../../engine/model/json.ts';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import type { StartView } from '../../../server/services/views/workflow-view.ts';
import { ApiError, isUnknown } from '../../api/api-error.ts';
import { startDraftPath } from '../../api/drafts.ts';
import { useInstance, useStart } from '../../api/instances.ts';
import { useStartForm } from '../../api/workflows.ts';
import { useBegunAnswers } from '../../app/begun-answers.ts';
import { useSessionState } from '../../app/SessionProvider.tsx';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { DraftConflict, DraftNote } from '../../components/DraftNote.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useAnswers } from '../../form/use-answers.ts';
import { useDraft } from '../../form/use-draft.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useFloor } from '../use-floor.ts';
import { type DraftAtHand, useOpenedDraft } from '../use-opened-draft.ts';
import styles from './StartFormPage.module.css';

/** The form that starts a procedure, and what comes then. */
export function StartFormPage({ workflow }: { readonly workflow: string }) {
  const supersedes = useSearchParams()[0].get('supersedes');
  return supersedes === null ? (
    <FreshStart workflow={workflow} />
  ) : (
    <ChangedStart workflow={workflow} supersedes={supersedes} />
  );
}

/** A change of an ended case: a new one, whose form opens with what the old one was started with. */
function ChangedStart({ workflow, supersedes }: { readonly workflow: string; readonly supersedes: string }) {
  const { task } = useTexts();
  const query = useStartForm(workflow);
  const old = useInstance(supersedes);
  const draft = useOpenedDraft(startDraftPath(workflow));
  return (
    <Loaded
      query={old}
      skeleton={<CardSkeleton />}
      title={task.startFailedTitle}
      notFound={{ title: task.startNotFoundTitle, text: task.startNotFoundText }}
    >
      {(instance) => (
        <Loaded
          query={query}
          skeleton={<CardSkeleton />}
          title={task.startFailedTitle}
          notFound={{ title: task.startNotFoundTitle, text: task.startNotFoundText }}
        >
          {(view) => (draft === null ? <CardSkeleton /> : <StartForm view={view} draft={draft} old={instance} />)}
        </Loaded>
      )}
    </Loaded>
  );
}

/** A case that takes nobody's place. */
function FreshStart({ workflow }: { readonly workflow: string }) {
  const { task } = useTexts();
  const query = useStartForm(workflow);
  const draft = useOpenedDraft(startDraftPath(workflow));
  const begun = useBegunAnswers();
  return (
    <Loaded
      query={query}
      skeleton={<CardSkeleton />}
      title={task.startFailedTitle}
      notFound={{ title: task.startNotFoundTitle, text: task.startNotFoundText }}
    >
      {(loaded) =>
        draft === null ? (
          <CardSkeleton />
        ) : (
          <StartForm key={draft.visit} view={loaded} draft={draft} {...(begun === undefined ? {} : { begun })} />
        )
      }
    </Loaded>
  );
}

/** A start form, its draft, the ended case whose place the new one takes, and answers that another page began with. */
interface StartFormProps {
  readonly view: StartView;
  readonly draft: DraftAtHand;
  readonly old?: InstanceView;
  readonly begun?: JsonObject;
}

/** What the old case was started with. */
function oldAnswers(old: InstanceView, view: StartView): JsonObject {
  const answers = old.data[view.into];
  return isJsonObject(answers) ? answers : NOTHING;
}

/** A form that is loaded, with the button that starts. */
function StartForm({ view, draft: at, old, begun }: StartFormProps) {
  const { task } = useTexts();
  useFloor(view.form);
  const first = begun ?? (old === undefined ? at.opened.answers : oldAnswers(old, view));
  const answers = useAnswers(view.form, first ?? NOTHING);
  // What was begun elsewhere does not take the place of a draft that waits here.
  const isFresh = old === undefined && begun === undefined;
  const restDraft = useRef<() => void>(() => undefined);
  const { notice, working, press } = useStarting(view.workflow.id, answers, { restDraft, supersedes: old?.id });
  const draft = useDraft({
    path: startDraftPath(view.workflow.id),
    tabKey: at.tabKey,
    opened: at.opened,
    answers: answers.answers,
    active: !working && isFresh,
    waiting: useSessionState().lost,
  });
  restDraft.current = draft.rest;
  return (
    <div className={styles.page}>
      <div className={styles.body}>
        <PageHeader
          title={old === undefined ? view.workflow.title : `${view.workflow.title} · ${old.number}`}
          above={
            <Link href="/start" className={styles.back}>
              <IconArrowLeft size={16} aria-hidden />
              {task.startPage}
            </Link>
          }
          acts={<Link href={`/guides/${encodeURIComponent(view.workflow.id)}`}>{task.howItWorks}</Link>}
        />
        <SchemaForm {...answers.formProps} id="start" form={view.form} />
      </div>
      <section className={styles.bar} aria-label={task.bar}>
        {notice !== null && (
          <Message tone="error" live>
            {notice}
          </Message>
        )}
        <DraftConflict draft={draft} onLoad={at.load} />
        <div className={styles.line}>
          <Button kind="main" size="main" working={working} onClick={press}>
            {task.startButton}
          </Button>
          <p className={styles.next}>
            <IconInfoCircle size={16} aria-hidden />
            <span>
              <b>{task.comesNext}</b> {view.next}
            </span>
          </p>
          {isFresh && <DraftNote draft={draft} onLoad={at.load} />}
        </div>
      </section>
    </div>
  );
}

/** A start form opens empty. */
const NOTHING = {};

/** Starts the case and opens its page. A refusal takes nothing away that was typed. */
function useStarting(
  workflow: string,
  answers: ReturnType<typeof useAnswers>,
  { restDraft, supersedes }: { readonly restDraft: RefObject<() => void>; readonly supersedes: string | undefined },
) {
  const texts = useTexts();
  const [, goTo] = useLocation();
  const start = useStart();
  const [notice, setNotice] = useState<string | null>(null);
  const refuse = (error: Error) => {
    if (error instanceof ApiError && error.problems.length > 0) return answers.refuse(error.problems);
    setNotice(isUnknown(error) ? texts.task.silent : `${error.message} ${texts.task.notSent}`);
  };
  const press = () => {
    setNotice(null);
    if (answers.isWorking) return setNotice(texts.form.stillSending);
    const ready = answers.ready(null);
    if (ready === null) return;
    start.mutate(
      { workflow, answers: ready, ...(supersedes === undefined ? {} : { supersedes }) },
      {
        onSuccess: (instance) => {
          restDraft.current();
          goTo(`/cases/${encodeURIComponent(instance.id)}`);
        },
        onError: refuse,
      },
    );
  };
  return { notice, working: start.isPending, press };
}
