import { didYouMean } from '../../../lint/suggest.ts';
import { placesOf } from '../../short-text.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

const ROOTS = ['data', 'instance'];

/** The line by which people know a case would have a hole. */
export const subjectUnknown: WorkflowRule = {
  id: 'WF71',
  code: 'workflow.subject_unknown',
  severity: 'error',
  title: 'A place of the subject such as {{data.order.customer}} names nothing, or cannot be read.',
  remedy: 'Write the path of something in data or instance between double braces.',
  check({ file: { meta }, data }) {
    const { subject = '' } = meta;
    const path = '/meta/subject';
    const places = placesOf(subject);
    const stray = (subject.match(/\{\{|\}\}/g) ?? []).length !== places.length * 2;
    return [
      ...(stray
        ? [
            {
              path,
              message: `The subject "${subject}" has braces that hold no path. Write them like {{data.order.customer}}; a subject has no expressions.`,
            },
          ]
        : []),
      ...places.flatMap(([root = '', name = '']) => {
        if (!ROOTS.includes(root))
          return [
            {
              path,
              message: `The subject does not see "${root}".${didYouMean(root, ROOTS) || ' It sees data and instance.'}`,
            },
          ];
        return root === 'data' && !data.written.has(name)
          ? [
              {
                path,
                message: `Nothing writes "${name}" into data.${didYouMean(name, data.written) || ' Correct the subject.'}`,
              },
            ]
          : [];
      }),
    ];
  },
};
