import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { kindsInWords, onlyImages } from '../file-kinds.ts';
import { megabytes, useUploads } from '../use-uploads.ts';
import { fileOf } from '../view-of-answer.ts';
import styles from './FilesField.module.css';
import { FileRow, UploadRow } from './FileRows.tsx';

/** Files, sent as soon as they are chosen. The answer names them; the bytes are with the server. */
function FilesControl({ id, schema, value, wrong, disabled, naming, onChange }: ControlProps) {
  const { form } = useTexts();
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const rule = schema['x-file'] ?? { types: [], maxMb: 10 };
  const files = Array.isArray(value) ? value.flatMap(fileOf) : [];
  const uploads = useUploads(rule, files, (next) => onChange(next.map((file) => ({ ...file }))));
  const images = onlyImages(rule.types);
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) uploads.send([...event.dataTransfer.files]);
  };
  return (
    <div {...naming} role="group" className={styles.files}>
      {files.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          onRemove={
            disabled ? null : () => onChange(files.filter((other) => other.id !== file.id).map((kept) => ({ ...kept })))
          }
        />
      ))}
      {uploads.items.map((upload) => (
        <UploadRow
          key={upload.key}
          upload={upload}
          onRetry={() => uploads.retry(upload)}
          onRemove={() => uploads.drop(upload)}
        />
      ))}
      {!disabled && (
        <button
          type="button"
          id={id}
          className={classNames(styles.add, isOver && styles.over, wrong && styles.wrong)}
          onClick={() => picker.current?.click()}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={handleDrop}
        >
          {images ? <IconCamera size={20} aria-hidden /> : <IconPaperclip size={18} aria-hidden />}
          <span>
            <span className={styles.word}>{images ? form.addPhoto : form.addFile}</span>{' '}
            <span className={styles.drop}>{form.dropHere}</span>
            <span className={styles.rule}>
              {form.filesTaken(kindsInWords(rule.types, format), megabytes(rule, format))}
            </span>
          </span>
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={rule.types.join(',')}
        onChange={(event) => {
          uploads.send([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was taken out.
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** Files. */
export const filesField: FieldKind = {
  kind: 'files',
  recognises: (schema) => schema['x-file'] !== undefined,
  Control: FilesControl,
  shape: 'group',
  columnWidth: 240,
};
