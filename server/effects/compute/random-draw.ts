import { createHash } from 'node:crypto';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Computation } from './computation.ts';

/** More positions than anybody draws by hand; they stand in the case. */
const MOST_DRAWN = 10_000;
const WORDS_OF_HASH = 8;
const ALL_OF_32_BITS = 2 ** 32;

/**
 * `n` different positions of 1 … `of`, in order: which pieces of a lot are taken. With `as_drawn` they come as they were
 * drawn, so that the first few of them are a sample of their own.
 *
 * The effect's key is the seed, so a repeat draws the same, and an auditor can draw again; nobody can choose the key.
 */
export const RANDOM_DRAW: Computation = {
  id: 'random-draw',
  input: {
    type: 'object',
    properties: {
      n: { type: 'integer', minimum: 0 },
      of: { type: 'integer', minimum: 0 },
      as_drawn: { type: 'boolean' },
    },
    required: ['n', 'of'],
    additionalProperties: false,
  },
  output: { type: 'array', items: { type: 'integer' } },
  compute(input, key) {
    const n = Number(input['n']);
    const of = Number(input['of']);
    if (n > of) throw new EffectFailure('compute.impossible', `${n} pieces cannot be drawn of ${of}.`, false);
    if (n > MOST_DRAWN)
      throw new EffectFailure('compute.impossible', `${n} are too many to draw; at most ${MOST_DRAWN} can be.`, false);
    const next = openDraw(key);
    // The first n places of a shuffle; only places that were moved are remembered.
    const moved = new Map<number, number>();
    const drawn = Array.from({ length: n }, (_, place) => {
      const taken = place + next(of - place);
      const position = moved.get(taken) ?? taken;
      moved.set(taken, moved.get(place) ?? place);
      return position + 1;
    });
    return input['as_drawn'] === true ? drawn : drawn.sort((a, b) => a - b);
  },
};

/** Even draws below a bound, from hashes of the seed and a counter. */
function openDraw(seed: string): (below: number) => number {
  let words: number[] = [];
  let block = 0;
  const word = (): number => {
    if (words.length === 0) {
      const hash = createHash('sha256').update(`random-draw:${block}:${seed}`).digest();
      words = Array.from({ length: WORDS_OF_HASH }, (_, index) => hash.readUInt32BE(index * 4));
      block += 1;
    }
    return words.shift() as number;
  };
  return (below) => {
    // What stands above the last whole multiple would make the small positions likelier.
    const limit = ALL_OF_32_BITS - (ALL_OF_32_BITS % below);
    let drawn = word();
    while (drawn >= limit) drawn = word();
    return drawn % below;
  };
}
