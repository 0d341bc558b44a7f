import type { BpmnElement, Make } from './bpmn-element.ts';
import type { ShapeEvent } from './drawing.ts';
import { helperId } from './element-id.ts';
import { isoDelay } from './event-words.ts';

interface EventContext {
  readonly escalations: ReadonlyMap<string, BpmnElement>;
  readonly make: Make;
}

/** Writes what an event catches or throws. Its id is the element's with `__def`. */
export function writeEvent(element: BpmnElement, event: ShapeEvent, { make, escalations }: EventContext): BpmnElement {
  const id = helperId(String(element['id']), 'def');
  switch (event.kind) {
    case 'message':
      return make(element, 'bpmn:MessageEventDefinition', { id });
    case 'error':
      return make(element, 'bpmn:ErrorEventDefinition', { id });
    case 'terminate':
      return make(element, 'bpmn:TerminateEventDefinition', { id });
    case 'escalation':
      return make(element, 'bpmn:EscalationEventDefinition', { id, escalationRef: escalations.get(event.to) });
    case 'timer':
      return writeTimer(make(element, 'bpmn:TimerEventDefinition', { id }), event.delay, make);
    case 'conditional':
      return writeCondition(make(element, 'bpmn:ConditionalEventDefinition', { id }), event.guard, make);
  }
}

/** Others can read the ISO part of a delay; an expression may give a moment, so it stands as a date. */
function writeTimer(definition: BpmnElement, delay: string, make: Make): BpmnElement {
  const iso = isoDelay(delay);
  const body = iso ?? delay.slice(1).trim();
  const attributes = iso === undefined ? { language: 'feel', body } : { body };
  definition[iso === undefined ? 'timeDate' : 'timeDuration'] = make(definition, 'bpmn:FormalExpression', attributes);
  return definition;
}

function writeCondition(definition: BpmnElement, guard: string, make: Make): BpmnElement {
  const isFeel = guard.startsWith('=');
  definition['condition'] = make(
    definition,
    'bpmn:FormalExpression',
    isFeel ? { language: 'feel', body: guard.slice(1).trim() } : { body: guard },
  );
  return definition;
}
