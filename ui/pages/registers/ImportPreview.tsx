import { useState } from 'react';
import type { ImportView } from '../../../server/services/views/import-view.ts';
import type { RegisterSchemaView } from '../../../server/services/views/register-view.ts';
import { useApplyImport, useImport } from '../../api/register-imports.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './ImportPage.module.css';
import { ImportRows } from './ImportRows.tsx';

/** What an import would do, how far it is, and the button that does it. */
export function ImportPreview({ schema, id }: { readonly schema: RegisterSchemaView; readonly id: string }) {
  const { imports } = useLateTexts();
  const query = useImport(schema.id, id);
  return (
    <Loaded
      query={query}
      skeleton={<CardSkeleton />}
      notFound={{ title: imports.notFoundTitle, text: imports.notFoundText }}
    >
      {(loaded) => (
        <div className={styles.preview}>
          <State import={loaded} register={schema.id} />
          {loaded.state !== 'reading' && (
            <>
              <Counts import={loaded} />
              {loaded.badCount > 0 && <ImportRows schema={schema} import={loaded} kind="bad" />}
              {loaded.changes > 0 && <ImportRows schema={schema} import={loaded} kind="change" />}
              {loaded.adds > 0 && <ImportRows schema={schema} import={loaded} kind="add" />}
              {loaded.mayApply && <Apply import={loaded} register={schema.id} />}
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

interface PartProps {
  readonly import: ImportView;
  readonly register: string;
}

/** How it stands, in a sentence. */
function State({ import: one, register }: PartProps) {
  const { imports } = useLateTexts();
  const format = useFormat();
  const number = (count: number): string => format.number(count, 0);
  const again = (
    <LinkButton size="toolbar" href={`/registers/${encodeURIComponent(register)}/import`}>
      {imports.another}
    </LinkButton>
  );
  switch (one.state) {
    case 'reading':
      return <Progress label={imports.reading(number(one.read))} done={one.read} all={one.rows} />;
    case 'applying':
      return <Progress label={imports.applying(number(one.written))} done={one.written} all={one.adds + one.changes} />;
    case 'applied':
      return (
        <>
          <Message tone="ok" live>
            {imports.applied(number(one.adds), number(one.changes))}
          </Message>
          {one.left.length > 0 && <Message tone="warn">{imports.left(format.list(one.left))}</Message>}
          <div>{again}</div>
        </>
      );
    case 'refused':
      return (
        <>
          <Message tone="error" live>
            {one.refused?.message ?? ''} {imports.nothingChanged}
          </Message>
          <div>{again}</div>
        </>
      );
    case 'previewed':
      return one.badCount > 0 ? (
        <>
          <Message tone="error" live>
            {imports.hasBad(one.badCount)} {imports.nothingChanged}
          </Message>
          <div>{again}</div>
        </>
      ) : (
        <Message tone={one.adds + one.changes === 0 ? 'warn' : 'ok'} live>
          {one.adds + one.changes === 0 ? imports.nothingNew : imports.ready}
        </Message>
      );
  }
}

/** Work that takes a while. `all` is null until it is known. */
function Progress({
  label,
  done,
  all,
}: {
  readonly label: string;
  readonly done: number;
  readonly all: number | null;
}) {
  return (
    <div role="status" className={styles.progress}>
      <span>{label}</span>
      <progress {...(all === null ? {} : { max: all, value: done })} aria-label={label} />
    </div>
  );
}

/** The figures of the file. */
function Counts({ import: one }: Pick<PartProps, 'import'>) {
  const { imports } = useLateTexts();
  const format = useFormat();
  const figures = [
    [imports.rows, one.rows ?? one.read],
    [imports.adds, one.adds],
    [imports.changes, one.changes],
    [imports.same, one.same],
    [imports.bad, one.badCount],
  ] as const;
  return (
    <dl className={styles.counts} aria-label={one.file}>
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{format.number(count, 0)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Writes it, with a reason that stands in the history of each row. */
function Apply({ import: one, register }: PartProps) {
  const { registers, imports } = useLateTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const apply = useApplyImport(register, one.id);
  const press = () => {
    setMissing(reason.trim().length < 3);
    if (reason.trim().length >= 3) apply.mutate(reason.trim());
  };
  return (
    <div className={styles.apply}>
      {apply.error && (
        <Message tone="error" live>
          {apply.error.message}
        </Message>
      )}
      <TextField
        label={registers.reason}
        maxLength={1_000}
        value={reason}
        problem={missing && reason.trim().length < 3 ? registers.reasonNeeded : null}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.acts}>
        <Button kind="main" working={apply.isPending} onClick={press}>
          {imports.apply(one.adds + one.changes)}
        </Button>
      </div>
    </div>
  );
}
