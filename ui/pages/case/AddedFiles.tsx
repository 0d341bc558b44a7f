import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import type { AttachmentView } from '../../../server/services/views/conversation-view.ts';
import { useClient } from '../../api/ClientProvider.tsx';
import { useAddedFiles, useAddFile } from '../../api/conversation.ts';
import { Button } from '../../components/Button.tsx';
import { FileLink } from '../../components/FileLink.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { shrinkPhoto } from '../../form/shrink-photo.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './AddedFiles.module.css';
import section from './Section.module.css';

const LARGEST_MB = 5;
/** What the server shows inside a page. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Files and pictures that people added to a case outside its forms, and the ways to add one. */
export function AddedFiles({ instance }: { readonly instance: string }) {
  const { talk } = useLateTexts();
  const id = useId();
  const files = useAddedFiles(instance);
  const sending = useSending(instance);
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
          <Pick label={talk.addFile} working={sending.isWorking} onPick={sending.send} />
          <Pick label={talk.takePhoto} camera working={sending.isWorking} onPick={sending.send} />
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

/** What is picked, and with what. */
interface PickProps {
  readonly label: string;
  readonly camera?: boolean;
  readonly working: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the files of the device, or its camera where it has one. */
function Pick({ label, camera = false, working, onPick }: PickProps) {
  const picker = useRef<HTMLInputElement>(null);
  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    onPick([...(event.target.files ?? [])]);
    // The same file can be chosen again.
    event.target.value = '';
  };
  const Icon = camera ? IconCamera : IconPaperclip;
  return (
    <>
      <Button icon={<Icon size={16} aria-hidden />} working={working} onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple={!camera}
        aria-label={label}
        onChange={handleChange}
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
      />
    </>
  );
}

/** Sends files one after another and adds each to the case. What was not taken is said with its reason. */
function useSending(instance: string) {
  const client = useClient();
  const { talk } = useLateTexts();
  const format = useFormat();
  const add = useAddFile(instance);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (files: readonly File[]) => {
    setProblem(null);
    setWorking(true);
    try {
      for (const file of files) {
        const sent = await shrinkPhoto(file);
        if (sent.size > LARGEST_MB * 1024 * 1024) throw new Error(talk.tooLarge(`${format.number(LARGEST_MB)} MB`));
        await add.mutateAsync(await client.upload(sent));
      }
    } catch (error) {
      setProblem(`${error instanceof Error ? error.message : ''} ${talk.addFailed}`);
    } finally {
      setWorking(false);
    }
  };
  return { isWorking, problem, send: (files: readonly File[]) => void send(files) };
}
