import { expect } from 'chai';
import type { Instance } from '../../engine/model/instance.ts';
import type { Store } from '../../engine/ports/store.ts';
import { nextCommit, sampleEffect, sampleInstance, sampleTimer, startCommit, T0 } from '../support/sample-instance.ts';

const HOUR = 3_600_000;
const LEASE = 30_000;

/** Timers and effects: ST8–ST11. */
export function describeDueWork(name: string, opened: () => Store): void {
  const started = async (changes: Partial<Instance>): Promise<Instance> => {
    const instance = sampleInstance(changes);
    await opened().commit(startCommit(instance));
    return (await opened().load(instance.id)) as Instance;
  };
  const claim = (now: number, token: string, limit = 10) => opened().claimDue({ now, leaseMs: LEASE, limit, token });

  it(`[ST11] only what is due at the given moment is claimed, earliest first, on ${name}`, async () => {
    // given
    await started({ id: 'late', timers: { m1: sampleTimer({ dueAt: T0 + 3 * HOUR }) } });
    await started({ id: 'soon', timers: { m1: sampleTimer({ dueAt: T0 + 2 * HOUR }) } });
    await started({ id: 'now', effects: { e1: sampleEffect({ dueAt: T0 + HOUR }) } });

    // when
    const claimed = await claim(T0 + 2 * HOUR, 'a');

    // then
    expect(claimed.map((work) => work.instance)).to.deep.equal(['now', 'soon']);
    expect(await opened().nextDueAt()).to.equal(T0 + 2 * HOUR + LEASE);
  });

  it(`[ST11] a moment before its time nothing is claimed on ${name}`, async () => {
    await started({ timers: { m1: sampleTimer({ dueAt: T0 + HOUR }) } });
    expect(await claim(T0 + HOUR - 1, 'a')).to.deep.equal([]);
    expect(await claim(T0 + HOUR, 'b')).to.have.length(1);
  });

  it(`[ST11] a cancelled timer is never delivered on ${name}`, async () => {
    // given
    const case1 = await started({ timers: { m1: sampleTimer() } });

    // when
    await opened().commit(nextCommit(case1, { timers: {} }, 'c2'));

    // then
    expect(await claim(T0 + 9 * HOUR, 'a')).to.deep.equal([]);
    expect(await opened().nextDueAt()).to.equal(null);
  });

  it(`[ST8] two claimers never hold the same work while the lease lasts on ${name}`, async () => {
    // given
    for (let index = 0; index < 12; index += 1)
      await started({
        id: `case-${index}`,
        effects: { e1: sampleEffect() },
        timers: { m1: sampleTimer({ dueAt: T0 }) },
      });

    // when
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((token) => claim(T0 + 1, token)));

    // then
    const held = claims.flat().map((work) => `${work.instance}/${work.id}`);
    expect(new Set(held).size).to.equal(held.length);
    const rest = await claim(T0 + 2, 'e', 100);
    expect(held.length + rest.length).to.equal(24);
    expect(await claim(T0 + LEASE - 1, 'f')).to.deep.equal([]);
  });

  it(`[ST9] after the lease it is claimable again with attempt + 1 on ${name}`, async () => {
    // given
    await started({ effects: { e1: sampleEffect() } });
    const [first] = await claim(T0, 'a');

    // when
    const [second] = await claim(T0 + LEASE, 'b');

    // then
    expect([first?.attempt, second?.attempt]).to.deep.equal([1, 2]);
    expect(second?.kind === 'effect' && second.effect.key).to.equal('case-1:look#1');
  });

  it(`[ST10] settling with a lost lease is refused on ${name}`, async () => {
    // given
    await started({ effects: { e1: sampleEffect() } });
    await claim(T0, 'zombie');
    await claim(T0 + LEASE, 'next');

    // when
    const late = await opened().settle({
      instance: 'case-1',
      work: 'e1',
      lease: 'zombie',
      now: T0 + LEASE,
      outcome: { kind: 'done' },
    });

    // then
    expect(late).to.equal(false);
    expect(
      await opened().settle({
        instance: 'case-1',
        work: 'e1',
        lease: 'next',
        now: T0 + LEASE,
        outcome: { kind: 'done' },
      }),
    ).to.equal(true);
    expect((await opened().load('case-1'))?.effects).to.deep.equal({});
    expect(
      await opened().settle({
        instance: 'case-1',
        work: 'e1',
        lease: 'next',
        now: T0 + LEASE,
        outcome: { kind: 'done' },
      }),
    ).to.equal(false);
  });

  it(`[ST10] postponed work is due again later, with what went wrong on ${name}`, async () => {
    // given
    await started({ effects: { e1: sampleEffect() } });
    await claim(T0, 'a');

    // when
    const problem = { code: 'effect.failed', message: 'It did not answer.' };
    await opened().settle({
      instance: 'case-1',
      work: 'e1',
      lease: 'a',
      now: T0,
      outcome: { kind: 'again', dueAt: T0 + HOUR, problem },
    });

    // then
    expect(await claim(T0 + HOUR - 1, 'b')).to.deep.equal([]);
    const [again] = await claim(T0 + HOUR, 'c');
    expect(again?.attempt).to.equal(2);
    expect(again?.kind === 'effect' && again.effect.problem).to.deep.equal(problem);
  });

  it(`[ST8] a lease raises the turn, so a commit that read before it is stale on ${name}`, async () => {
    // given
    const case1 = await started({ effects: { e1: sampleEffect() } });
    await claim(T0, 'a');

    // when
    const result = await opened().commit(nextCommit(case1, { state: 'check' }, 'c2'));

    // then
    expect(result).to.deep.equal({ kind: 'conflict', turn: 2 });
    expect((await opened().load(case1.id))?.rev).to.equal(1);
  });

  it(`[ST11] what an incident stopped is not claimed on ${name}`, async () => {
    await started({ effects: { e1: sampleEffect({ incident: 'i1' }) } });
    expect(await claim(T0 + HOUR, 'a')).to.deep.equal([]);
  });
}
