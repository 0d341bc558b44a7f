import { expect } from 'chai';
import { driveShortage, type ShortageDrive, type Tier } from '../support/shortage-drive.ts';

const MINUTE = 60_000;

/** Whom a ladder told, after how many working minutes since the step was opened. */
type Told = readonly (readonly [minutes: number, level: string, to: readonly string[]])[];

/** Lets the whole ladder of a step pass, and nothing else happen. */
async function climbed(drive: ShortageDrive, state: string): Promise<Told> {
  const task = await drive.task(state);
  const time = drive.world.keeper.time();
  const timerOf = async () =>
    Object.values((await drive.instance()).timers).find((timer) => timer.ladder?.task === task.id);
  for (let timer = await timerOf(); timer !== undefined; timer = await timerOf()) await drive.at(timer.dueAt);
  const entries = await drive.world.store.history((await drive.instance()).id, 0, 1_000);
  return entries.flatMap(({ at, notes }) =>
    notes.flatMap((note) =>
      note.kind === 'told' && note.task === task.id
        ? [[time.workingMs(task.openedAt, at, 'floor-2shift') / MINUTE, note.level, note.to] as const]
        : [],
    ),
  );
}

/** A case whose date of arrival slipped twice: its people find ways out again. */
async function slippedTwice(tier: Tier): Promise<ShortageDrive> {
  const drive = await driveShortage(tier);
  await drive.toAssess();
  await drive.toSupply();
  await drive.slip();
  await drive.toSupply();
  await drive.slip();
  return drive;
}

describe('the ladders of a shortage', () => {
  it('S1: workshop, production, plant and company are told after 15, 30, 60 and 120 minutes', async () => {
    expect(await climbed(await driveShortage('S1'), 'count')).to.deep.equal([
      [15, 'workshop', ['U05']],
      [30, 'production', ['U03']],
      [60, 'plant', ['U02']],
      [120, 'company', ['U01']],
    ]);
  });

  it('S2: the same are told after twice the time', async () => {
    expect(await climbed(await driveShortage('S2'), 'count')).to.deep.equal([
      [30, 'workshop', ['U05']],
      [60, 'production', ['U03']],
      [120, 'plant', ['U02']],
      [240, 'company', ['U01']],
    ]);
  });

  for (const [tier, due] of [
    ['S3', 120],
    ['S4', 480],
  ] as const)
    it(`${tier}: the default ladder, from the reminder at half the time to the company at three times`, async () => {
      // given: who holds it leads the department, so those above are told in their place
      const drive = await driveShortage(tier);
      const { id } = await drive.task('count');
      const instance = (await drive.instance()).id;
      await drive.world.engine.send({ kind: 'claim', id: 'claim', instance, task: id, by: 'U05' });

      // when
      const told = await climbed(drive, 'count');

      // then
      expect(told).to.deep.equal([
        [due / 2, 'reminder', ['U05']],
        [due, 'overdue', ['U05', 'U02']],
        [Math.max(due * 1.5, due + 30), 'department', ['U02']],
        [due * 2, 'plant', ['U02']],
        [due * 3, 'company', ['U01']],
      ]);
    });

  it('after a second slip each ladder begins a level higher', async () => {
    expect(await climbed(await slippedTwice('S1'), 'mc_recovery')).to.deep.equal([
      [15, 'production', ['U03']],
      [30, 'plant', ['U02']],
      [60, 'company', ['U01']],
    ]);
    expect(await climbed(await slippedTwice('S2'), 'mc_recovery')).to.deep.equal([
      [30, 'production', ['U03']],
      [60, 'plant', ['U02']],
      [120, 'company', ['U01']],
    ]);
    const day = 960;
    expect(await climbed(await slippedTwice('S3'), 'mc_recovery')).to.deep.equal([
      [day / 2, 'reminder', ['U10']],
      [day, 'overdue', ['U10']],
      [day * 1.5, 'plant', ['U02']],
      [day * 2, 'company', ['U01']],
    ]);
  });
});
