import { FILE_NAME_RULE, isFileName, isInherited } from '../../names.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** NM2: these are names of files, and parts of addresses. */
export const idInvalid: WorkflowRule = {
  id: 'WF6',
  code: 'workflow.id_invalid',
  severity: 'error',
  title:
    'The id of the workflow is no kebab-case name, or the id of a state has a character that a # target cannot say.',
  remedy: `Use ${FILE_NAME_RULE}.`,
  check({ file, nodes }) {
    const own =
      isFileName(file.id) || isInherited(file.id)
        ? []
        : [{ path: '/id', message: `"${file.id}" is no id of a workflow. Use ${FILE_NAME_RULE}.` }];
    const states = nodes
      .slice(1)
      .filter(
        (node) => node.file.id !== undefined && !/^[a-z][a-z0-9_-]*$/.test(node.file.id) && !isInherited(node.file.id),
      );
    return [
      ...own,
      ...states.map((node) => ({
        path: `${node.pointer}/id`,
        message: `"${node.file.id}" is no id of a state: # targets could not name it. Use small letters, digits, - and _.`,
      })),
    ];
  },
};
