import { expect } from 'chai';
import { readBundles } from '../../support/procedure-world.ts';
import { type Answer, openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

const MINUTE_MS = 60_000;

interface Opened {
  readonly api: TestApi;
  readonly ana: TestPerson;
  readonly lin: TestPerson;
  readonly javier: TestPerson;
  /** The case that Ana has started. */
  readonly id: string;
}

/** A case that waits for a signed approval, and the people around it. */
async function opened(): Promise<Opened> {
  const api = await openTestApi();
  const bundle = readBundles().find(({ machine }) => machine.id === 'demo-signed');
  if (bundle === undefined) throw new Error('The workflow of this test is missing.');
  await api.plant.library.publish(bundle, api.clock.now());
  const [ana, lin, javier] = [await api.signIn('ana'), await api.signIn('lin'), await api.signIn('javier')];
  const started = await ana.post('/api/instances', { workflow: 'demo-signed', answers: { note: 'hello' } });
  return { api, ana, lin, javier, id: started.body.id };
}

async function taskOf({ id }: Opened, person: TestPerson): Promise<Answer> {
  const found = await person.get(`/api/instances/${id}`);
  return person.get(`/api/tasks/${found.body.tasks[0].id}`);
}

/** Approves with what a page sends, changed as the test wants. */
async function approve(world: Opened, person: TestPerson, changes: Record<string, unknown> = {}): Promise<Answer> {
  const task = (await taskOf(world, person)).body;
  const signature = { login: 'lin', password: 'gemba', meaning: 'approved', shown: task.toSign, ...changes };
  return person.post(`/api/tasks/${task.id}/complete`, {
    outcome: 'approve',
    answers: {},
    signature: Object.fromEntries(Object.entries(signature).filter(([, value]) => value !== undefined)),
  });
}

const historyOf = async (
  { id }: Opened,
  person: TestPerson,
): Promise<readonly { kind: string; title: string; details: string[] }[]> =>
  (await person.get(`/api/instances/${id}/history`)).body.items;

describe('signing over the API', () => {
  let world: Opened;
  beforeEach(async () => {
    world = await opened();
  });
  afterEach(() => world.api.close());

  it('[SG10] the task says what it is signed with, and without a signature nothing is taken', async () => {
    const task = (await taskOf(world, world.lin)).body;
    expect(task.outcomes.map(({ outcome, sign }: never) => [outcome, sign])).to.deep.equal([
      ['approve', { meaning: 'approved', title: '核准', reasonNeeded: false }],
      ['return', null],
    ]);
    const refused = await world.lin.post(`/api/tasks/${task.id}/complete`, { outcome: 'approve', answers: {} });
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'signature.required']);
  });

  it('[SG10] 11.50: name, meaning and time stand in every form of it', async () => {
    const signed = await approve(world, world.lin, { reason: 'Checked' });
    expect(signed.status).to.equal(200);
    expect(signed.body.signatures).to.have.length(1);
    expect(signed.body.signatures[0]).to.include({
      name: '林志豪',
      meaning: 'approved',
      meaningTitle: '核准',
      reason: 'Checked',
      at: '2026-11-23T01:00:00.000Z',
      voided: null,
    });
    expect((await historyOf(world, world.lin)).at(-1)?.details).to.include('林志豪簽署：核准');
  });

  it('[SG11] 11.200: both components first, then the password, and both again after ten minutes', async () => {
    expect((await world.lin.get('/api/session/signing')).body).to.deep.equal({ both: true });
    const half = await approve(world, world.lin, { login: undefined });
    expect([half.status, half.body.code]).to.deep.equal([403, 'signature.not_proved']);
    expect((await approve(world, world.lin)).status).to.equal(200);
    expect((await world.lin.get('/api/session/signing')).body).to.deep.equal({ both: false });
    world.api.clock.move(11 * MINUTE_MS);
    expect((await world.lin.get('/api/session/signing')).body).to.deep.equal({ both: true });
  });

  it('[SG11] within ten minutes the password alone is enough', async () => {
    await approve(world, world.lin);
    const changed = (await world.ana.get(`/api/instances/${world.id}`)).body;
    await world.ana.post(`/api/tasks/${changed.tasks[0].id}/complete`, { outcome: 'change', answers: {} });
    const back = (await world.ana.get(`/api/instances/${world.id}`)).body;
    await world.ana.post(`/api/tasks/${back.tasks[0].id}/complete`, { outcome: 'ready', answers: { note: 'other' } });
    world.api.clock.move(9 * MINUTE_MS);
    const again = await approve(world, world.lin, { login: undefined });
    expect(again.status).to.equal(200);
    // What the first one covered was changed: it is void, visibly.
    expect(again.body.signatures.map(({ voided }: never) => voided === null)).to.deep.equal([false, true]);
  });

  it('[SG12] 11.100: with another person’s name and password nobody signs', async () => {
    const other = await approve(world, world.lin, { login: 'javier' });
    expect([other.status, other.body.code]).to.deep.equal([403, 'signature.not_proved']);
    expect((await world.lin.get(`/api/instances/${world.id}`)).body.signatures).to.deep.equal([]);
  });

  it('[SG12] a wrong password is refused, recorded in the case, and counted until the account waits', async () => {
    const wrong = await approve(world, world.lin, { password: 'gember' });
    expect([wrong.status, wrong.body.code]).to.deep.equal([403, 'signature.not_proved']);
    expect((await historyOf(world, world.lin)).at(-1)).to.include({
      kind: 'signature',
      title: '身分驗證失敗，簽署遭拒：Approve',
    });
    for (let count = 1; count < 10; count += 1) await approve(world, world.lin, { password: 'gember' });
    expect((await approve(world, world.lin)).status).to.equal(429);
  });

  it('[SG13] what somebody else may sign cannot be signed, whatever is sent', async () => {
    const task = (await taskOf(world, world.lin)).body;
    const mine = { login: 'ana', password: 'gemba', meaning: 'approved', shown: task.toSign };
    const refused = await world.ana.post(`/api/tasks/${task.id}/complete`, {
      outcome: 'approve',
      answers: {},
      signature: mine,
    });
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'permission.denied']);
  });

  it('[SG13] a signature under something else than was shown is refused: 11.70', async () => {
    const stale = await approve(world, world.lin, { shown: 'a'.repeat(64) });
    expect([stale.status, stale.body.code]).to.deep.equal([409, 'signature.changed']);
    const meaning = await approve(world, world.lin, { meaning: 'verified' });
    expect([meaning.status, meaning.body.code]).to.deep.equal([409, 'signature.refused']);
  });

  it('[SG10] a command is signed like a task', async () => {
    const view = (await world.lin.get(`/api/instances/${world.id}`)).body;
    const { toSign, sign } = view.commands.find(({ type }: { type: string }) => type === 'void');
    expect(sign).to.deep.include({ meaning: 'rejected', reasonNeeded: true });
    const send = (reason: string) =>
      world.lin.post(`/api/instances/${world.id}/events`, {
        type: 'void',
        data: { note: 'twice' },
        signature: { login: 'lin', password: 'gemba', meaning: 'rejected', shown: toSign, reason },
      });
    expect((await send('')).body.code).to.equal('signature.refused');
    expect((await send('Entered twice')).body.status).to.equal('void');
  });
});
