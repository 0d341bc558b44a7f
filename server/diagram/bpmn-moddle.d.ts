declare module 'bpmn-moddle' {
  import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';

  export interface ParseResult {
    readonly rootElement: BpmnElement;
    readonly elementsById: { readonly [id: string]: BpmnElement };
    readonly warnings: readonly { readonly message: string }[];
  }

  export class BpmnModdle {
    constructor(packages?: { readonly [prefix: string]: unknown });
    create(type: string, attributes?: { readonly [property: string]: unknown }): BpmnElement;
    fromXML(xml: string): Promise<ParseResult>;
    toXML(element: BpmnElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
