import { expect } from 'chai';
import type { StateFile } from '../../engine/model/workflow-file.ts';
import { done, openToldCases, task, type Told, type ToldCases } from '../support/told-cases.ts';

const HOUR_MS = 3_600_000;

describe('what explains a task, in the language of the reader', () => {
  let told: ToldCases;
  beforeEach(async () => {
    told = await openToldCases();
  });
  afterEach(() => told.api.close());

  it('[EP5] a step done once for each item says which one, how many have answered and when it is enough', async () => {
    // given
    const forEach = { items: ['product_engineer', 'quality_engineer', 'production_manager'], as: 'who', until: 2 };
    const each = { roles: '= [who]', outcomes: { agree: 'Agree' }, forEach };
    const vote = { ...task(each), description: 'Vote', on: { collected: { target: 'stored' } } };
    const id = await told.begin({ vote, stored: done() } as never);
    const open = (await told.by('tsai').get(`/api/instances/${id}`)).body.tasks.find((row: Told) => row.claimable);

    // when
    await told.by('tsai').post(`/api/tasks/${open.id}/complete`, { outcome: 'agree', answers: {} });

    // then
    const waits = await told.waitOf(id, 'task');
    expect(waits.map(({ item }) => item)).to.deep.equal(['Quality engineer', 'Ingeniero de calidad', '品質工程師']);
    expect(waits.map(({ notes }) => notes)).to.deep.equal([
      ['1 of 3 have answered.', '2 answers are enough.'],
      ['Ha respondido 1 de 3.', 'Bastan 2 respuestas.'],
      ['共 3 份，已回覆 1 份。', '有 2 份回覆即可繼續。'],
    ]);
    const rows = (await told.by('lin').get('/api/tasks?box=available', { 'accept-language': 'en' })).body.items;
    expect(rows.map((row: Told) => `${row.title} · ${row.item}`)).to.deep.equal(['Vote · Production manager']);
  });

  it('[EP5] who acts for whom, and by name, stands beside the person', async () => {
    // given
    const id = await told.begin({ make: task(), stored: done() });
    const at = (ms: number): string => new Date(told.api.clock.now() + ms).toISOString();
    const away = { person: 'U04', standIn: 'U05', kind: 'absence', note: 'ill', fromAt: at(0), untilAt: at(HOUR_MS) };
    const made = await told.by('ana').post('/api/stand-ins', away);
    expect(made.status, made.text).to.equal(201);

    // when
    const standing = await told.waitOf(id, 'task');
    const open = standing[0]?.task;
    const given = await told.by('lin').post(`/api/tasks/${open}/reassign`, { to: 'U06', reason: 'knows the press' });
    expect(given.status, given.text).to.equal(200);
    const byName = await told.waitOf(id, 'task');
    const why = await told.inEach(`/api/tasks/${open}`, ({ who }) => who.people.at(-1));

    // then
    const roleOf = (waits: readonly Told[], person: string) =>
      waits.map((wait) => wait.people.find((one: Told) => one.id === person)?.role);
    expect(roleOf(standing, 'U05')).to.deep.equal([
      'stands in for Ana Torres',
      'sustituye a Ana Torres',
      '代理Ana Torres',
    ]);
    const named = ['handed to this person by name', 'se le pasó por su nombre', '經指名轉交'];
    expect(roleOf(byName, 'U06')).to.deep.equal(named);
    expect(why.map((one) => one.why)).to.deep.equal(named);
  });

  it('[EP5] a moved due time says by whom and why, and a ladder who is told next', async () => {
    // given
    const id = await told.begin({ make: task({ due: 'PT4H@always', ladder: 'default' }), stored: done() });
    const open = (await told.waitOf(id, 'task'))[0]?.task;

    // when
    const dueAt = new Date(told.api.clock.now() + 24 * HOUR_MS).toISOString();
    await told.by('lin').post(`/api/tasks/${open}/due`, { dueAt, reason: 'late drawing' });

    // then
    const waits = await told.waitOf(id, 'task');
    expect(waits.map(({ notes }) => notes)).to.deep.equal([
      ['Due time moved by Lin Chih-hao: “late drawing”'],
      ['Plazo cambiado por Lin Chih-hao: «late drawing»'],
      ['期限由林志豪調整：「late drawing」'],
    ]);
    expect(waits.map(({ ladder }) => ladder.people)).to.deep.equal(['Ana Torres', 'Ana Torres', 'Ana Torres']);
  });

  it('[EP8] an outcome and a command that are refused say what stands in their way', async () => {
    // given
    const make: StateFile = {
      ...task(),
      on: {
        made: { description: 'Made', guard: '= data.request.count > 5', target: 'stored' },
        passed_on: { description: 'Passed on', target: 'check' },
      },
    };
    const check = { ...task(), description: 'Check', on: { made: { target: 'stored' } } };
    const withdraw = {
      description: 'Withdraw',
      guard: '= tasks.make = null',
      target: '.dropped',
      meta: { command: { roles: ['production_planner'] } },
    };
    await told.publish('told', { make, check, stored: done(), dropped: done() }, { on: { withdraw } });
    const started = await told.by('ana').post('/api/instances', { workflow: 'told', answers: { note: 'x', count: 3 } });
    const id = String(started.body.id);
    const open = started.body.tasks[0].id;

    // when
    const refused = await told.inEach(`/api/tasks/${open}`, ({ outcomes }) => outcomes[0], 'ana');
    const before = await told.inEach(`/api/instances/${id}`, ({ commands }) => commands[0].reason, 'ana');
    await told.by('ana').post(`/api/tasks/${open}/complete`, { outcome: 'passed_on', answers: {} });
    const after = await told.inEach(`/api/instances/${id}`, ({ commands }) => commands[0].reason, 'ana');

    // then
    expect(refused.map(({ offer, reason }) => [offer, reason])).to.deep.equal([
      ['refused', 'Count is “3”.'],
      ['refused', 'Count: «3».'],
      ['refused', 'Count為「3」。'],
    ]);
    expect(before).to.deep.equal([null, null, null]);
    expect(after).to.deep.equal([
      'Not offered any more: “Make” is done.',
      'Ya no se ofrece: «Make» está hecha.',
      '已不再提供：「Make」已完成。',
    ]);
  });

  it('[EP5] history names the item of an answer, without what the engine wrote beside it', async () => {
    // given
    const forEach = { items: ['product_engineer', 'quality_engineer'], as: 'who' };
    const each = { roles: '= [who]', outcomes: { agree: 'Agree' }, forEach };
    const vote = { ...task(each), description: 'Vote', on: { collected: { target: 'stored' } } };
    const id = await told.begin({ vote, stored: done() } as never);
    const open = (await told.by('tsai').get(`/api/instances/${id}`)).body.tasks.find((row: Told) => row.claimable);

    // when
    await told.by('tsai').post(`/api/tasks/${open.id}/complete`, { outcome: 'agree', answers: { note: 'fits' } });

    // then
    const entries = await told.inEach(`/api/instances/${id}/history`, ({ items }) => items.at(-1));
    expect(entries.map(({ title }) => title)).to.deep.equal([
      'Vote · Product engineer',
      'Vote · Ingeniero de producto',
      'Vote · 產品工程師',
    ]);
    expect(entries[0]?.fields.map((field: Told) => field.label)).to.deep.equal(['Note']);
  });

  it('[EP8] what is not known yet is said by its name', async () => {
    // given
    const make: StateFile = {
      ...task(),
      on: {
        made: { description: 'Made', guard: '= data.request.count > 5', target: 'stored' },
        passed_on: { description: 'Passed on', target: 'stored' },
      },
    };
    const id = await told.begin({ make, stored: done() });
    const open = (await told.waitOf(id, 'task'))[0]?.task;

    // when
    const reasons = await told.inEach(`/api/tasks/${open}`, ({ outcomes }) => outcomes[0].reason);

    // then
    expect(reasons).to.deep.equal(['Not known yet: Count.', 'Aún no se sabe: Count.', '尚未知：Count。']);
  });

  it('[EP5] one answer may be enough; an item that is left then says that the case has gone on', async () => {
    // given
    const forEach = { items: ['product_engineer', 'quality_engineer'], as: 'who', until: 'any', rest: 'left' };
    const each = { roles: '= [who]', outcomes: { agree: 'Agree' }, forEach };
    const vote = { ...task(each), description: 'Vote', on: { collected: { target: 'make' } } };
    const id = await told.begin({ vote, make: task(), stored: done() } as never);
    const before = await told.waitOf(id, 'task');
    const open = (await told.by('tsai').get(`/api/instances/${id}`)).body.tasks.find((row: Told) => row.claimable);

    // when
    await told.by('tsai').post(`/api/tasks/${open.id}/complete`, { outcome: 'agree', answers: {} });

    // then
    const left = await told.inEach(`/api/instances/${id}`, (body) =>
      body.waits.find((wait: Told) => wait.item !== null),
    );
    expect(before.map(({ notes }) => notes.at(-1))).to.deep.equal([
      'One answer is enough.',
      'Basta una respuesta.',
      '有 1 份回覆即可繼續。',
    ]);
    expect(left.map(({ notes }) => notes)).to.deep.equal([
      ['The case has gone on without it. An answer is still kept.'],
      ['El caso ha seguido sin ella. Una respuesta aún se guarda.'],
      ['案件已先行繼續；回覆仍會保存。'],
    ]);
  });
});
