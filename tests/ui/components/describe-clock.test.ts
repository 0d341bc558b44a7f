import { expect } from 'chai';
import { describeClock } from '../../../ui/components/describe-clock.ts';
import { parts as english } from '../../../ui/texts/en/parts.ts';
import { parts as spanish } from '../../../ui/texts/es/parts.ts';
import { openFormat } from '../../../ui/texts/format.ts';
import { parts as chinese } from '../../../ui/texts/zh-TW/parts.ts';

const EN = { format: openFormat('en', 'Asia/Taipei'), parts: english };
const ES = { format: openFormat('es', 'Asia/Taipei'), parts: spanish };
const ZH = { format: openFormat('zh-TW', 'Asia/Taipei'), parts: chinese };
const NOW = at('11-23 10:42');

describe('clock of a task', () => {
  it('is amber from the moment the server names, rounded down, with the time of day', () => {
    const due = { dueAt: iso('11-23 14:50'), soonAt: iso('11-23 10:00') };
    expect(describeClock(due, NOW, EN)).to.deep.equal({ kind: 'soon', word: 'Due in 4 h', detail: 'today 14:50' });
    expect(describeClock(due, NOW, ES)).to.deep.equal({ kind: 'soon', word: 'Vence en 4 h', detail: 'hoy 14:50' });
    expect(describeClock(due, NOW, ZH)).to.deep.equal({ kind: 'soon', word: '剩 4 小時', detail: '今天 14:50' });
  });

  it('counts minutes in the last hour', () => {
    const due = { dueAt: iso('11-23 11:20'), soonAt: iso('11-23 08:00') };
    expect(describeClock(due, NOW, EN).word).to.equal('Due in 38 min');
  });

  it('is overdue at the due moment itself', () => {
    const due = { dueAt: iso('11-23 10:42'), soonAt: null };
    expect(describeClock(due, NOW - 1, EN).kind).to.equal('plain');
    expect(describeClock(due, NOW, EN)).to.deep.equal({ kind: 'overdue', word: 'Overdue', detail: '0 min' });
  });

  it('says for how long it is overdue', () => {
    expect(describeClock({ dueAt: iso('11-23 09:22'), soonAt: null }, NOW, EN).detail).to.equal('1 h 20 min');
    expect(describeClock({ dueAt: iso('11-21 09:22'), soonAt: null }, NOW, ES).detail).to.equal('2 días');
  });

  it('is plain before that: the day, then the time', () => {
    const tomorrow = { dueAt: iso('11-24 11:00'), soonAt: iso('11-24 08:00') };
    expect(describeClock(tomorrow, NOW, EN)).to.deep.equal({ kind: 'plain', word: 'Tomorrow', detail: '11:00' });
    expect(describeClock(tomorrow, NOW, ES).word).to.equal('Mañana');
    expect(describeClock({ dueAt: iso('11-27 12:00'), soonAt: null }, NOW, ES).word).to.equal('vie 27 nov');
  });

  it('says so where there is no due time', () => {
    expect(describeClock({ dueAt: null, soonAt: null }, NOW, ZH)).to.deep.equal({
      kind: 'none',
      word: '無期限',
      detail: null,
    });
  });
});

function at(local: string): number {
  return Date.parse(`2026-${local.replace(' ', 'T')}:00+08:00`);
}

function iso(local: string): string {
  return new Date(at(local)).toISOString();
}
