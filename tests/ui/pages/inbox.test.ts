import { expect } from 'chai';
import type { TaskRowView } from '../../../server/services/views/task-view.ts';
import { groupTasks } from '../../../ui/pages/inbox/group-tasks.ts';
import { compareTasks } from '../../../ui/pages/inbox/shown-tasks.ts';
import { openFormat } from '../../../ui/texts/format.ts';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');
const DATES = openFormat('en', 'Asia/Taipei');

describe('groups of the inbox', () => {
  it('put overdue first, then today, then the rest, and leave out what is empty', () => {
    // given
    const tasks = [row('late', '11-23T09:00'), row('today', '11-23T23:30'), row('never', null)];

    // when
    const groups = groupTasks(tasks, { order: 'due', takenAt: NOON, dates: DATES, more: false });

    // then
    expect(groups.map(({ name, tasks: inside }) => [name, inside.map(({ id }) => id)])).to.deep.equal([
      ['overdue', ['late']],
      ['today', ['today']],
      ['later', ['never']],
    ]);
  });

  it('say that only the last one may go on', () => {
    const tasks = [row('late', '11-23T09:00'), row('today', '11-23T23:30')];
    const groups = groupTasks(tasks, { order: 'due', takenAt: NOON, dates: DATES, more: true });
    expect(groups.map(({ open }) => open)).to.deep.equal([false, true]);
  });

  it('are one where the newest stand first', () => {
    const tasks = [row('today', '11-23T23:30'), row('late', '11-23T09:00')];
    const groups = groupTasks(tasks, { order: 'newest', takenAt: NOON, dates: DATES, more: false });
    expect(groups.map(({ name }) => name)).to.deep.equal(['newest']);
  });
});

describe('a list that stands before the reader', () => {
  it('keeps its rows in their places and counts what came in', () => {
    // given
    const shown = { rows: [row('a', null), row('b', null)], takenAt: NOON };

    // when
    const comparison = compareTasks(shown, [row('new', '11-23T12:30'), row('b', null), row('a', null)]);

    // then
    expect(comparison.rows.map(({ task }) => task.id)).to.deep.equal(['a', 'b']);
    expect(comparison.fresh).to.equal(1);
  });

  it('shows the newest state of a row', () => {
    const shown = { rows: [row('a', null)], takenAt: NOON };
    const taken = { ...row('a', null), assignee: { id: 'U03', name: 'Lin' } };
    expect(compareTasks(shown, [taken]).rows[0]?.task.assignee?.name).to.equal('Lin');
  });

  it('keeps a row that has left, marked', () => {
    const shown = { rows: [row('a', null), row('b', null)], takenAt: NOON };
    expect(compareTasks(shown, [row('b', null)]).rows.map(({ gone }) => gone)).to.deep.equal([true, false]);
  });
});

function row(id: string, due: string | null): TaskRowView {
  return {
    id,
    title: id,
    item: null,
    state: id,
    instance: { id, number: id, subject: id, workflow: { id, title: id, version: 1 } },
    openedAt: '2026-11-20T00:00:00.000Z',
    dueAt: due === null ? null : new Date(Date.parse(`2026-${due}:00+08:00`)).toISOString(),
    soonAt: null,
    assignee: null,
    roles: [],
    claimable: true,
  };
}
