import { IconSend } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CommentView, MentionableView } from '../../../server/services/views/conversation-view.ts';
import { useComments, useSay } from '../../api/conversation.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { FileLink } from '../../components/FileLink.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { CommentBox } from './CommentBox.tsx';
import styles from './Conversation.module.css';
import section from './Section.module.css';

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

/** The box and its button. What could not be sent stays in the box. */
function Write({ instance }: { readonly instance: string }) {
  const { talk } = useLateTexts();
  const say = useSay(instance);
  const [text, setText] = useState('');
  const [meant, setMeant] = useState<readonly MentionableView[]>([]);
  const send = () => {
    if (text.trim() === '' || say.isPending) return;
    // Who was taken out of the text again is not meant.
    const mentions = meant.filter(({ name }) => text.includes(`@${name}`)).map((person) => person.id);
    say.mutate(
      { text, mentions: [...new Set(mentions)], files: [] },
      {
        onSuccess: () => {
          setText('');
          setMeant([]);
        },
      },
    );
  };
  return (
    <div className={styles.write}>
      <CommentBox
        instance={instance}
        text={text}
        onChange={setText}
        onMention={(person) => setMeant((before) => [...before, person])}
        onSend={send}
      />
      {say.isError && (
        <Message tone="error" live>
          {say.error.message} {talk.sendFailed}
        </Message>
      )}
      <div className={styles.acts}>
        <Button kind="soft" icon={<IconSend size={16} aria-hidden />} working={say.isPending} onClick={send}>
          {talk.send}
        </Button>
      </div>
    </div>
  );
}
