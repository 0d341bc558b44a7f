import { createHash } from 'node:crypto';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Person, StandIn } from '../../engine/model/person.ts';
import { isoOf } from '../../engine/step/run.ts';
import { isInForce, overlap, STAND_INS, type StandInsOf } from '../plant/stand-ins-in-force.ts';
import type { PlantAdminParts } from './plant-parts.ts';
import { personName, personView, type Reader, say } from './reader.ts';
import type { PersonRowView, StandInView } from './views/plant-view.ts';
import type { Page } from './views/shared-views.ts';

const LONGEST_MS = 366 * 86_400_000;

export type NewStandIn = Omit<StandIn, 'id'>;

export interface StandIns {
  /** Everybody active, with running and coming absences and delegations. */
  people(reader: Reader, q?: string): Page<PersonRowView>;
  /** Of one person or of all, earliest first; ended ones too if they are asked for. */
  list(reader: Reader, query: { readonly person?: string; readonly ended: boolean }): Page<StandInView>;
  /** Throws `stand_in.invalid` with the reason, `permission.denied`. A repeat of a command answers its first outcome. PS9, PS10 */
  add(reader: Reader, entry: NewStandIn, command: string): Promise<StandInView>;
  /** Takes a coming one away, ends a running one now. Throws `stand_in.not_found`. PS11 */
  remove(reader: Reader, id: string): Promise<void>;
}

export function openStandIns(parts: PlantAdminParts): StandIns {
  const { store, clock, keeper } = parts;
  const view = (reader: Reader, entry: StandIn): StandInView => viewOf(entry, { reader, keeper, now: clock.now() });
  const sorted = (entries: readonly StandIn[]): readonly StandIn[] =>
    [...entries].sort((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1));
  const notEnded = (entry: StandIn): boolean => entry.untilAt > clock.now();
  const row = (reader: Reader, person: Person): PersonRowView => ({
    ...personView(reader, person),
    head: reader.plant.departments.get(person.department)?.head === person.id,
    supervisor:
      person.supervisor === undefined ? null : { id: person.supervisor, name: personName(reader, person.supervisor) },
    standIns: sorted(keeper.standIns())
      .filter((entry) => entry.person === person.id && notEnded(entry))
      .map((entry) => view(reader, entry)),
    mayChange: mayChangeFor(reader, person.id),
  });
  return {
    people(reader, q) {
      const wanted = q?.trim().toLowerCase() ?? '';
      const like = (person: Person): boolean =>
        wanted === '' || `${person.id}\n${say(reader, person.name)}`.toLowerCase().includes(wanted);
      const people = [...reader.plant.people.values()].filter((person) => person.active && like(person));
      return { items: people.map((person) => row(reader, person)), next: null };
    },
    list: (reader, { person, ended }) => ({
      items: sorted(keeper.standIns())
        .filter((entry) => (person === undefined || entry.person === person) && (ended || notEnded(entry)))
        .map((entry) => view(reader, entry)),
      next: null,
    }),
    async add(reader, entry, command) {
      demandPerson(reader, entry.person);
      const id = createHash('sha256').update(command).digest('hex').slice(0, 24);
      const made = await changeEntries(parts, entry.person, (entries) => {
        const known = entries.find((other) => other.id === id);
        if (known !== undefined) return { entries, told: known };
        const added = { id, ...entry };
        refuseBad(reader, added, { others: entries, now: clock.now() });
        return { entries: [...entries, added], told: added };
      });
      await keeper.refresh();
      return view(reader, made);
    },
    async remove(reader, id) {
      const [row] = (await store.listRecords({ register: STAND_INS, key: `id:${id}`, limit: 1 })).items;
      if (row === undefined) throw notFound();
      demandPerson(reader, row.id);
      await changeEntries(parts, row.id, (entries) => ({
        entries: withoutEntry(entries, id, clock.now()),
        told: null,
      }));
      await keeper.refresh();
    },
  };
}

