import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSendImport } from '../../api/register-imports.ts';
import { useRegisterSchema } from '../../api/registers.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './ImportPage.module.css';
import { ImportPreview } from './ImportPreview.tsx';

/** A file of rows comes in: chosen, read, previewed, and only then written. Its id stands in the address. */
export function ImportPage({ register, id }: { readonly register: string; readonly id: string | null }) {
  const { registers, imports } = useLateTexts();
  const schema = useRegisterSchema(register);
  return (
    <div className={styles.page}>
      <Loaded
        query={schema}
        skeleton={<CardSkeleton />}
        notFound={{ title: registers.notFoundTitle, text: registers.notFoundText }}
      >
        {(loaded) => (
          <>
            <PageHeader
              title={imports.title(loaded.title)}
              above={
                <>
                  <Link href="/registers">{registers.title}</Link>
                  <span aria-hidden>/</span>
                  <Link href={`/registers/${encodeURIComponent(register)}`}>{loaded.title}</Link>
                </>
              }
              lead={imports.lead}
            />
            {id === null ? <Choose register={register} /> : <ImportPreview schema={loaded} id={id} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Chooses the file and sends it. */
function Choose({ register }: { readonly register: string }) {
  const { imports } = useLateTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const [share, setShare] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const send = useSendImport(register, setShare);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setShare(0);
    send.mutate(file, {
      onSuccess: ({ id }) =>
        go(`/registers/${encodeURIComponent(register)}/import/${encodeURIComponent(id)}`, { replace: true }),
    });
  };
  return (
    <div className={styles.choose}>
      {send.error && (
        <Message tone="error" live>
          {send.error.message}
        </Message>
      )}
      <p className={styles.hint}>{imports.hint}</p>
      <input
        ref={input}
        type="file"
        className={styles.file}
        aria-label={imports.choose}
        tabIndex={-1}
        accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again once it was corrected.
          event.target.value = '';
        }}
      />
      <div>
        <Button
          kind="main"
          icon={<IconUpload size={18} aria-hidden />}
          working={send.isPending}
          onClick={() => input.current?.click()}
        >
          {imports.choose}
        </Button>
      </div>
      {send.isPending && <p role="status">{imports.sending(format.number(Math.round(share * 100), 0))}</p>}
    </div>
  );
}
