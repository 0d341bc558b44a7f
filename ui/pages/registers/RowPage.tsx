import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RegisterSchemaView, RowPageOneView } from '../../../server/services/views/register-view.ts';
import { useRegisterSchema, useRemoveRow, useRow } from '../../api/registers.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment } from '../../components/Moment.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { partsOf } from './row-form.ts';
import { RowEditor } from './RowEditor.tsx';
import { RowHistory } from './RowHistory.tsx';
import styles from './RowPage.module.css';
import { RowRelations } from './RowRelations.tsx';

/** Which row of which register; without an id one that is being made. */
export interface RowPageProps {
  readonly register: string;
  readonly id: string | null;
}

/** One row: what it holds, who uses it, the cases about it, and who changed it when and why. */
export function RowPage({ register, id }: RowPageProps) {
  const { registers } = useLateTexts();
  const schema = useRegisterSchema(register);
  return (
    <div className={styles.page}>
      <Loaded
        query={schema}
        skeleton={<CardSkeleton />}
        notFound={{ title: registers.notFoundTitle, text: registers.notFoundText }}
      >
        {(loaded) => (id === null ? <NewRow schema={loaded} /> : <OldRow schema={loaded} id={id} />)}
      </Loaded>
    </div>
  );
}

function NewRow({ schema }: { readonly schema: RegisterSchemaView }) {
  const { registers } = useLateTexts();
  const [, go] = useLocation();
  const base = `/registers/${encodeURIComponent(schema.id)}`;
  return (
    <>
      <PageHeader title={registers.newRow(schema.title)} above={<Above schema={schema} />} />
      <RowEditor
        schema={schema}
        row={null}
        onSaved={(id) => go(`${base}/${encodeURIComponent(id)}`)}
        onCancel={() => go(base)}
      />
    </>
  );
}

function OldRow({ schema, id }: { readonly schema: RegisterSchemaView; readonly id: string }) {
  const { registers } = useLateTexts();
  const row = useRow(schema.id, id);
  const [editing, setEditing] = useState(false);
  const stop = () => setEditing(false);
  return (
    <Loaded
      query={row}
      skeleton={<CardSkeleton />}
      notFound={{ title: registers.rowNotFoundTitle, text: registers.rowNotFoundText }}
    >
      {(loaded) => (
        <>
          <PageHeader
            title={loaded.name}
            above={<Above schema={schema} id={loaded.id} />}
            lead={<Changed row={loaded} why={schema.may.why} />}
            acts={schema.may.write && !editing && <Acts schema={schema} row={loaded} onEdit={() => setEditing(true)} />}
          />
          {editing ? (
            <RowEditor key={loaded.id} schema={schema} row={loaded} onSaved={stop} onCancel={stop} />
          ) : (
            <Read schema={schema} row={loaded} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** The row as it is read, with what is around it. */
function Read({ schema, row }: { readonly schema: RegisterSchemaView; readonly row: RowPageOneView }) {
  return (
    <div className={styles.columns}>
      <div className={styles.parts}>
        {partsOf(schema, row.values, row.refs).map(({ title, facts }) => (
          <section key={title} aria-label={title} className={styles.part}>
            <h2 className={styles.title}>{title}</h2>
            <Facts facts={facts} />
          </section>
        ))}
      </div>
      <div className={styles.parts}>
        <RowRelations register={schema.id} row={row} />
        <RowHistory schema={schema} id={row.id} />
      </div>
    </div>
  );
}

/** Where the row stands. */
function Above({ schema, id }: { readonly schema: RegisterSchemaView; readonly id?: string }) {
  const { registers } = useLateTexts();
  return (
    <>
      <Link href="/registers">{registers.title}</Link>
      <span aria-hidden>/</span>
      <Link href={`/registers/${encodeURIComponent(schema.id)}`}>{schema.title}</Link>
      {id !== undefined && (
        <>
          <span aria-hidden>/</span>
          <span className="gf-code">{id}</span>
        </>
      )}
    </>
  );
}

/** Who changed it last; and why the reader cannot, where they cannot. */
function Changed({ row, why }: { readonly row: RowPageOneView; readonly why: string | null }) {
  const { registers } = useLateTexts();
  return (
    <>
      {row.updatedAt !== null && (
        <>
          {registers.changedBy(row.by?.name ?? registers.system)} <Moment at={row.updatedAt} />
          {why !== null && ' · '}
        </>
      )}
      {why}
    </>
  );
}

interface ActsProps {
  readonly schema: RegisterSchemaView;
  readonly row: RowPageOneView;
  readonly onEdit: () => void;
}

/** Change it, or take it out. */
function Acts({ schema, row, onEdit }: ActsProps) {
  const { registers } = useLateTexts();
  const [, go] = useLocation();
  const remove = useRemoveRow();
  const [removing, setRemoving] = useState(false);
  const take = (reason: string) =>
    remove.mutate(
      { register: schema.id, id: row.id, rev: row.rev, reason },
      { onSuccess: () => go(`/registers/${encodeURIComponent(schema.id)}`) },
    );
  return (
    <>
      <Button kind="quiet" size="toolbar" icon={<IconTrash size={17} aria-hidden />} onClick={() => setRemoving(true)}>
        {registers.remove}
      </Button>
      <Button kind="main" size="toolbar" icon={<IconPencil size={17} aria-hidden />} onClick={onEdit}>
        {registers.edit}
      </Button>
      {removing && (
        <ReasonDialog
          title={registers.removeTitle(row.name)}
          about={registers.removeAbout}
          button={registers.remove}
          working={remove.isPending}
          error={remove.error}
          onClose={() => setRemoving(false)}
          onDecide={take}
        />
      )}
    </>
  );
}
