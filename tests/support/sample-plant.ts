import type { Department, Person, Plant, Role } from '../../engine/model/person.ts';

const person = (id: string, department: string, roles: readonly string[]): Person => ({
  id,
  login: id,
  name: { en: `Person ${id}` },
  department,
  roles,
  language: 'en',
  active: true,
});

const department = (id: string, head: string | null): Department => ({
  id,
  title: { en: id },
  short: { en: id },
  head,
});

const role = (id: string, departmentId: string): Role => ({
  id,
  title: { en: id.replaceAll('_', ' ') },
  department: departmentId,
});

/**
 * A plant small enough to know by heart: `amy` and `ben` make, `cat` and `dan` check, `eve` leads the checkers, `pam`
 * runs the plant, `guy` the company, `ada` audits.
 */
export function samplePlant(changes: Partial<Plant> = {}): Plant {
  const people = [
    person('amy', 'MA', ['maker']),
    person('ben', 'MA', ['maker']),
    person('cat', 'CH', ['checker']),
    person('dan', 'CH', ['checker']),
    person('eve', 'CH', ['check_manager']),
    person('pam', 'MG', ['plant_manager']),
    person('guy', 'MG', ['general_manager']),
    person('ada', 'MG', ['auditor']),
  ];
  const roles = [
    role('maker', 'MA'),
    role('checker', 'CH'),
    role('check_manager', 'CH'),
    role('plant_manager', 'MG'),
    role('general_manager', 'MG'),
    role('auditor', 'MG'),
  ];
  const departments = [department('MA', 'ben'), department('CH', 'eve'), department('MG', 'pam')];
  return {
    name: 'Sample plant',
    zone: 'Asia/Taipei',
    people: new Map(people.map((one) => [one.id, one])),
    roles: new Map(roles.map((one) => [one.id, one])),
    departments: new Map(departments.map((one) => [one.id, one])),
    ladders: new Map(),
    actsFor: new Map(),
    calendars: new Map([
      [
        'always',
        { id: 'always', zone: 'Asia/Taipei', title: { en: 'Always' }, week: 'always', holidays: [], exceptions: {} },
      ],
      [
        'office',
        {
          id: 'office',
          zone: 'Asia/Taipei',
          title: { en: 'Office' },
          week: [
            ...Array<readonly (readonly [string, string])[]>(5).fill([
              ['08:30', '12:00'],
              ['13:00', '17:30'],
            ]),
            [],
            [],
          ],
          holidays: [],
          exceptions: {},
        },
      ],
    ]),
    settings: { limits: { many: 100 } },
    ...changes,
  };
}
