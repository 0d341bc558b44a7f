import { useId } from 'react';
import type { AttachmentView } from '../../../server/services/views/conversation-view.ts';
import { useAddedFiles, useAddFile } from '../../api/conversation.ts';
import { FileLink } from '../../components/FileLink.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './AddedFiles.module.css';
import { PickFiles } from './PickFiles.tsx';
import section from './Section.module.css';
import { useSending } from './use-sending.ts';

/** What the server shows inside a page. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Files and pictures that people added to a case outside its forms, and the ways to add one. */
export function AddedFiles({ instance }: { readonly instance: string }) {
  const { talk } = useLateTexts();
  const id = useId();
  const files = useAddedFiles(instance);
  const add = useAddFile(instance);
  const sending = useSending((file) => add.mutateAsync(file));
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={section.title}>
        {talk.files}
      </h2>
      <div className={section.card}>
        {files.isError && <p className={section.none}>{talk.filesFailed}</p>}
        {files.data?.length === 0 && <p className={section.none}>{talk.noFiles}</p>}
        {files.data !== undefined && files.data.length > 0 && (
          <ul className={styles.files}>
            {files.data.map((file) => (
              <Added key={file.id} file={file} />
            ))}
          </ul>
        )}
        {sending.problem !== null && (
          <Message tone="error" live>
            {sending.problem}
          </Message>
        )}
        <div className={styles.acts}>
          <PickFiles label={talk.addFile} working={sending.isWorking} onPick={sending.send} />
          <PickFiles label={talk.takePhoto} camera working={sending.isWorking} onPick={sending.send} />
        </div>
      </div>
    </section>
  );
}

/** A picture small, anything else by its name; both open beside the page. */
function Added({ file }: { readonly file: AttachmentView }) {
  const address = `/api/files/${encodeURIComponent(file.id)}`;
  return (
    <li className={styles.file}>
      {PICTURES.has(file.type) && (
        <a href={`${address}/picture`} target="_blank" rel="noopener" className={styles.frame}>
          <img className={styles.picture} src={`${address}/picture`} alt={file.name} loading="lazy" />
        </a>
      )}
      <FileLink file={file} />
      <span className={styles.about}>
        {file.by.name} · <Moment at={file.at} />
      </span>
    </li>
  );
}
