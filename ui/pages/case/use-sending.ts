import { useState } from 'react';
import type { FileView } from '../../../server/services/views/shared-views.ts';
import { useClient } from '../../api/ClientProvider.tsx';
import { shrinkPhoto } from '../../form/shrink-photo.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';

const LARGEST_MB = 5;

/** Sends files one after another and hands each on once it has arrived. What was not taken is said with its reason. */
export function useSending(onArrived: (file: FileView) => unknown) {
  const client = useClient();
  const { talk } = useLateTexts();
  const format = useFormat();
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (files: readonly File[]) => {
    setProblem(null);
    setWorking(true);
    try {
      for (const file of files) {
        const sent = await shrinkPhoto(file);
        if (sent.size > LARGEST_MB * 1024 * 1024) throw new Error(talk.tooLarge(`${format.number(LARGEST_MB)} MB`));
        await onArrived(await client.upload(sent));
      }
    } catch (error) {
      setProblem(`${error instanceof Error ? error.message : ''} ${talk.addFailed}`);
    } finally {
      setWorking(false);
    }
  };
  return { isWorking, problem, send: (files: readonly File[]) => void send(files) };
}
