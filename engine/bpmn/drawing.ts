import type { Json } from '../model/json.ts';

/**
 * What is drawn of a workflow, as plain data: shapes and flows by id, without layout and without BPMN objects.
 * The elements are written from it, and an instance is marked by it, so the two can never disagree about an id.
 */
export interface Drawing {
  readonly id: string;
  readonly name: string;
  /** In reading order: the file's order, each helper beside the state it belongs to. */
  readonly shapes: readonly Shape[];
  readonly flows: readonly Flow[];
  readonly frames: readonly Frame[];
  readonly machine: Extension;
  /** Flows that a case takes when it starts. */
  readonly start: readonly string[];
  /** Flows by the transition that takes them, in the order of the way. */
  readonly ways: ReadonlyMap<string, readonly string[]>;
}

export type ShapeType =
  | 'bpmn:StartEvent'
  | 'bpmn:EndEvent'
  | 'bpmn:UserTask'
  | 'bpmn:ServiceTask'
  | 'bpmn:CallActivity'
  | 'bpmn:SubProcess'
  | 'bpmn:ExclusiveGateway'
  | 'bpmn:ParallelGateway'
  | 'bpmn:EventBasedGateway'
  | 'bpmn:IntermediateCatchEvent'
  | 'bpmn:BoundaryEvent';

export interface Shape {
  readonly id: string;
  readonly type: ShapeType;
  /** The id of the sub-process it stands in; empty for the process. */
  readonly container: string;
  /** The path of the state it is drawn for; empty for the machine. */
  readonly owner: string;
  readonly name?: string | undefined;
  readonly event?: ShapeEvent | undefined;
  /** The activity that a boundary event sits on, and whether the event ends it. */
  readonly host?: string;
  readonly interrupting?: boolean;
  /** One for each item of a list. */
  readonly many?: boolean;
  /** The workflow that a call activity starts. */
  readonly called?: string | undefined;
  readonly extensions: readonly Extension[];
}

export type ShapeEvent =
  | { readonly kind: 'message' | 'error' | 'terminate' }
  | { readonly kind: 'escalation'; readonly to: string }
  | { readonly kind: 'timer'; readonly delay: string }
  | { readonly kind: 'conditional'; readonly guard: string };

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly container: string;
  readonly name?: string | undefined;
  /** FEEL, without the `=`. */
  readonly condition?: string | undefined;
  readonly isDefault?: boolean;
  readonly extension?: Extension | undefined;
}

/** A group of steps that is drawn open: only a frame around them. What lies in it has ids that begin with its own. */
export interface Frame {
  readonly id: string;
  readonly container: string;
  readonly name?: string | undefined;
  readonly extension: Extension;
}

/** An element of our own namespace. Attributes are texts; the body is JSON. */
export interface Extension {
  readonly type: 'wf:Machine' | 'wf:Task' | 'wf:Service' | 'wf:State' | 'wf:Transition';
  readonly attributes: { readonly [name: string]: string };
  readonly body?: Json | undefined;
}

/** Says in the reader's language what stands at `pointer` of the workflow file, in English `english`. */
export type NameText = (pointer: string, english: string) => string;
