import { IconCopy, IconMapSearch, IconPlugX, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import { Button, LinkButton } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './LoadFailure.module.css';
import { useNow } from './NowProvider.tsx';

/** What failed, and how it can be tried again. */
export interface LoadFailureProps {
  readonly error: Error;
  readonly onRetry: () => unknown;
  /** True while it is being tried again. */
  readonly retrying: boolean;
  /** What could not be loaded, as a sentence. */
  readonly title?: string | undefined;
  /** What to say where nothing is there for the reader. It never tells whether it exists. */
  readonly notFound?: { readonly title: string; readonly text: string } | undefined;
  /** True where it stands for the whole page. */
  readonly page?: boolean;
}

/** What a page shows when it could not be loaded: what is safe, what to do, and the code to tell somebody. */
export function LoadFailure({ error, onRetry, retrying, title, notFound, page = true }: LoadFailureProps) {
  const { parts } = useTexts();
  if (error instanceof ApiError && error.status === 404) {
    return (
      <EmptyState
        icon={<IconMapSearch size={28} aria-hidden />}
        title={notFound?.title ?? parts.notFoundTitle}
        page={page}
        acts={<LinkButton href="/inbox">{parts.toInbox}</LinkButton>}
      >
        {notFound?.text ?? parts.notFoundText}
      </EmptyState>
    );
  }
  const silent = error instanceof ApiError && error.status === 0;
  const text = error instanceof ApiError && !silent && error.status < 500 ? error.message : null;
  return (
    <EmptyState
      icon={<IconPlugX size={28} aria-hidden />}
      tone="error"
      title={title ?? (silent ? parts.unreachableTitle : parts.errorTitle)}
      page={page}
      acts={
        <Button kind="main" icon={<IconRefresh size={16} aria-hidden />} working={retrying} onClick={onRetry}>
          {parts.tryNow}
        </Button>
      }
      foot={<ErrorCode code={error instanceof ApiError ? error.code : 'page.failed'} />}
    >
      {text ?? (silent ? parts.unreachableText : parts.errorText)}
    </EmptyState>
  );
}

/** The code to tell an administrator, with a button that copies it. */
function ErrorCode({ code }: { readonly code: string }) {
  const format = useFormat();
  const { parts } = useTexts();
  const [since] = useState(useNow());
  const [copied, setCopied] = useState(false);
  const line = `${code} · ${format.time(since)}`;
  return (
    <span className={styles.code}>
      <span className="gf-code">{line}</span>
      <IconButton
        label={copied ? parts.copied : parts.copy}
        icon={<IconCopy size={16} aria-hidden />}
        onClick={() => void navigator.clipboard?.writeText(line).then(() => setCopied(true))}
      />
    </span>
  );
}
