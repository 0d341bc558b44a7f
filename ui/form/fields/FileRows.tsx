import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { FileLink } from '../../components/FileLink.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import type { FileView } from '../../../server/services/views/shared-views.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import type { Upload } from '../use-uploads.ts';
import styles from './FilesField.module.css';

/** A file that has arrived. */
export function FileRow({ file, onRemove }: { readonly file: FileView; readonly onRemove: (() => void) | null }) {
  const { form } = useTexts();
  return (
    <div className={styles.row}>
      {file.type.startsWith('image/') && (
        <img className={styles.thumb} src={`/api/files/${encodeURIComponent(file.id)}`} alt="" />
      )}
      <FileLink file={file} />
      {onRemove !== null && (
        <IconButton
          label={form.remove(file.name)}
          icon={<IconX size={16} aria-hidden />}
          onClick={onRemove}
          className={styles.act}
        />
      )}
    </div>
  );
}

/** A file on its way, and what can be done with it. */
export interface UploadRowProps {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** A file on its way, or one that was not taken and why. */
export function UploadRow({ upload, onRetry, onRemove }: UploadRowProps) {
  const { form } = useTexts();
  const format = useFormat();
  const percent = Math.round(upload.share * 100);
  if (upload.problem === null) {
    return (
      <div className={styles.row}>
        <span className={styles.name}>{upload.file.name}</span>
        <progress className={styles.bar} max={100} value={percent} aria-label={upload.file.name} />
        <span className={styles.share}>{form.sending(format.number(percent))}</span>
      </div>
    );
  }
  return (
    <div className={styles.row} role="alert">
      <span className={styles.failed}>
        <IconAlertCircle size={15} aria-hidden />
        {upload.problem}
      </span>
      {upload.mayRetry && (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {form.tryAgain}
        </button>
      )}
      <IconButton
        label={form.remove(upload.file.name)}
        icon={<IconX size={16} aria-hidden />}
        onClick={onRemove}
        className={styles.act}
      />
    </div>
  );
}
