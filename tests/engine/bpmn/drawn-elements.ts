import { expect } from 'chai';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import type { NameText } from '../../../engine/bpmn/drawing.ts';
import { toBpmn } from '../../../engine/bpmn/to-bpmn.ts';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { BpmnModdle, type ParseResult } from 'bpmn-moddle';
import { createElement, writeXml } from '../../../server/diagram/bpmn-xml.ts';
import { WF_NAMESPACE } from '../../../engine/bpmn/wf-namespace.ts';

/** Draws a workflow, writes it as XML and reads it again as any BPMN tool would. */
export async function drawAndRead(file: WorkflowFile, text?: NameText): Promise<ParseResult> {
  const result = toBpmn(file, createElement, text);
  if (result.kind === 'refused')
    throw new Error(
      `Refused: ${result.problems.map(({ code, path, message }) => `${code} ${path} ${message}`).join('\n')}`,
    );
  const parsed = await new BpmnModdle({ wf: WF_NAMESPACE }).fromXML(await writeXml(result.definitions));
  expect(parsed.warnings).to.deep.equal([]);
  return parsed;
}

/** Elements by id, for short questions about them. */
export interface Drawn {
  readonly ids: readonly string[];
  type(id: string): string | undefined;
  name(id: string): unknown;
  /** Where a flow begins and ends. */
  ends(flow: string): readonly [string, string];
  element(id: string): BpmnElement;
  /** The first `wf:` extension of a type: attributes, and `body` as JSON. */
  wf(id: string, type: string): { readonly [name: string]: unknown } | undefined;
}

/** Draws a workflow and answers short questions about what was drawn. */
export async function drawn(file: WorkflowFile, text?: NameText): Promise<Drawn> {
  const { elementsById } = await drawAndRead(file, text);
  const element = (id: string): BpmnElement => {
    const found = elementsById[id];
    if (found === undefined)
      throw new Error(`There is no element ${id}. There are: ${Object.keys(elementsById).join(' ')}`);
    return found;
  };
  return {
    ids: Object.keys(elementsById),
    type: (id) => elementsById[id]?.$type,
    name: (id) => element(id)['name'],
    ends: (flow) => [
      String((element(flow)['sourceRef'] as BpmnElement)['id']),
      String((element(flow)['targetRef'] as BpmnElement)['id']),
    ],
    element,
    wf: (id, type) => wfOf(element(id), type),
  };
}

/** The `wf:` extension of an element. */
export function wfOf(element: BpmnElement, type: string): { readonly [name: string]: unknown } | undefined {
  const values = ((element['extensionElements'] as BpmnElement | undefined)?.['values'] ??
    []) as readonly BpmnElement[];
  const found = values.find((value) => value.$type === type);
  if (found === undefined) return undefined;
  const { json, ...attributes } = Object.fromEntries(Object.entries(found).filter(([key]) => !key.startsWith('$')));
  return json === undefined ? attributes : { ...attributes, body: JSON.parse(String(json)) };
}
