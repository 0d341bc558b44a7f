import { expect } from 'chai';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

describe('the page about a procedure', () => {
  let api: TestApi;
  let chang: TestPerson;
  before(async () => {
    api = await openTestApi();
    chang = await api.signIn('chang');
  });
  after(() => api.close());

  const guide = async (workflow: string, language = 'en') =>
    (await chang.get(`/api/workflows/${workflow}/guide`, { 'accept-language': language })).body;

  it('names the procedures that it waits for and those that it only starts', async () => {
    expect((await guide('nonconforming-product')).calls.map(({ id }: { id: string }) => id)).to.deep.equal([
      'capa-8d',
      'disposition-line',
    ]);
  });

  it('says who does a step, what it is signed with, and which rule of separation holds there', async () => {
    const { steps, documents } = await guide('nonconforming-product');
    const verify = steps.find(({ state }: { state: string }) => state === 'verify');
    expect(verify).to.deep.include({
      who: 'Quality manager',
      signed: ['Verified'],
      separation: ['(k) who evaluated does not verify'],
    });
    expect(documents.map(({ code }: { code: string }) => code)).to.include.members(['D11', 'D12']);
  });

  it('has its own words in each language, and says when it starts by itself', async () => {
    const [english, spanish, chinese] = [
      await guide('day-plan-t2'),
      await guide('day-plan-t2', 'es'),
      await guide('day-plan-t2', 'zh-TW'),
    ];
    expect(new Set([english.purpose, spanish.purpose, chinese.purpose]).size).to.equal(3);
    expect(english.schedules).to.deep.equal(['every day at 13:00 (working days only)']);
    expect(chinese.schedules).to.deep.equal(['每日 13:00 (僅工作日)']);
  });

  it('is not there for a procedure that is not', async () => {
    expect((await chang.get('/api/workflows/nothing/guide')).status).to.equal(404);
  });
});
