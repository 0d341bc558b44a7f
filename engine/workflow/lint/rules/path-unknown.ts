import { didYouMean } from '../../../lint/suggest.ts';
import { type Json, isJsonObject } from '../../../model/json.ts';
import { pathsRead } from '../feel-paths.ts';
import type { LintContext } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

const INSTANCE = ['id', 'number', 'key', 'workflow', 'version', 'initiator', 'started_at'];
const EVENT = ['type', 'by', 'data'];
const EVIDENCE = ['outcome', 'by', 'department', 'onBehalfOf', 'at', 'all'];

/** A misspelt name is null for ever, and its guard silently false. */
export const pathUnknown: WorkflowRule = {
  id: 'WF62',
  code: 'workflow.path_unknown',
  severity: 'error',
  title:
    'An expression reads what is never there: a name of data that nothing writes, a task or state that does not exist, a setting that is not set.',
  remedy: 'Correct the name.',
  check: (context) =>
    pathsRead(context).flatMap(({ expression, read: { path } }) => {
      const sentence = unknownIn(context, path);
      return sentence === null
        ? []
        : [{ path: expression.pointer, message: sentence, params: { path: path.join('.') } }];
    }),
};

function unknownIn(
  { data, nodes, around }: LintContext,
  [root, name, detail, ...deeper]: readonly string[],
): string | null {
  if (name === undefined) return null;
  const say = (known: Iterable<string>, sentence: string): string | null =>
    [...known].includes(name) ? null : `${sentence}${didYouMean(name, known) || ' Correct the name.'}`;
  switch (root) {
    case 'data':
      return say(data.written, `Nothing writes "${name}" into data.`);
    case 'tasks':
      return (
        say(data.evidence, `There is no task or command "${name}".`) ??
        (detail === undefined || EVIDENCE.includes(detail)
          ? null
          : `Of a task that was done one knows: ${EVIDENCE.join(', ')}. Correct "${detail}".`)
      );
    case 'visits':
      return say(
        nodes.slice(1).map(({ key }) => key),
        `There is no state "${name}".`,
      );
    case 'instance':
      return say(INSTANCE, `A case has no "${name}".`);
    case 'event':
      return say(EVENT, `An event has no "${name}".`);
    case 'settings':
      return unknownSetting(around.settings, [name, ...(detail === undefined ? [] : [detail]), ...deeper]);
    default:
      return null;
  }
}

function unknownSetting(settings: Json, path: readonly string[]): string | null {
  let inside: Json = settings;
  for (const [index, key] of path.entries()) {
    if (!isJsonObject(inside)) return null;
    if (!Object.hasOwn(inside, key))
      return `There is no setting "${path.slice(0, index + 1).join('.')}".${didYouMean(key, Object.keys(inside)) || ' Add it to the settings, or correct the name.'}`;
    inside = inside[key] as Json;
  }
  return null;
}
