import { expect } from 'chai';
import type { ShowView } from '../../../server/services/views/task-view.ts';
import { splitShows } from '../../../ui/pages/task/split-shows.ts';

const show = (name: string, part: Partial<ShowView>): ShowView => ({
  name,
  title: name,
  kind: 'opinion',
  outcome: null,
  outcomeTitle: null,
  tone: null,
  why: null,
  by: null,
  at: null,
  department: null,
  fields: [],
  words: [],
  ...part,
});
const form = { id: 'f', title: 'f', help: null, schema: {}, checks: [], layout: [{ opinions: ['pd', 'qc', 'fi'] }] };
const names = (shows: readonly ShowView[]) => shows.map(({ name }) => name);

describe('what was answered before', () => {
  it('the opinions that the form compares stand side by side, problems first', () => {
    // given
    const shows = [show('fi', { tone: 'not-asked' }), show('pd', { tone: 'ok' }), show('qc', { tone: 'no' })];

    // then
    expect(names(splitShows({ form, show: shows }).opinions)).to.deep.equal(['qc', 'pd', 'fi']);
  });

  it('everything else stands beside the form, the newest first', () => {
    // given
    const shows = [
      show('order', { kind: 'answer', at: '2026-11-19T08:00:00Z' }),
      show('intake', { kind: 'answer', at: '2026-11-20T08:00:00Z' }),
    ];

    // then
    expect(names(splitShows({ form, show: shows }).earlier)).to.deep.equal(['intake', 'order']);
  });
});
