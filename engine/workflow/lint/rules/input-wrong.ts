import { isExpression } from '../../../feel/expression.ts';
import type { Finding } from '../../../lint/rule.ts';
import { didYouMean } from '../../../lint/suggest.ts';
import { type Json, type JsonObject, isJsonObject } from '../../../model/json.ts';
import { pointer } from '../../../model/problem.ts';
import { type EffectCall, effectCalls } from '../effect-calls.ts';
import { childOf } from '../children.ts';
import type { KnownEffect } from '../surroundings.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Only what can be seen before the case runs: keys, and values that are no expressions. The handler checks the rest. */
export const inputWrong: WorkflowRule = {
  id: 'WF47',
  code: 'workflow.input_wrong',
  severity: 'error',
  title: 'An effect is not given what it needs, is given what it does not know, or a value of another kind.',
  remedy: 'Compare it with what the effect takes.',
  check(context) {
    const { effects } = context.around;
    return effectCalls(context).flatMap((call) => {
      const effect = childOf(call.name) === null ? effects.get(call.name) : CHILD;
      return effect === undefined || !effect.asked.includes(call.asked) ? [] : compare(call, effect.input);
    });
  },
};

/** CH1: what a child is started with. */
const CHILD: KnownEffect = {
  asked: ['invoke'],
  input: {
    type: 'object',
    properties: { answers: { type: 'object' }, by: { type: 'string' } },
    additionalProperties: false,
  },
};

function compare({ name, input, pointer: at }: EffectCall, schema: JsonObject): readonly Finding[] {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const unknown =
    schema['additionalProperties'] === false ? Object.keys(input).filter((key) => !Object.hasOwn(properties, key)) : [];
  return [
    ...required
      .filter((key) => !Object.hasOwn(input, key))
      .map((key) => ({ path: at + pointer(key), message: `"${name}" needs "${key}". Add it.` })),
    ...unknown.map((key) => ({
      path: at + pointer(key),
      message: `"${name}" does not take "${key}".${didYouMean(key, Object.keys(properties)) || ' Remove it.'}`,
    })),
    ...Object.entries(input).flatMap(([key, value]) => {
      const part = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const wrong = isJsonObject(part) ? wrongKind(part, value) : null;
      return wrong === null
        ? []
        : [
            {
              path: at + pointer(key),
              message: `"${key}" of "${name}" must be ${wrong}. Correct it, or write an expression.`,
            },
          ];
    }),
  ];
}

/** What a value that is written out must be, if it is not. */
function wrongKind(part: JsonObject, value: Json): string | null {
  if (isExpression(value)) return null;
  const allowed = part['enum'];
  if (Array.isArray(allowed) && !allowed.includes(value)) return `one of: ${allowed.map(String).join(', ')}`;
  const types = [part['type'] ?? []].flat().map(String);
  return types.length === 0 || types.some((type) => isOfType(value, type)) ? null : types.join(' or ');
}

function isOfType(value: Json, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'null' ? value === null : typeof value === type;
}
