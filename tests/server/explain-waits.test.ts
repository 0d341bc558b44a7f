import { expect } from 'chai';
import type { StateFile } from '../../engine/model/workflow-file.ts';
import { done, openToldCases, task, type Told, type ToldCases } from '../support/told-cases.ts';

describe('what explains a case that asks nobody, in the language of the reader', () => {
  let told: ToldCases;
  beforeEach(async () => {
    told = await openToldCases();
  });
  afterEach(() => told.api.close());

  it('[EP6] a state that waits for a message says which, from whom it comes, and that the clock stands still', async () => {
    // given
    const waiting = {
      description: 'Wait for the lot',
      meta: { suspended: 'the customer' },
      on: { arrived: { description: 'Lot arrived', target: 'make' } },
    };
    const meta = { key: '= data.request.note', due: 'P5D@always' };

    // when
    const id = await told.begin({ waiting, make: task(), stored: done() } as never, { meta });

    // then
    const waits = await told.waitOf(id, 'message');
    expect(waits.map(({ title, thenTitle, then }) => [title, thenTitle, then])[0]).to.deep.equal([
      'Wait for the lot',
      'Make',
      'Production planner',
    ]);
    expect(waits.map(({ notes, who }) => [...notes, who])).to.deep.equal([
      [
        'Waits for the message “Lot arrived”.',
        'The clock of the case stands still: waiting for the customer.',
        'Another case or a program sends it, for “L1”; or by hand: Production planner or Production manager.',
      ],
      [
        'Espera el mensaje «Lot arrived».',
        'El reloj del caso está parado: se espera a the customer.',
        'Lo envía otro caso o un programa, para «L1»; o a mano: Planificador de producción o Jefe de producción.',
      ],
      [
        '等候訊息「Lot arrived」。',
        '本案計時暫停：等候the customer。',
        '由其他案件或程式送出（對應「L1」）；亦可由生管員(生產計畫員)或生產部經理手動告知。',
      ],
    ]);
  });

  it('[EP6] a child that runs is named with its number; of several, how many are done', async () => {
    // given
    await told.publish('kid', { make: task(), stored: done() } as never);
    const child = (more: object): StateFile => ({
      description: 'Have it made',
      invoke: {
        src: 'workflow:kid',
        input: { answers: { note: 'part' } },
        onDone: { target: 'check' },
        onError: { target: 'stored' },
      },
      ...more,
    });
    const check = { ...task(), description: 'Check' };

    // when
    const one = await told.begin({ child: child({}), check, stored: done() } as never);
    const waits = await told.waitOf(one, 'case');
    const many = await told.begin({
      child: child({ meta: { forEach: { items: [1, 2, 3], as: 'part' } } }),
      check,
      stored: done(),
    } as never);
    const first = (await told.waitOf(many, 'case'))[0];
    const kid = (await told.by('ana').get(`/api/instances/${first?.cases[0].id}`)).body.tasks[0].id;
    await told.by('ana').post(`/api/tasks/${kid}/complete`, { outcome: 'made', answers: {} });
    await told.api.work();

    // then
    expect(waits.map(({ title, thenTitle, cases }) => [title, thenTitle, cases.length])[0]).to.deep.equal([
      'Have it made',
      'Check',
      1,
    ]);
    const { number } = waits[0]?.cases[0] ?? {};
    expect(waits.map(({ notes, who }) => [...notes, who])).to.deep.equal([
      [`Waits for case ${number}: part.`, 'Whoever has a task in that case. When it ends, this case goes on.'],
      [`Espera al caso ${number}: part.`, 'Quien tenga una tarea en ese caso. Cuando termine, este sigue.'],
      [`等候案件 ${number}：part。`, '由該案件的承辦人處理。該案結束後，本案即繼續。'],
    ]);
    const group = await told.waitOf(many, 'case');
    expect(group.map(({ notes, cases }) => [notes, cases.length])).to.deep.equal([
      [['1 of 3 done.'], 2],
      [['Hechos 1 de 3.'], 2],
      [['共 3 項，已完成 1 項。'], 2],
    ]);
  });

  it('[EP6] a branch that waits for its siblings names them', async () => {
    // given
    const both: StateFile = {
      type: 'parallel',
      states: {
        first: {
          initial: 'make',
          states: { make: { ...task(), on: { made: { target: 'made_it' } } }, made_it: done() },
        },
        second: {
          initial: 'held',
          states: {
            held: { description: 'Hold', always: { guard: '= data.make.outcome = "made"', target: 'freed' } },
            freed: done(),
          },
        },
      },
      onDone: { target: 'stored' },
    };

    // when
    const id = await told.begin({ both, stored: done() } as never);

    // then
    const waits = await told.waitOf(id, 'data');
    expect(waits.map(({ title, notes }) => [title, ...notes])).to.deep.equal([
      ['Hold', 'Goes on by itself, depending on: Make.'],
      ['Hold', 'Sigue solo, según: Make.'],
      ['Hold', '會自動繼續，視下列而定：Make。'],
    ]);
  });

  it('[EP7] an incident says in the language of the reader why, and what who may decide', async () => {
    // given
    const look = {
      description: 'Look it up',
      invoke: { src: 'query', input: { query: 'nowhere' }, onDone: { target: 'stored' } },
    };

    // when
    const id = await told.begin({ look, stored: done() } as never);

    // then
    const waits = await told.waitOf(id, 'incident');
    const english = waits[0]?.title;
    expect(english).to.match(/There is no query "nowhere"/);
    expect(waits.map(({ title, who }) => [title, who])).to.deep.equal([
      [english, 'They can try it again or go on with a value.'],
      ['«Look it up» se detuvo. No existe esa consulta.', 'Pueden intentarlo de nuevo o seguir con un valor.'],
      ['「Look it up」已停止。沒有此查詢。', '可選擇重試或以指定值繼續。'],
    ]);
    expect(waits[0]?.people.map((one: Told) => one.id)).to.include.members(['U03', 'U16']);
    const listed = await told.inEach('/api/incidents', ({ items }) => items[0].message);
    expect(listed).to.deep.equal(waits.map(({ title }) => title));
  });

  it('[EP7] history says in the language of the reader why something failed', async () => {
    // given
    const invoke = { src: 'query', input: { query: 'nowhere' }, onDone: { target: 'stored' } };

    // when
    const id = await told.begin({ look: { description: 'Look it up', invoke }, stored: done() });

    // then
    const titles = await told.inEach(`/api/instances/${id}/history`, ({ items }) => items.at(-1).title);
    expect(titles).to.deep.equal([
      'Look it up failed: There is no query "nowhere".',
      'Look it up falló: No existe esa consulta.',
      'Look it up失敗：沒有此查詢。',
    ]);
  });

  it('[EP7] a task that nobody may do waits for who leads', async () => {
    // given
    const everybody = [...told.api.plant.keeper.plant().people.keys()];

    // when
    const id = await told.begin({ make: task({ notBy: everybody }), stored: done() });

    // then
    const waits = await told.waitOf(id, 'incident');
    expect(waits.map(({ who }) => who)).to.deep.equal([
      'They can hand the task to somebody who may do it.',
      'Pueden pasar la tarea a alguien que pueda hacerla.',
      '可將任務轉交給有權辦理的人員。',
    ]);
    expect(waits[1]?.title).to.equal(
      '«Make» se detuvo. Nadie puede hacerla: quienes podrían están excluidos o de baja. Dé la función a alguien, o anule el caso.',
    );
    expect(waits[0]?.people.map((one: Told) => one.id)).to.include('U03');
  });

  it('[EP6] a step that a person ends by a button of the case names the button and who may press it', async () => {
    // given
    const command = { roles: ['production_planner'] };
    const held: StateFile = {
      description: 'On hold',
      on: { resume: { description: 'Resume', target: 'make', meta: { command } } },
    };

    // when
    const id = await told.begin({ held, make: task(), stored: done() });

    // then
    const waits = await told.waitOf(id, 'data');
    expect(waits.map(({ notes }) => notes)).to.deep.equal([
      ['Goes on when somebody chooses “Resume” on this page.'],
      ['Sigue cuando alguien elija «Resume» en esta página.'],
      ['待有人在此頁選擇「Resume」後繼續。'],
    ]);
    expect(waits[0]?.people.map((one: Told) => [one.id, one.role])).to.deep.equal([['U04', 'Production planner']]);
    expect(waits[0]?.thenTitle).to.equal('Make');
  });

  it('[EP6] a child that the reader may not see is another case, without its number', async () => {
    // given
    await told.publish(
      'kid',
      { make: task({ roles: ['product_engineer'] }), stored: done() },
      { meta: { viewers: [] } },
    );
    const src = 'workflow:kid';
    const invoke = {
      src,
      input: { answers: { note: 'part' }, by: 'U09' },
      onDone: { target: 'stored' },
      onError: { target: 'stored' },
    };

    // when
    const id = await told.begin({ child: { description: 'Have it made', invoke }, stored: done() } as never);

    // then
    const waits = await told.waitOf(id, 'case');
    expect(waits.map(({ notes, cases }) => [notes, cases])).to.deep.equal([
      [['Waits for another case.'], []],
      [['Espera a otro caso.'], []],
      [['等候另一案件。'], []],
    ]);
  });
});
