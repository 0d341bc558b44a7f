/** Words of the board of a procedure's cases. */
export const board = {
  total: (count: string) => `Running cases: ${count}`,
  allSteps: 'Steps without cases, too',
  nobody: 'Nobody holds it',
  hereFor: (span: string) => `here for ${span}`,
  stopped: 'Stopped',
  shown: (shown: string, all: string) => `${shown} of ${all}: what is late, and what stands here longest`,
  none: 'No case',
  failedTitle: 'The board could not be loaded',
  notFoundTitle: 'There is no such procedure',
  notFoundText: 'Either the address is wrong, or the procedure is not published any more.',
  emptyTitle: 'No case of this procedure runs',
  emptyText: 'A case appears here, at the step it stands at, as soon as somebody starts it and you may see it.',
};
