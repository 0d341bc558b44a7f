import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { isUnknown } from './api-error.ts';
import { newCommandKey } from './command-key.ts';

/**
 * A change that a person asks for, done once.
 *
 * While it is unknown whether the server did it, the same command keeps its key: pressing again answers the first
 * outcome. A definite answer, yes or no, ends the key.
 */
export function useCommand<Input, Result>(
  run: (input: Input, key: string) => Promise<Result>,
  onDone?: (result: Result, input: Input) => void,
): UseMutationResult<Result, Error, Input> {
  const open = useRef<{ key: string; input: string } | null>(null);
  return useMutation({
    mutationFn: async (input: Input) => {
      const said = JSON.stringify(input);
      if (open.current?.input !== said) open.current = { key: newCommandKey(), input: said ?? '' };
      try {
        const result = await run(input, open.current.key);
        open.current = null;
        return result;
      } catch (error) {
        if (!isUnknown(error)) open.current = null;
        throw error;
      }
    },
    retry: (failures, error) => isUnknown(error) && failures < 2,
    networkMode: 'always',
    onSuccess: (result, input) => onDone?.(result, input),
  });
}
