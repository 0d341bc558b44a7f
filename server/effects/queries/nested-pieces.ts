/**
 * The pieces of the largest sample, so that the first `n` of them are the sample of each class: its own first pieces of the
 * draw, in order as far as that goes. What a class takes beyond the draw is inspected whole: the rest of the lot.
 */
export function nestedPieces(drawn: readonly number[], sizes: readonly number[], lotSize: number): readonly number[] {
  const most = Math.max(0, ...sizes);
  const taken = new Set(drawn);
  const rest: number[] = [];
  for (let piece = 1; piece <= lotSize && drawn.length + rest.length < most; piece += 1)
    if (!taken.has(piece)) rest.push(piece);
  const all = [...drawn, ...rest];
  const ends = [...new Set(sizes)].sort((a, b) => a - b);
  return ends.flatMap((end, index) => all.slice(ends[index - 1] ?? 0, end).sort((a, b) => a - b));
}