/** Changes the entries of a person on what is there now; somebody who was quicker is looked at first. */
async function changeEntries<T>(
  { store }: PlantAdminParts,
  person: string,
  change: (entries: readonly StandIn[]) => { readonly entries: readonly StandIn[]; readonly told: T },
): Promise<T> {
  for (;;) {
    const row = await store.getRecord(STAND_INS, person);
    const known = (row?.value as unknown as StandInsOf | undefined)?.entries ?? [];
    const { entries, told } = change(known);
    if (entries === known) return told;
    const result = await store.putRecord({
      register: STAND_INS,
      id: person,
      value: { entries } as unknown as Json,
      keys: entries.map(({ id }) => `id:${id}`),
      expect: row?.rev ?? 0,
    });
    if (result.kind === 'stored') return told;
  }
}

/** What is coming goes; what is running ends now; what is over is refused. PS11 */
function withoutEntry(entries: readonly StandIn[], id: string, now: number): readonly StandIn[] {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw notFound();
  if (entry.untilAt <= now) throw refused('ended');
  if (entry.fromAt >= now) return entries.filter((one) => one.id !== id);
  return entries.map((one) => (one.id === id ? { ...one, untilAt: now } : one));
}

function notFound(): EngineError {
  return new EngineError('stand_in.not_found', 'There is no such absence or delegation.');
}

interface Beside {
  readonly others: readonly StandIn[];
  readonly now: number;
}

function refuseBad(reader: Reader, entry: StandIn, { others, now }: Beside): void {
  const { people } = reader.plant;
  if (entry.standIn === entry.person) throw refused('self');
  if (people.get(entry.person)?.active !== true) throw refused('person');
  if (people.get(entry.standIn)?.active !== true) throw refused('inactive');
  if (entry.untilAt <= entry.fromAt) throw refused('backward');
  if (entry.untilAt - entry.fromAt > LONGEST_MS || entry.fromAt > now + LONGEST_MS) throw refused('too_long');
  if (entry.untilAt <= now) throw refused('past');
  const clash = others.find(
    (other) => other.kind === entry.kind && other.standIn !== entry.standIn && overlap(other, entry),
  );
  if (clash !== undefined) throw refused('overlap', { name: personName(reader, clash.standIn) });
}

const SENTENCES = {
  self: () => 'A person cannot stand in for themselves. Choose somebody else.',
  person: () => 'There is no such person, or they work here no more.',
  inactive: () => 'Who is to stand in does not work here any more. Choose somebody else.',
  backward: () => 'It ends before it begins. Choose a later end.',
  too_long: () => 'It may last a year at most, and begin within a year. Choose an earlier end.',
  past: () => 'It would be over already. Choose a later end.',
  overlap: (name: string) =>
    `In that time ${name} stands in already. Choose other days, the same person, or remove what is there.`,
  ended: () => 'It is over; what was done in that time stays in the history.',
} as const;

function refused(reason: keyof typeof SENTENCES, { name = '' }: { readonly name?: string } = {}): EngineError {
  return new EngineError('stand_in.invalid', `Nothing was changed. ${SENTENCES[reason](name)}`, {
    params: { reason, name },
  });
}

/** A person for themselves, the head of their department, and system administrators. PS10 */
function mayChangeFor({ person, plant }: Reader, id: string): boolean {
  const department = plant.people.get(id)?.department ?? '';
  return (
    person.id === id || person.roles.includes('system_admin') || plant.departments.get(department)?.head === person.id
  );
}

function demandPerson(reader: Reader, id: string): void {
  if (!mayChangeFor(reader, id))
    throw new EngineError(
      'permission.denied',
      'Only the person, the head of the department and system administrators say who stands in. Ask one of them.',
    );
}

interface Viewing {
  readonly reader: Reader;
  readonly keeper: PlantAdminParts['keeper'];
  readonly now: number;
}

function viewOf(entry: StandIn, { reader, keeper, now }: Viewing): StandInView {
  const mayChange = mayChangeFor(reader, entry.person);
  const named = (id: string) => ({ id, name: personName(reader, id) });
  return {
    id: entry.id,
    person: named(entry.person),
    standIn: named(entry.standIn),
    fromAt: isoOf(entry.fromAt),
    untilAt: isoOf(entry.untilAt),
    kind: entry.kind,
    note: mayChange ? entry.note : null,
    state: isInForce(entry, now) ? 'running' : entry.fromAt > now ? 'coming' : 'ended',
    standInAway: keeper
      .standIns()
      .some((other) => other.person === entry.standIn && other.kind === 'absence' && overlap(other, entry)),
    mayChange: mayChange && entry.untilAt > now,
  };
}
