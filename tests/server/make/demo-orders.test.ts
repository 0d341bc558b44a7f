import { expect } from 'chai';
import { workingMsBetween } from '../../../engine/workflow/calendar/working-time.ts';
import type { BoardRow } from '../../../server/make/make-board.ts';
import { at, demoRow, floorAt, openDemoBoard, rowsAt, T_8 } from './demo-board.ts';

/** Twelve orders as the plant's own list has them at T 08:00: colour, material, what is short, forecast and slack in days. */
const LIST: readonly (readonly [string, string, string, string, number | null, number | null])[] = [
  ['001', 'done', 'processed', '', null, null],
  ['002', 'green', 'in_stock', '', 0.5, 1.0],
  ['003', 'amber', 'in_stock', '', 1.1, 1.4],
  ['004', 'green', 'in_stock', '', 0.9, 1.6],
  ['005', 'red', 'expected', 'RM-42CR30 51.5 T+7', 10.1, -3.6],
  ['006', 'amber', 'expected', 'CP-LCK 30 T+1', 3.9, 1.6],
  ['007', 'amber', 'expected', 'CP-6204 140 T+3', 4.5, 2.0],
  ['008', 'red', 'in_stock', '', 2.1, 1.5],
  ['009', 'green', 'in_stock', '', 5.9, 3.7],
  ['010', 'green', 'in_stock', '', 6.7, 5.9],
  ['011', 'in_review', 'in_stock', '', 9.0, 5.5],
  ['012', 'in_review', 'not_available', 'RM-ST3 2050.5 -, PK-BOX 14.1 -', 14.5, 1.1],
];
/** The list rounds generously: its slack of four orders is one step above what its own forecast leaves until 17:00. */
const STEP = 0.1;
const DAYS = ['T', 'T+1', 'T+2', 'T+3', 'T+4', 'T+5', 'T+6', 'T+7'];

const shortOf = ({ material }: BoardRow): string =>
  material.short
    .map(({ item, qty, eta }) => {
      const day = DAYS.find((text) => eta === floorDate(text));
      return `${item} ${Math.round(qty * 10) / 10} ${day ?? '-'}`;
    })
    .join(', ');
const floorDate = (text: string): string => floorAt(at(`${text} 12:00`)).today;
const colorsAt = (text: string): string => {
  const letters = { done: 'D', in_review: 'R', red: 'r', amber: 'a', green: 'g' };
  return Object.values(rowsAt(openDemoBoard(), at(text)))
    .map((row) => letters[row.rag.color])
    .join('');
};

describe('the twelve orders of the demo plant', () => {
  it('[RAG1] have their colours and the state of their material at T 08:00', () => {
    const rows = rowsAt(openDemoBoard(), T_8);
    expect(
      Object.entries(rows).map(([id, row]) => [id, row.rag.color, row.material.state, shortOf(row)]),
    ).to.deep.equal(LIST.map(([id, color, material, short]) => [id, color, material, short]));
  });

  it('[FOR1] have their forecasts at T 08:00, in days from then', () => {
    const { calendar, dayMs } = floorAt(T_8);
    const rows = rowsAt(openDemoBoard(), T_8);
    const found = Object.values(rows).map(({ forecastAt }) =>
      forecastAt === null ? null : Math.round((workingMsBetween(calendar, T_8, forecastAt) / dayMs) * 10) / 10,
    );
    expect(found).to.deep.equal(LIST.map(([, , , , forecast]) => forecast));
  });

  it('[FOR2] have their slack at T 08:00, to one tenth of a day', () => {
    const rows = rowsAt(openDemoBoard(), T_8);
    for (const [id, , , , , slack] of LIST) {
      const found = rows[id]?.slack ?? null;
      if (slack === null) expect(found, id).to.equal(null);
      else expect(found, id).to.be.closeTo(slack, STEP);
    }
  });

  it('[FOR3] take as long as their routing says', () => {
    const hours = Object.values(rowsAt(openDemoBoard(), T_8)).map(({ production }) => production.hours.toFixed(1));
    expect(hours.join(' ')).to.equal('15.5 20.9 22.0 21.2 40.4 38.0 20.0 27.0 24.5 21.6 39.6 84.3');
  });

  it('[RAG1] worsen hour by hour while nobody reports anything', () => {
    const hours = ['T 08:00', 'T 08:30', 'T 12:00', 'T 17:00', 'T+1 01:30', 'T+1 08:00', 'T+1 12:00', 'T+1 17:00'];
    expect(hours.map((hour) => `${hour} ${colorsAt(hour)}`)).to.deep.equal([
      'T 08:00 DgagraarggRR',
      'T 08:30 DaagraarggRR',
      'T 12:00 DaagraarggRR',
      'T 17:00 DaagraarggRR',
      'T+1 01:30 DaaaraarggRR',
      'T+1 08:00 DaaaraarggRR',
      'T+1 12:00 DraaraarggRR',
      'T+1 17:00 DrraraarggRR',
    ]);
  });

  it('[RAG1] worsen day by day while nobody reports anything', () => {
    const days = ['T+2', 'T+3', 'T+4', 'T+5', 'T+6', 'T+9'].map((day) => `${day} ${colorsAt(`${day} 08:00`)}`);
    expect(days).to.deep.equal([
      'T+2 DrrrraarggRR',
      'T+3 DrrrrrarggRR',
      'T+4 DrrrrrarggRR',
      'T+5 DrrrrrrragRR',
      'T+6 DrrrrrrraaRR',
      'T+9 DrrrrrrrraRR',
    ]);
  });

  it('[RAG12] keep their colours when what was planned is reported', () => {
    // given
    const board = openDemoBoard();
    const report = (order: string, changes: { readonly good_qty: number }): void =>
      board.rows.put('work-orders', `WO-2611-${order}`, { ...demoRow('work-orders', `WO-2611-${order}`), ...changes });

    // when
    report('002', { good_qty: 510 });
    report('004', { good_qty: 110 });

    // then
    const rows = rowsAt(board, at('T 12:00'));
    expect([rows['002']?.rag.color, rows['004']?.rag.color]).to.deep.equal(['green', 'green']);
  });

  it('[MAT6] what arrives for one changes the material of those that wait for it', () => {
    // given
    const board = openDemoBoard();
    const before = rowsAt(board, T_8);

    // when
    board.rows.put('stock', 'CP-LCK', { id: 'CP-LCK', qty: 120 });
    board.rows.put('purchase-orders', 'PO-2611-035', {
      ...demoRow('purchase-orders', 'PO-2611-035'),
      received_qty: 1000,
    });
    const after = rowsAt(board, T_8);

    // then
    expect([after['006']?.rag.color, after['007']?.material.state]).to.deep.equal(['green', 'not_available']);
    // The others are the very same rows: nothing was counted again.
    expect(Object.keys(after).filter((id) => after[id] !== before[id])).to.deep.equal(['006', '007']);
  });

  it('[RAG9] an order whose good pieces are held is short of them', () => {
    const board = openDemoBoard();
    for (const lot of ['LOT-2611-003', 'LOT-2611-007'])
      board.rows.put('lots', lot, { ...demoRow('lots', lot), holds: ['NCR-2611-007'] });
    const { rag } = rowsAt(board, T_8)['003'] as BoardRow;
    expect(rag).to.deep.equal({ color: 'red', reasons: [{ kind: 'too_few', missing: 22 }] });
  });
});
