import { IconSend, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CommentView } from '../../../server/services/views/conversation-view.ts';
import type { FileView } from '../../../server/services/views/shared-views.ts';
import { useComments, useSay } from '../../api/conversation.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { FileLink } from '../../components/FileLink.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { CommentBox } from './CommentBox.tsx';
import styles from './Conversation.module.css';
import { PickFiles } from './PickFiles.tsx';
import section from './Section.module.css';
import { NO_COMMENT, useUnsentComment } from './unsent-comment.ts';
import { useSending } from './use-sending.ts';

/** As many as the server takes with one comment. */
const MOST_FILES = 20;

/** What people say of a case, and a box to say more. */
export function Conversation({ instance }: { readonly instance: string }) {
  const { talk } = useLateTexts();
  const id = useId();
  const comments = useComments(instance);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={section.title}>
        {talk.title}
      </h2>
      <div className={section.card}>
        {comments.isError && <p className={section.none}>{talk.failed}</p>}
        {comments.data?.length === 0 && <p className={section.none}>{talk.none}</p>}
        {comments.data !== undefined && comments.data.length > 0 && (
          <ol className={styles.comments}>
            {comments.data.map((comment) => (
              <Comment key={comment.id} comment={comment} />
            ))}
          </ol>
        )}
        <Write instance={instance} />
      </div>
    </section>
  );
}

/** One comment as it was written: text, never markup. */
function Comment({ comment }: { readonly comment: CommentView }) {
  return (
    <li className={styles.comment}>
      <Avatar name={comment.by.name} size="s" />
      <div className={styles.said}>
        <p className={styles.by}>
          <b>{comment.by.name}</b> <Moment at={comment.at} />
        </p>
        <p className={styles.text}>{comment.text}</p>
        {comment.files.map((file) => (
          <FileLink key={file.id} file={file} />
        ))}
      </div>
    </li>
  );
}

/** The box, its files and its button. What could not be sent stays in the box, also over a reload. */
function Write({ instance }: { readonly instance: string }) {
  const { talk } = useLateTexts();
  const say = useSay(instance);
  const [comment, change] = useUnsentComment(instance);
  const [lacksWords, setLacksWords] = useState(false);
  const sending = useSending((file) => change((before) => ({ ...before, files: [...before.files, file] })));
  const { text, meant, files } = comment;
  const send = () => {
    if (say.isPending || sending.isWorking) return;
    setLacksWords(text.trim() === '' && files.length > 0);
    if (text.trim() === '') return;
    // Who was taken out of the text again is not meant.
    const mentions = meant.filter(({ name }) => text.includes(`@${name}`)).map((person) => person.id);
    say.mutate(
      { text, mentions: [...new Set(mentions)], files: files.map((file) => file.id) },
      { onSuccess: () => change(() => NO_COMMENT) },
    );
  };
  const problem = say.isError ? `${say.error.message} ${talk.sendFailed}` : lacksWords ? talk.wordsMissing : null;
  return (
    <div className={styles.write}>
      <CommentBox
        instance={instance}
        text={text}
        onChange={(typed) => change((before) => ({ ...before, text: typed }))}
        onMention={(person) => change((before) => ({ ...before, meant: [...before.meant, person] }))}
        onSend={send}
      />
      <CommentFiles
        files={files}
        onRemove={(id) => change((before) => ({ ...before, files: before.files.filter((file) => file.id !== id) }))}
      />
      {[problem, sending.problem].map(
        (said) =>
          said !== null && (
            <Message key={said} tone="error" live>
              {said}
            </Message>
          ),
      )}
      <div className={styles.acts}>
        {files.length < MOST_FILES && (
          <PickFiles kind="quiet" label={talk.attach} working={sending.isWorking} onPick={sending.send} />
        )}
        <Button kind="soft" icon={<IconSend size={16} aria-hidden />} working={say.isPending} onClick={send}>
          {talk.send}
        </Button>
      </div>
    </div>
  );
}

/** Files that go with the comment, each of which can still be taken out. */
function CommentFiles({
  files,
  onRemove,
}: {
  readonly files: readonly FileView[];
  readonly onRemove: (id: string) => void;
}) {
  const { talk } = useLateTexts();
  const { form } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={talk.commentFiles}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <FileLink file={file} />
          <IconButton
            label={form.remove(file.name)}
            icon={<IconX size={16} aria-hidden />}
            onClick={() => onRemove(file.id)}
          />
        </li>
      ))}
    </ul>
  );
}
