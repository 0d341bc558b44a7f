import { useRef, useState } from 'react';
import type { FileView } from '../../server/services/views/shared-views.ts';
import { useClient } from '../api/ClientProvider.tsx';
import { newCommandKey } from '../api/command-key.ts';
import type { Format } from '../texts/format.ts';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import { shrinkPhoto } from './shrink-photo.ts';
import { fitsKind, kindsInWords } from './file-kinds.ts';
import { useForm } from './FormContext.tsx';

/** A file that is being sent, or was not taken. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  /** How much has been sent, from 0 to 1. */
  readonly share: number;
  /** Why it was not taken, in a sentence; null while it is on its way. */
  readonly problem: string | null;
  readonly mayRetry: boolean;
}

/** The files on their way, and what can be done with them. */
export interface Uploads {
  readonly items: readonly Upload[];
  readonly send: (files: readonly File[]) => void;
  readonly retry: (upload: Upload) => void;
  readonly drop: (upload: Upload) => void;
}

/** What a field takes. */
export interface FileRule {
  readonly types: readonly string[];
  readonly maxMb: number;
}

/** As the server counts them. */
const MEGABYTE = 1024 * 1024;

/** The largest size in words. */
export function megabytes(rule: FileRule, format: Format): string {
  return `${format.number(rule.maxMb)} MB`;
}

/** Sends files one by one and adds each to the answer when it has arrived. What cannot be taken is said at once. */
export function useUploads(
  rule: FileRule,
  files: readonly FileView[],
  onChange: (files: readonly FileView[]) => void,
): Uploads {
  const client = useClient();
  const { form } = useTexts();
  const format = useFormat();
  const { onWork } = useForm();
  const [items, setItems] = useState<readonly Upload[]>([]);
  // Files arrive one after another, each on top of those that arrived while it was sent.
  const latest = useRef({ files, onChange });
  latest.current = { files, onChange };
  const queue = useRef<Promise<void>>(Promise.resolve());

  const change = (key: string, part: Partial<Upload>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const remove = (key: string) => setItems((now) => now.filter((item) => item.key !== key));
  const refusal = (file: File): string | null =>
    fitsKind(file, rule.types) ? null : form.wrongKind(file.name, kindsInWords(rule.types, format));
  const transfer = async ({ key, file }: Upload) => {
    try {
      // What is too large is known only now: a photo from a phone may fit once it is scaled down.
      const sent = await shrinkPhoto(file);
      if (sent.size > rule.maxMb * MEGABYTE) {
        return change(key, { problem: form.tooLarge(file.name, megabytes(rule, format)) });
      }
      const arrived = await client.upload(sent, (share) => change(key, { share }));
      const next = [...latest.current.files.filter((other) => other.id !== arrived.id), arrived];
      latest.current = { ...latest.current, files: next };
      latest.current.onChange(next);
      remove(key);
    } catch (error) {
      change(key, { problem: form.fileFailed(file.name, error instanceof Error ? error.message : ''), mayRetry: true });
    } finally {
      onWork(-1);
    }
  };
  const enqueue = (upload: Upload) => {
    onWork(1);
    queue.current = queue.current.then(() => transfer(upload));
  };

  return {
    items,
    send: (chosen) => {
      const uploads = chosen.map(
        (file): Upload => ({ key: newCommandKey(), file, share: 0, problem: refusal(file), mayRetry: false }),
      );
      setItems((now) => [...now.filter((item) => item.problem === null || item.mayRetry), ...uploads]);
      for (const upload of uploads) if (upload.problem === null) enqueue(upload);
    },
    retry: (upload) => {
      change(upload.key, { problem: null, share: 0 });
      enqueue(upload);
    },
    drop: (upload) => remove(upload.key),
  };
}
