import { didYouMean } from '../../../lint/suggest.ts';
import { placesOf } from '../../short-text.ts';
import { pathsRead } from '../feel-paths.ts';
import type { LintContext } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A warning, since a case that began under an older form may still hold the field. */
export const fieldUnknown: WorkflowRule = {
  id: 'WF63',
  code: 'workflow.field_unknown',
  severity: 'warning',
  title: 'An expression, the subject or a fact reads a field that the form behind it does not have.',
  remedy: 'Correct the name, or add the field to the form.',
  check(context) {
    const { meta } = context.file;
    const read = [
      ...pathsRead(context).map(({ expression, read: { path } }) => ({ path, at: expression.pointer })),
      ...placesOf(meta.subject ?? '').map((path) => ({ path, at: '/meta/subject' })),
      ...(meta.facts ?? []).map((fact, index) => ({
        path: [
          'data',
          ...fact
            .split('/')
            .slice(1)
            .filter((key) => key !== '*'),
        ],
        at: `/meta/facts/${index}`,
      })),
    ];
    return read.flatMap(({ path, at }) => {
      const sentence = unknownField(context, path);
      return sentence === null ? [] : [{ path: at, message: sentence, params: { path: path.join('.') } }];
    });
  },
};

function unknownField({ data }: LintContext, [root, name = '', ...field]: readonly string[]): string | null {
  const fields = root === 'data' && field.length > 0 ? data.fieldsOf(name) : null;
  const dotted = field.join('.');
  if (fields === null || fields.has(dotted)) return null;
  return `What is answered as "${name}" has no field "${dotted}".${didYouMean(dotted, fields) || ' Correct the name, or add the field to the form.'}`;
}
