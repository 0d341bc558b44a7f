/**
 * The namespace of what BPMN has no word for, as a moddle descriptor. The URI stands in saved files: never change it.
 */
export const WF_NAMESPACE = {
  name: 'Gembaflow',
  uri: 'urn:gembaflow:workflow:1',
  prefix: 'wf',
  xml: { tagAlias: 'lowerCase' },
  types: [
    wfType('Machine', []),
    wfType('Task', ['form', 'roles', 'due']),
    wfType('Service', ['src']),
    wfType('State', ['kind']),
    wfType('Transition', ['event', 'order', 'region', 'final', 'regionDescription']),
  ],
} as const;

/** The property that holds the JSON text of an extension. */
export const WF_BODY = 'json';

interface WfType {
  readonly name: string;
  readonly superClass: readonly string[];
  readonly properties: readonly {
    readonly name: string;
    readonly type: string;
    readonly isAttr?: boolean;
    readonly isBody?: boolean;
  }[];
}

function wfType(name: string, attributes: readonly string[]): WfType {
  return {
    name,
    superClass: ['Element'],
    properties: [
      ...attributes.map((attribute) => ({ name: attribute, type: 'String', isAttr: true })),
      { name: 'json', type: 'String', isBody: true },
    ],
  };
}
