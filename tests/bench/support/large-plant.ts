import type { Person, Plant } from '../../../engine/model/person.ts';
import type { Random } from './seeded-random.ts';

/** How many people a plant of 500 has in each role, and how many in a thousand of its open tasks are theirs. */
const SHARES: readonly (readonly [role: string, people: number, tasks: number])[] = [
  ['operator', 230, 260],
  ['team_leader', 25, 90],
  ['workshop_supervisor', 8, 50],
  ['trainer', 2, 3],
  ['qc_inspector', 40, 130],
  ['quality_engineer', 12, 70],
  ['quality_manager', 2, 30],
  ['metrology_tech', 6, 10],
  ['warehouse_keeper', 35, 90],
  ['warehouse_supervisor', 4, 20],
  ['production_planner', 10, 60],
  ['production_manager', 2, 25],
  ['material_controller', 12, 30],
  ['buyer', 10, 25],
  ['sales_rep', 20, 40],
  ['marketing_manager', 3, 10],
  ['product_engineer', 15, 15],
  ['process_engineer', 12, 12],
  ['maintenance_tech', 25, 15],
  ['maintenance_supervisor', 3, 5],
  ['training_coordinator', 4, 2],
  ['finance_controller', 8, 4],
  ['plant_manager', 1, 3],
  ['general_manager', 1, 1],
  ['auditor', 4, 0],
];

/** A plant of about 500 people in the roles and departments that ship with the product. */
export interface LargePlant {
  readonly plant: Plant;
  /** Who has a role, itself or beside another. */
  readonly holders: ReadonlyMap<string, readonly Person[]>;
  /** A role, as often as the tasks of a plant ask for it. */
  role(random: Random): string;
}

/** Makes the plant. One person in four has a second role of the same department; every department has a head. */
export function makeLargePlant(shipped: Plant, random: Random): LargePlant {
  const people: Person[] = [];
  for (const [role, count] of SHARES) {
    const department = shipped.roles.get(role)?.department ?? '';
    const others = [...shipped.roles.values()]
      .filter((other) => other.department === department && other.id !== role && !SEES_ALL.includes(other.id))
      .map((other) => other.id);
    for (let index = 0; index < count; index += 1) {
      const second = others[Math.floor(random() * others.length)];
      const roles = random() < 0.25 && second !== undefined ? [role, second] : [role];
      const id = `W${String(people.length + 1).padStart(3, '0')}`;
      people.push({
        id,
        login: id.toLowerCase(),
        name: { en: `Person ${id}` },
        department,
        roles,
        language: 'en',
        active: true,
      });
    }
  }
  const headOf = (department: string): string | null =>
    (
      people.find((person) => person.department === department && LEADING.includes(person.roles[0] ?? '')) ??
      people.find((person) => person.department === department)
    )?.id ?? null;
  const departments = new Map(
    [...shipped.departments].map(([id, department]) => [id, { ...department, head: headOf(id) }]),
  );
  const holders = new Map(
    [...shipped.roles.keys()].map((role) => [role, people.filter((person) => person.roles.includes(role))]),
  );
  return {
    plant: { ...shipped, people: new Map(people.map((person) => [person.id, person])), departments },
    holders,
    role: (draw) => drawRole(draw),
  };
}

const LEADING: readonly string[] = [
  'workshop_supervisor',
  'quality_manager',
  'warehouse_supervisor',
  'production_manager',
  'marketing_manager',
  'maintenance_supervisor',
  'plant_manager',
];
/** Nobody gets a role that sees every case beside their own by chance. */
const SEES_ALL: readonly string[] = ['auditor', 'system_admin'];
const ALL_TASKS = SHARES.reduce((sum, [, , tasks]) => sum + tasks, 0);

function drawRole(random: Random): string {
  let left = random() * ALL_TASKS;
  for (const [role, , tasks] of SHARES) {
    left -= tasks;
    if (left < 0) return role;
  }
  return 'operator';
}
