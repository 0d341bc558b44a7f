import type { JsonObject } from '../../model/json.ts';
import type { LintContext } from './lint-context.ts';

/** An effect that the file asks for, as action or as invocation. */
export interface EffectCall {
  readonly name: string;
  readonly input: JsonObject;
  /** Where its input is written, or would be. */
  readonly pointer: string;
  readonly asked: 'invoke' | 'action';
}

/** Every effect that is asked for. `set` is none. */
export function effectCalls({ nodes, actions }: LintContext): readonly EffectCall[] {
  return [
    ...nodes.flatMap(({ file: { invoke }, pointer }): readonly EffectCall[] =>
      invoke === undefined
        ? []
        : [{ name: invoke.src, input: invoke.input ?? {}, pointer: `${pointer}/invoke/input`, asked: 'invoke' }],
    ),
    ...actions
      .filter(({ type }) => type !== 'set')
      .map(
        ({ type, params, pointer }): EffectCall => ({
          name: type,
          input: params,
          pointer: `${pointer}/params`,
          asked: 'action',
        }),
      ),
  ];
}

/** The text at a key of an input, if it is written out and no expression. */
export function literalAt(call: EffectCall, key: string): string | null {
  const value = Object.hasOwn(call.input, key) ? call.input[key] : undefined;
  return typeof value === 'string' && !value.startsWith('=') ? value : null;
}
