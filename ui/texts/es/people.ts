import type { people as english } from '../en/people.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of the list of people and of the page of one person, in Spanish. */
export const people: typeof english = {
  title: 'Personas',
  lead: 'Quién trabaja dónde, y quién actúa por quién durante una ausencia.',
  search: 'Buscar por nombre, departamento o función',
  columnPerson: 'Persona',
  columnDepartment: 'Departamento',
  columnRoles: 'Funciones',
  columnStandIn: 'Ausente o delegado',
  leads: 'dirige el departamento',
  failedTitle: 'No se pudieron cargar las personas',
  noMatchTitle: 'Nadie coincide',
  noMatchText: 'Busque menos palabras o vea a todas las personas.',
  showAll: 'Ver a todas',
  nobodyTitle: 'No existe esa persona',
  nobodyText: 'La dirección no es correcta, o la persona ya no trabaja aquí.',
  // One person.
  supervisor: (name) => `Depende de ${name}`,
  leadsDepartment: 'Dirige el departamento',
  standIns: 'Ausencias y delegaciones',
  standInsText:
    'Quien sustituye ve y hace lo mismo que esta persona, y el historial dice por quién. Nada se delega dos veces: si quien sustituye también está ausente, nadie actúa por esta persona.',
  standInsFailed: 'No se pudieron cargar las ausencias',
  noStandIns: 'No hay nada previsto.',
  ended: (count) => plural(count, { one: 'Una ya terminada', other: '# ya terminadas' }),
  onlyThey: 'Solo lo cambian la propia persona, el jefe del departamento y los administradores del sistema.',
  // An absence or delegation.
  away: 'Ausente',
  delegated: 'Delegado',
  until: (moment) => `hasta ${moment}`,
  from: (moment) => `desde ${moment}`,
  actsInstead: (name) => `Actúa ${name}`,
  standInAwayShort: 'también ausente',
  standInAway: (name) =>
    `${name} está ausente una parte de ese tiempo. Entonces no actúa nadie, porque nada se delega dos veces. Elija a otra persona u otros días.`,
  endNow: 'Terminar ahora',
  remove: 'Quitar',
  // Adding one.
  add: 'Añadir una ausencia o una delegación',
  kind: 'Qué es',
  absence: 'Ausencia',
  delegation: 'Delegación',
  absenceText: 'La persona está ausente; otra actúa en su lugar.',
  delegationText: 'La persona está presente; otra puede actuar también.',
  standIn: 'Quién sustituye',
  choose: 'Elija una persona',
  note: 'Nota',
  noteText: 'Las horas son las de la planta. La nota solo la leen quienes pueden cambiarla.',
  fromLabel: 'Desde',
  untilLabel: 'Hasta',
  addButton: 'Añadir',
  added: 'Guardado.',
  addFailed: 'No se cambió nada. Inténtelo de nuevo.',
};
