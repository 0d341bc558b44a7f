import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FileView } from '../../server/services/views/shared-views.ts';
import { useFormat } from '../texts/TextsProvider.tsx';
import styles from './FileLink.module.css';

/** A file to open: its sign, its name, its size. */
export function FileLink({ file }: { readonly file: FileView }) {
  const format = useFormat();
  return (
    <a className={styles.link} href={`/api/files/${encodeURIComponent(file.id)}`} target="_blank" rel="noopener">
      {fileIcon(file.type, 16)}
      <span>
        <span className={styles.name}>{file.name}</span> <span className={styles.size}>{format.bytes(file.size)}</span>
      </span>
    </a>
  );
}

/** The sign of a kind of file. */
export function fileIcon(type: string, size: number): ReactNode {
  if (type === 'application/pdf') return <IconFileTypePdf size={size} aria-hidden />;
  return type.startsWith('image/') ? <IconPhoto size={size} aria-hidden /> : <IconFile size={size} aria-hidden />;
}
