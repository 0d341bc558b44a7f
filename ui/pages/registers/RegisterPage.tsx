import { IconDownload, IconPlus, IconSearchOff, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { RegisterSchemaView } from '../../../server/services/views/register-view.ts';
import { query } from '../../api/path.ts';
import { useRegisterSchema, useRows } from '../../api/registers.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './RegisterPage.module.css';
import { RowsTable } from './RowsTable.tsx';

/** The rows of one register. What is looked for and its order stand in the address. */
export function RegisterPage({ register }: { readonly register: string }) {
  const { registers } = useLateTexts();
  const schema = useRegisterSchema(register);
  return (
    <div className={styles.page}>
      <Loaded
        query={schema}
        skeleton={<CardSkeleton />}
        notFound={{ title: registers.notFoundTitle, text: registers.notFoundText }}
      >
        {(loaded) => <Register schema={loaded} />}
      </Loaded>
    </div>
  );
}

function Register({ schema }: { readonly schema: RegisterSchemaView }) {
  const { registers } = useLateTexts();
  const [search, setSearch] = useSearchParams();
  const [q, sort] = [search.get('q') ?? '', search.get('sort') ?? ''];
  const rows = useRows(schema.id, { q, sort });
  const look = (change: { readonly q?: string; readonly sort?: string }) =>
    setSearch(Object.fromEntries(Object.entries({ q, sort, ...change }).filter(([, value]) => value !== '')), {
      replace: true,
    });
  return (
    <>
      <PageHeader
        title={schema.title}
        above={
          <>
            <Link href="/registers">{registers.title}</Link>
            <span aria-hidden>/</span>
            <span>{schema.group.title}</span>
          </>
        }
        lead={schema.may.write ? undefined : schema.may.why}
        acts={<Acts schema={schema} />}
      />
      <search className={styles.search}>
        <SearchField label={registers.search} value={q} onChange={(event) => look({ q: event.target.value })} />
      </search>
      <Loaded query={rows} skeleton={<CardSkeleton />} title={registers.rowsFailed} page={false}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const refs = Object.assign({}, ...pages.map((page) => page.refs)) as { readonly [record: string]: string };
          if (items.length === 0)
            return (
              <EmptyState
                icon={<IconSearchOff size={28} aria-hidden />}
                title={q === '' ? registers.emptyTitle : registers.noMatchTitle}
                acts={q === '' ? null : <Button onClick={() => look({ q: '' })}>{registers.showAll}</Button>}
              >
                {q === '' ? registers.emptyText : registers.noMatchText}
              </EmptyState>
            );
          return (
            <>
              <RowsTable schema={schema} rows={items} refs={refs} sort={sort} onSort={(next) => look({ sort: next })} />
              {rows.hasNextPage && (
                <div className={styles.more}>
                  <Button working={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
                    {registers.more}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** New, in and out. Files are made by the server, so they are links. */
function Acts({ schema }: { readonly schema: RegisterSchemaView }) {
  const { registers } = useLateTexts();
  const [choosing, setChoosing] = useState(false);
  const base = `/registers/${encodeURIComponent(schema.id)}`;
  const file = (format: string) => query(`/api${base}/export`, { format });
  return (
    <div className={styles.acts}>
      {choosing ? (
        <span className={styles.formats}>
          <a href={file('csv')} download>
            CSV
          </a>
          <a href={file('xlsx')} download>
            XLSX
          </a>
        </span>
      ) : (
        <Button
          kind="soft"
          size="toolbar"
          icon={<IconDownload size={17} aria-hidden />}
          onClick={() => setChoosing(true)}
        >
          {registers.export}
        </Button>
      )}
      {schema.may.write && (
        <>
          <LinkButton kind="soft" size="toolbar" icon={<IconUpload size={17} aria-hidden />} href={`${base}/import`}>
            {registers.import}
          </LinkButton>
          <LinkButton kind="main" size="toolbar" icon={<IconPlus size={17} aria-hidden />} href={`${base}/new`}>
            {registers.add}
          </LinkButton>
        </>
      )}
    </div>
  );
}
