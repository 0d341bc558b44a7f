/** Numbers from 0 to 1, the same in every run. */
export type Random = () => number;

/** A seeded source of random numbers: xorshift of 32 bits, good enough to spread tasks. */
export function openSeededRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
