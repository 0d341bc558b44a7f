import { expect } from 'chai';
import type { HistoryView } from '../../../server/services/views/instance-view.ts';
import type { FieldView } from '../../../server/services/views/shared-views.ts';
import { sumUp } from '../../../ui/pages/case/sum-up.ts';
import { english } from '../../../ui/texts/en/index.ts';
import { openFormat } from '../../../ui/texts/format.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const SPEECH = { format: openFormat('en', 'Asia/Taipei'), parts: english.parts, now: NOW };

const capacity: FieldView = {
  pointer: '/pr_review/capacity_ok',
  label: 'Capacity',
  value: { kind: 'choice', text: 'Yes', value: 'yes' },
};
const finish: FieldView = {
  pointer: '/pr_review/earliest_finish',
  label: 'Earliest finish',
  value: { kind: 'date', date: '2026-12-04' },
};
const tooling: FieldView = { pointer: '/pr_review/tooling', label: 'Tooling', value: { kind: 'yes-no', yes: false } };
const overtime: FieldView = {
  pointer: '/pr_review/overtime_h',
  label: 'Overtime',
  value: { kind: 'number', number: 18, decimals: 1, unit: 'h' },
};
const comment: FieldView = {
  pointer: '/pr_review/comment',
  label: 'Comment',
  value: { kind: 'text', text: 'Two Saturdays.' },
};
const value: FieldView = {
  pointer: '/value',
  label: 'Value',
  value: { kind: 'number', number: 7200, decimals: 2, unit: 'EUR' },
};

describe('an entry of a history in a line', () => {
  it('a date stands before a number, and both before a yes', () => {
    const { facts } = sumUp(entryOf([capacity, tooling, overtime, finish]), SPEECH);
    expect(facts).to.deep.equal([
      { label: 'Earliest finish', text: 'Fri 4 Dec' },
      { label: 'Overtime', text: '18.0 h' },
      { label: 'Capacity', text: 'Yes' },
    ]);
  });

  it('what a person answered stands before what the workflow worked out', () => {
    const { facts } = sumUp(entryOf([value, capacity]), SPEECH);
    expect(facts.map(({ label }) => label)).to.deep.equal(['Capacity', 'Value']);
  });

  it('the words of a person are quoted, and say more than a third fact', () => {
    const { facts, words } = sumUp(entryOf([value, capacity, finish, overtime, comment], ['Two Saturdays.']), SPEECH);
    expect(words).to.deep.equal(['Two Saturdays.']);
    expect(facts.map(({ label }) => label)).to.deep.equal(['Earliest finish', 'Overtime']);
  });

  it('the words of a start are the order itself, and long words are for those who unfold the entry', () => {
    expect(sumUp({ ...entryOf([comment], ['Two Saturdays.']), kind: 'start' }, SPEECH).words).to.deep.equal([]);
    expect(sumUp(entryOf([], ['x'.repeat(161)]), SPEECH).words).to.deep.equal([]);
  });
});

function entryOf(
  fields: readonly FieldView[],
  words: readonly string[] = [],
): Pick<HistoryView, 'fields' | 'words' | 'kind'> {
  return { fields, words, kind: 'task' };
}
