import { EngineError } from '../../engine/model/engine-error.ts';

/** Keys that other libraries walk into the prototype with. They mean nothing in any of our forms. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Deeper than any form, shallower than any stack. */
const DEEPEST = 32;
/** A request that is no upload. A form of 50 lines is about 20 kB. */
export const LARGEST_BODY_BYTES = 256 * 1024;

/**
 * Reads the JSON of a request. Throws `request.invalid` for text that is none, nesting that is too deep, keys that
 * reach for the prototype, and text that no store keeps as it is; the message names the place.
 */
export function readSafeJson(text: string): unknown {
  refuseDepth(text);
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (FORBIDDEN_KEYS.has(key)) throw invalid(`A field may not be called "${key}". Leave it out.`, `/${key}`);
      if (typeof value === 'string' && !isKeepable(value))
        throw invalid(`The text of "${key}" holds half a character or a zero. Write it again.`, `/${key}`);
      return value;
    });
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw invalid('The body is no JSON. Send JSON with the content type application/json.', '');
  }
}

/** A database keeps Unicode text: a lone surrogate would come back as another character, and break the chain of history. */
function isKeepable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** Counted before parsing: a parser that recurses would fall over first. */
function refuseDepth(text: string): void {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (inText) {
      if (sign === '\\') index += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > DEEPEST) throw invalid(`The body is nested deeper than ${DEEPEST} levels. Send it flatter.`, '');
  }
}

function invalid(message: string, path: string): EngineError {
  return new EngineError('request.invalid', message, { problems: [{ path, code: 'request.invalid', message }] });
}
