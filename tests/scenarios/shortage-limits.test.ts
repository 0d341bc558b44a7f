import { expect } from 'chai';
import type { JsonObject } from '../../engine/model/json.ts';
import { driveShortage, isoAt, type ShortageDrive, type Tier } from '../support/shortage-drive.ts';

const MINUTE = 60_000;
const TIERS: readonly Tier[] = ['S1', 'S2', 'S3', 'S4'];
/** The table of the plant: what each step may take at each severity, in working time; office time where customers are asked. */
const LIMITS: { readonly [step: string]: { readonly [tier in Tier]: string | null } } = {
  count: { S1: 'PT15M', S2: 'PT30M', S3: 'PT2H', S4: 'PT8H' },
  triage: { S1: 'PT15M', S2: 'PT30M', S3: 'PT2H', S4: 'P1D' },
  mc_recovery: { S1: 'PT1H', S2: 'PT2H', S3: 'P1D', S4: 'P2D' },
  mk_contact: { S1: 'PT2H@office', S2: 'PT4H@office', S3: null, S4: null },
  mk_answer: { S1: 'PT8H@office', S2: 'P2D@office', S3: null, S4: null },
  decide: { S1: 'PT30M', S2: 'PT2H', S3: 'P1D', S4: 'P2D' },
  plans: { S1: 'PT1H', S2: 'PT2H', S3: null, S4: null },
  update: { S1: 'PT2H', S2: 'PT4H', S3: null, S4: 'P5D' },
};
/** Where the table names a regular event instead: the next day plan, the next month plan, the review of the morning. */
const EVENTS: { readonly [step: string]: { readonly [tier in Tier]?: string } } = {
  plans: { S3: '2026-11-23T08:00:00.000Z', S4: '2026-11-25T01:00:00.000Z' },
  update: { S3: '2026-11-24T01:00:00.000Z' },
};

const limitOf = (drive: ShortageDrive, step: string, tier: Tier): string => {
  const limit = LIMITS[step]?.[tier];
  const at = limit == null ? null : drive.world.keeper.time().dueAt(drive.now(), limit, 'floor-2shift');
  return at === null ? (EVENTS[step]?.[tier] ?? 'none') : isoAt(at);
};
const due = async (drive: ShortageDrive, step: string): Promise<string> => isoAt((await drive.task(step)).dueAt);
const timeline = async (drive: ShortageDrive): Promise<readonly (readonly unknown[])[]> =>
  ((await drive.instance()).data['timeline'] as readonly JsonObject[]).map(({ step, late }) => [step, late]);

for (const tier of TIERS)
  describe(`the limits of a shortage of severity ${tier}`, () => {
    it(`${tier}: the count, the report and the answers are due when the table says, and in time until then`, async () => {
      const drive = await driveShortage(tier);
      expect((await drive.instance()).data['tier']).to.equal(tier);
      const counted = limitOf(drive, 'count', tier);
      expect(await due(drive, 'count')).to.equal(counted);
      await drive.done('count.none', 'U05');
      expect(await due(drive, 'cosign'), 'both sign within one limit').to.equal(counted);
      await drive.at(Date.parse(counted));
      await drive.done('cosign.signed', 'U11');
      const reported = limitOf(drive, 'triage', tier);
      expect(await due(drive, 'triage')).to.equal(reported);
      await drive.at(Date.parse(reported));
      await drive.done('triage.confirmed', 'U04');
      expect(await due(drive, 'mc_recovery')).to.equal(limitOf(drive, 'mc_recovery', tier));
      const open = Object.values((await drive.instance()).tasks).map(({ state }) => state);
      expect(open.includes('mk_contact')).to.equal(LIMITS['mk_contact']?.[tier] !== null);
      expect(await timeline(drive)).to.deep.equal([
        ['reported', false],
        ['stock_verified', false],
        ['production_told', false],
        ['departments_told', false],
      ]);
    });

    it(`${tier}: a minute after its limit a step is late, and the report says so`, async () => {
      const drive = await driveShortage(tier);
      await drive.done('count.none', 'U05');
      await drive.at(Date.parse(limitOf(drive, 'count', tier)) + MINUTE);
      await drive.done('cosign.signed', 'U11');
      await drive.at(Date.parse(limitOf(drive, 'triage', tier)) + MINUTE);
      await drive.done('triage.confirmed', 'U04');
      expect((await timeline(drive)).slice(1)).to.deep.equal([
        ['stock_verified', true],
        ['production_told', true],
        ['departments_told', false],
      ]);
    });

    it(`${tier}: the decision is due when the table says, and the plans are asked for when they are late`, async () => {
      const drive = await driveShortage(tier);
      await drive.toAssess();
      if (LIMITS['mk_contact']?.[tier] != null) {
        expect(await due(drive, 'mk_contact')).to.equal(limitOf(drive, 'mk_contact', tier));
        await drive.done('mk_contact.contacted', 'U08');
        expect(await due(drive, 'mk_answer')).to.equal(limitOf(drive, 'mk_answer', tier));
        await drive.done('mk_answer.answered', 'U08');
      }
      await drive.done('mc_recovery.answered', 'U10');
      await drive.done('ws_containment.answered', 'U05');
      expect(await due(drive, 'decide')).to.equal(limitOf(drive, 'decide', tier));
      await drive.done('decide.adjust_plan', 'U03');
      const late = limitOf(drive, 'plans', tier);
      expect(isoAt((await drive.timer('plan_adjust')).dueAt)).to.equal(late);
      const told = () => drive.world.asked.filter(({ input }) => input['template'] === 'plans-not-reissued').length;
      await drive.at(Date.parse(late) - 1);
      expect(told()).to.equal(0);
      await drive.at(Date.parse(late));
      expect(told()).to.equal(1);
      const output = {
        number: 'PCN-1',
        end: 'applied',
        status: 'done',
        output: { day_plan_rev: 2, month_checked: true },
      };
      await drive.settle('plan_adjust', output);
      expect((await timeline(drive)).at(-1)).to.deep.equal(['plans_reissued', false]);
    });

    it(`${tier}: an update is asked for when the table says`, async () => {
      const drive = await driveShortage(tier);
      const at = limitOf(drive, 'update', tier);
      expect(isoAt((await drive.timer('update_wait')).dueAt)).to.equal(at);
      await drive.at(Date.parse(at));
      expect((await drive.task('update')).state).to.equal('update');
    });
  });

describe('the decision of a line that stands', () => {
  it('S1: is due two hours after people were asked at the latest, however late their answers come', async () => {
    const drive = await driveShortage('S1');
    await drive.toAssess();
    const latest = drive.world.keeper.time().dueAt(drive.now(), 'PT2H', 'floor-2shift');
    await drive.at(drive.now() + 100 * MINUTE);
    for (const [step, by] of [
      ['mc_recovery.answered', 'U10'],
      ['ws_containment.answered', 'U05'],
      ['mk_contact.contacted', 'U08'],
      ['mk_answer.answered', 'U08'],
    ] as const)
      await drive.done(step, by);
    expect(await due(drive, 'decide')).to.equal(isoAt(latest));
  });
});
