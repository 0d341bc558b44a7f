import type { DataWriter } from '../data-names.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The later answers would silently replace the earlier ones. `set` may change what it likes. */
export const writerTwice: WorkflowRule = {
  id: 'WF5',
  code: 'workflow.writer_twice',
  severity: 'error',
  title:
    'Two tasks write their answers under one name of data, or a task and the start form, a command or an invocation do.',
  remedy: 'Give one of them another name with "into".',
  check({ data, nodes }) {
    const first = new Map<string, DataWriter>();
    const written = data.writers.flatMap((writer) => {
      const earlier = first.get(writer.name);
      if (writer.kind !== 'set' && earlier === undefined) first.set(writer.name, writer);
      if (writer.kind === 'set' || earlier === undefined || mayShare(writer, earlier)) return [];
      // Two states of one name are another rule's business.
      if ([writer, earlier].every(({ name, pointer }) => pointer.endsWith(`/states/${name}`))) return [];
      return [
        {
          path: writer.pointer,
          message: `"${writer.name}" is written by ${earlier.pointer} already: the one answer would replace the other. Give one of them another name with "into".`,
        },
      ];
    });
    const keys = new Map(nodes.slice(1).map((node) => [node.key, node.pointer]));
    const clashes = data.writers.flatMap((writer) => {
      const state = keys.get(writer.name);
      if (
        writer.kind === 'set' ||
        state === undefined ||
        first.get(writer.name) !== writer ||
        writer.pointer === state ||
        data.writers.some((other) => other.pointer === state)
      )
        return [];
      return [
        {
          path: writer.pointer,
          message: `"${writer.name}" is the name of the state at ${state}. Choose another name, so that nobody takes the one for the other.`,
        },
      ];
    });
    return [...written, ...clashes];
  },
};

/** One command may stand on several states, and several invocations may refresh one result. */
function mayShare(a: DataWriter, b: DataWriter): boolean {
  return a.kind === b.kind && (a.kind === 'invoke' || (a.kind === 'command' && a.form === b.form));
}
