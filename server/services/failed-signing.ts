import type { Command } from '../../engine/model/command.ts';
import type { Reader } from './reader.ts';

/** What is common to a failed signing of a task and of a command. Its id is its own: the same call may come again and succeed. */
export function failedSigning(
  reader: Reader,
  command: string,
): Pick<Extract<Command, { kind: 'signing_failed' }>, 'kind' | 'id' | 'by' | 'method'> {
  return {
    kind: 'signing_failed',
    id: `${command}:failed:${crypto.randomUUID()}`,
    by: reader.person.id,
    method: 'password',
  };
}
