import { IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { fileIcon } from '../../components/FileLink.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import styles from './DocumentList.module.css';
import section from './Section.module.css';

/** The documents that the case made, and the files that people added. */
export function DocumentList({ instance }: { readonly instance: Pick<InstanceView, 'documents' | 'files'> }) {
  const { cases } = useTexts();
  const format = useFormat();
  const { documents, files } = instance;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className={section.title}>
        {cases.documents}
      </h2>
      {documents.length + files.length === 0 ? (
        <p className={section.none}>{cases.noDocuments}</p>
      ) : (
        <ul className={section.rows}>
          {documents.map((made) => (
            <Row
              key={made.id}
              href={`/api/documents/${encodeURIComponent(made.id)}`}
              name={made.name}
              icon={<IconFileText size={24} stroke={1.6} aria-hidden />}
            >
              {cases.made} <Moment at={made.at} /> · <span className="gf-code">{made.sha256.slice(0, 12)}</span>
            </Row>
          ))}
          {files.map((file) => (
            <Row
              key={file.id}
              href={`/api/files/${encodeURIComponent(file.id)}`}
              name={file.name}
              icon={fileIcon(file.type, 24)}
            >
              {file.by} · {format.bytes(file.size)}
            </Row>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A document or file, and where it is found. */
interface RowProps {
  readonly href: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A document or file with what is known of it. It opens beside the page. */
function Row({ href, name, icon, children }: RowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.words}>
        <a href={href} target="_blank" rel="noopener" className={styles.name}>
          {name}
        </a>
        <span className={styles.about}>{children}</span>
      </span>
    </li>
  );
}
