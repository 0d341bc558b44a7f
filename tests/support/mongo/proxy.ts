import { createServer, type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { answeredRequest, openFrames, readCommand, type WireCommand, writeAnswer } from './wire-message.ts';

/**
 * What happens to one command on its way.
 *
 * `swallow`: the server does it and nobody hears of it · `cut-after`: so, and the connection breaks · `cut-before`: it
 * never arrives, and the connection breaks · `hold-request`, `hold-answer`: it stays on the way until released · an
 * answer: the server never sees it, and this is said in its name.
 */
export type Fault =
  | 'swallow'
  | 'cut-after'
  | 'cut-before'
  | 'hold-request'
  | 'hold-answer'
  | { readonly answer: { readonly [field: string]: unknown } };

export interface PlannedFault {
  /** Resolves when a command has met it. */
  readonly met: Promise<WireCommand>;
  /** Resolves when the server has answered it, whoever hears that. */
  readonly answered: Promise<void>;
  /** Lets go what is held. */
  release(): void;
}

export interface MongoProxy {
  readonly port: number;
  /** What went to the server about our collections since the log was last taken. */
  takeLog(): readonly WireCommand[];
  /** The next command that fits meets the fault. */
  plan(fits: (command: WireCommand) => boolean, fault: Fault): PlannedFault;
  /** Breaks every connection; new ones are welcome. */
  cut(): void;
  /** While true, nothing passes in either direction and no connection breaks: half-open. */
  setSilent(isSilent: boolean): void;
  /** Leads new connections elsewhere. */
  pointAt(target: Target): void;
  close(): Promise<void>;
}

export interface Target {
  readonly host: string;
  readonly port: number;
}

interface Plan {
  readonly fits: (command: WireCommand) => boolean;
  readonly fault: Fault;
  meet(command: WireCommand): void;
  answer(): void;
  readonly released: Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

const DATA_COMMANDS = new Set(['find', 'insert', 'update', 'delete', 'aggregate', 'findAndModify', 'getMore']);

/** Opens a proxy between a driver and a server. It reads whole messages, so a fault never splits one. */
export async function openProxy(first: Target): Promise<MongoProxy> {
  let target = first;
  let isSilent = false;
  let log: WireCommand[] = [];
  const plans = new Set<Plan>();
  const pairs = new Set<Pair>();
  const take = (command: WireCommand): Plan | undefined => {
    const plan = [...plans].find(({ fits }) => fits(command));
    if (plan === undefined) return undefined;
    plans.delete(plan);
    plan.meet(command);
    return plan;
  };
  const server = createServer((client) => {
    const pair = { client, server: connect(target.port, target.host) };
    pairs.add(pair);
    carry(pair, { isSilent: () => isSilent, note: (command) => log.push(command), take });
    client.once('close', () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    takeLog() {
      const taken = log.filter((command) => DATA_COMMANDS.has(command.name));
      log = [];
      return taken;
    },
    plan(fits, fault) {
      const [met, answered, released] = [openSignal<WireCommand>(), openSignal<void>(), openSignal<void>()];
      plans.add({ fits, fault, meet: met.give, answer: answered.give, released: released.given });
      return { met: met.given, answered: answered.given, release: released.give };
    },
    cut: () => [...pairs].forEach(breakPair),
    setSilent: (silent) => {
      isSilent = silent;
    },
    pointAt: (other) => {
      target = other;
    },
    close: () => closeServer(server, [...pairs]),
  };
}

interface Way {
  isSilent(): boolean;
  note(command: WireCommand): void;
  take(command: WireCommand): Plan | undefined;
}

/** Carries messages both ways; a plan is met by the command and kept until its answer. */
function carry(pair: Pair, way: Way): void {
  const { client, server } = pair;
  const awaited = new Map<number, Plan>();
  const [cutRequests, cutAnswers] = [openFrames(), openFrames()];
  const pass = (to: Socket, frame: Buffer): void => void (to.destroyed || to.write(frame));

  const request = async (frame: Buffer): Promise<void> => {
    const command = readCommand(frame);
    if (command === undefined) return pass(server, frame);
    const plan = way.take(command);
    const fault = plan?.fault;
    if (fault === 'cut-before') return breakPair(pair);
    if (typeof fault === 'object') return pass(client, writeAnswer(command.requestId, fault.answer));
    if (plan !== undefined) awaited.set(command.requestId, plan);
    if (fault === 'hold-request') await plan?.released;
    way.note(command);
    pass(server, frame);
  };
  const answer = async (frame: Buffer): Promise<void> => {
    const plan = awaited.get(answeredRequest(frame));
    plan?.answer();
    if (plan?.fault === 'swallow') return;
    if (plan?.fault === 'cut-after') return breakPair(pair);
    if (plan?.fault === 'hold-answer') await plan.released;
    pass(client, frame);
  };
  client.on('data', (chunk: Buffer) => cutRequests(chunk).forEach((frame) => void (way.isSilent() || request(frame))));
  server.on('data', (chunk: Buffer) => cutAnswers(chunk).forEach((frame) => void (way.isSilent() || answer(frame))));
  // What is held goes on to the server even if the driver has given up: a late write is the worst of faults.
  client.on('error', () => undefined).once('close', () => (awaited.size === 0 ? server.destroy() : undefined));
  server.on('error', () => undefined).once('close', () => client.destroy());
}

function breakPair({ client, server }: Pair): void {
  client.destroy();
  server.destroy();
}

function closeServer(server: Server, pairs: readonly Pair[]): Promise<void> {
  pairs.forEach(breakPair);
  return new Promise((resolve) => server.close(() => resolve()));
}

interface Signal<T> {
  readonly given: Promise<T>;
  give(value: T): void;
}

function openSignal<T>(): Signal<T> {
  let give: (value: T) => void = () => undefined;
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
