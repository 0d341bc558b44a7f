import { expect } from 'chai';
import { assign, createMachine, initialTransition, transition } from 'xstate';

/**
 * What the engine takes for granted of XState. An upgrade that changes one of these fails here by its name, before a
 * stored case meets it.
 */
describe('facts of XState that the engine stands on', () => {
  type Config = Parameters<typeof createMachine>[0];
  const open = (config: object, implementations: object = {}) => {
    const machine = createMachine(config as Config, implementations as never);
    const [start, first] = initialTransition(machine);
    const send = (snapshot: typeof start, type: string, payload: object = {}) =>
      transition(machine, snapshot, { type, ...payload } as never);
    const restore = (value: unknown) =>
      machine.restoreSnapshot(
        { status: 'active', value, historyValue: {}, context: {}, children: {} } as never,
        {} as never,
      ) as typeof start;
    return { machine, start, first, send, restore };
  };
  const typesOf = (actions: readonly { readonly type: string }[]) => actions.map(({ type }) => type);

  it('actions come back in their order, exits before entries, and carry their params', () => {
    const { start, send } = open({
      initial: 'a',
      states: {
        a: { exit: { type: 'leave' }, on: { GO: { target: 'b', actions: { type: 'pass', params: { n: 1 } } } } },
        b: { entry: { type: 'arrive' } },
      },
    });
    const [, actions] = send(start, 'GO');
    expect(typesOf(actions)).to.deep.equal(['leave', 'pass', 'arrive']);
    expect(actions[1]?.params).to.deep.equal({ n: 1 });
  });

  it('`after` comes back as a raise with its delay and the name of its event, and as a cancel when it is left', () => {
    const { start, first, send } = open(
      { id: 'w', initial: 'a', states: { a: { after: { PT8H: 'b' }, on: { GO: 'b' } }, b: {} } },
      { delays: { ['PT8H']: () => 5 } },
    );
    const raised = first[0] as unknown as { type: string; params: { delay: number; event: { type: string } } };
    expect([raised.type, raised.params.delay, raised.params.event.type]).to.deep.equal([
      'xstate.raise',
      5,
      'xstate.after.PT8H.w.a',
    ]);
    expect(typesOf(send(start, 'GO')[1])).to.deep.equal(['xstate.cancel']);
  });

  it('a timer fires by its event on a restored state, and an unknown one changes nothing', () => {
    const { restore, send } = open(
      { id: 'w', initial: 'a', states: { a: { after: { PT8H: 'b' } }, b: {} } },
      { delays: { ['PT8H']: () => 5 } },
    );
    expect(send(restore('a'), 'xstate.after.PT8H.w.a')[0].value).to.equal('b');
    const stale = restore('b');
    expect(send(stale, 'xstate.after.PT8H.w.a')[0]).to.equal(stale);
  });

  it('restoring runs nothing: no entry, no `always`, no timer', () => {
    let entered = 0;
    const { restore } = open(
      { initial: 'a', states: { a: {}, b: { entry: 'count', always: 'c' }, c: {} } },
      { actions: { count: () => void (entered += 1) } },
    );
    expect(restore('b').value).to.equal('b');
    expect(entered).to.equal(0);
  });

  it('restoring an unknown state throws', () => {
    const { restore } = open({ initial: 'a', states: { a: {} } });
    expect(() => restore('nowhere')).to.throw();
  });

  it('an assign runs in the step, so that a later guard sees what it wrote; another action is only returned', () => {
    const draft = { ok: false };
    const { start, send } = open(
      {
        initial: 'a',
        states: {
          a: { on: { GO: { target: 'b', actions: 'set' } } },
          b: { always: [{ guard: 'isOk', target: 'good' }, { target: 'bad' }] },
          good: {},
          bad: {},
        },
      },
      {
        actions: {
          set: assign(() => {
            draft.ok = true;
            return {};
          }),
        },
        guards: { isOk: () => draft.ok },
      },
    );
    const [next, actions] = send(start, 'GO');
    expect(next.value).to.equal('good');
    expect(actions).to.deep.equal([]);
  });

  it('invoke comes back as spawnChild with id, src and input, and its end is an event by its id', () => {
    const { first, restore, send } = open(
      {
        id: 'w',
        initial: 'a',
        states: { a: { invoke: { src: 'ask', input: { q: 1 }, onDone: 'b', onError: 'c' } }, b: {}, c: {} },
      },
      {
        actors: {
          ask: {
            transition: (s: unknown) => s,
            getInitialSnapshot: () => ({ status: 'active' }),
            getPersistedSnapshot: (s: unknown) => s,
            start: () => {},
          } as never,
        },
      },
    );
    expect(first[0]?.type).to.equal('xstate.spawnChild');
    const params = first[0]?.params as unknown as { id: string; src: string; input: unknown };
    expect([params.id, params.src, params.input]).to.deep.equal(['0.w.a', 'ask', { q: 1 }]);
    expect(send(restore('a'), 'xstate.done.actor.0.w.a', { output: {} })[0].value).to.equal('b');
    expect(send(restore('a'), 'xstate.error.actor.0.w.a', { error: {} })[0].value).to.equal('c');
  });

  it('an error of an invocation that nothing handles ends the machine, so the engine never sends one', () => {
    const { restore, send } = open({ id: 'w', initial: 'a', states: { a: {} } });
    expect(send(restore('a'), 'xstate.error.actor.x', { error: {} })[0].status).to.equal('error');
  });

  it('an event that is handled without a target is the same snapshot, so only `can` tells what is offered', () => {
    const { start, send } = open({ initial: 'a', states: { a: { on: { PING: { actions: { type: 'note' } } } } } });
    const [next, actions] = send(start, 'PING');
    expect(next).to.equal(start);
    expect(typesOf(actions)).to.deep.equal(['note']);
    expect([start.can({ type: 'PING' }), start.can({ type: 'PONG' })]).to.deep.equal([true, false]);
  });

  it('a machine that has ended still answers its root, so the engine asks whether a case is active', () => {
    const { start, send } = open({
      initial: 'a',
      on: { NOTE: { actions: { type: 'note' } } },
      states: { a: { on: { GO: 'end' } }, end: { type: 'final' } },
    });
    const [ended] = send(start, 'GO');
    expect(ended.status).to.equal('done');
    expect(typesOf(send(ended, 'NOTE')[1])).to.deep.equal(['note']);
  });

  it('whoever sends its inner events is believed, so the door refuses them', () => {
    const { start, send } = open({ id: 'w', initial: 'a', states: { a: { after: { 9: 'b' } }, b: {} } });
    expect(send(start, 'xstate.after.9.w.a')[0].value).to.equal('b');
    expect(send(start, 'xstate.stop')[0].status).to.equal('stopped');
  });

  it('with maxIterations a circle of decisions throws instead of hanging', () => {
    const { start, send } = open({
      initial: 'w',
      options: { maxIterations: 50 },
      states: { w: { on: { GO: 'a' } }, a: { always: 'b' }, b: { always: 'a' } },
    });
    expect(() => send(start, 'GO')).to.throw(/iterations|infinite/i);
  });

  it('what a guard throws is thrown by the step', () => {
    const { start, send } = open(
      { initial: 'a', states: { a: { on: { GO: { guard: 'bad', target: 'b' } } }, b: {} } },
      {
        guards: {
          bad: () => {
            throw new Error('the guard broke');
          },
        },
      },
    );
    expect(() => send(start, 'GO')).to.throw(/the guard broke/);
  });

  it('a key of `after` without an implementation fires at once, so compiling supplies every one', () => {
    const { start } = open({ initial: 'a', states: { a: { after: { PT8H: 'b' } }, b: {} } });
    expect(start.value).to.equal('b');
  });

  it('a guard that is named as something inherited passes, so names are refused', () => {
    const { start, send } = open({
      initial: 'a',
      states: { a: { on: { GO: { guard: 'toString', target: 'b' } } }, b: {} },
    });
    expect(send(start, 'GO')[0].value).to.equal('b');
  });

  it('a parallel state restored without a region is filled in silently, so a case keeps its version', () => {
    const { restore } = open({
      type: 'parallel',
      states: { p: { initial: 'a', states: { a: {}, b: {} } }, q: { initial: 'c', states: { c: {} } } },
    });
    expect(restore({ p: 'b' }).value).to.deep.equal({ p: 'b', q: 'c' });
  });
});
