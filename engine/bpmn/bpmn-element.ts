/** A BPMN object as moddle makes it: a type, properties, and links to others. */
export interface BpmnElement {
  readonly $type: string;
  $parent?: BpmnElement;
  [property: string]: unknown;
}

/** Makes an element of a type such as `bpmn:UserTask`. What makes it is outside, so the engine needs no BPMN package. */
export type CreateElement = (type: string, attributes?: { readonly [property: string]: unknown }) => BpmnElement;

/** Makes an element that knows its parent; attributes that are undefined are left out. */
export type Make = (
  parent: BpmnElement,
  type: string,
  attributes: { readonly [property: string]: unknown },
) => BpmnElement;
