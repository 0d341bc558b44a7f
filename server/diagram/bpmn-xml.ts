import { BpmnModdle } from 'bpmn-moddle';
import type { BpmnElement, CreateElement } from '../../engine/bpmn/bpmn-element.ts';
import { WF_NAMESPACE } from '../../engine/bpmn/wf-namespace.ts';

const moddle = new BpmnModdle({ wf: WF_NAMESPACE });

/** Makes BPMN objects that can be written as XML. The only file that knows the BPMN package. */
export const createElement: CreateElement = (type, attributes = {}) => moddle.create(type, attributes);

/** BPMN 2.0 XML of definitions, indented. The same objects give the same bytes. */
export async function writeXml(definitions: BpmnElement): Promise<string> {
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}
