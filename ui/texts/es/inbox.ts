import type { inbox as english } from '../en/inbox.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of the inbox, in Spanish. */
export const inbox: typeof english = {
  // The boxes, and whether they are live.
  title: 'Tareas',
  boxes: 'Bandejas',
  mine: 'Mías',
  available: 'Disponibles',
  department: 'Mi departamento',
  overdue: 'Vencidas',
  live: 'En directo',
  connecting: 'Conectando',
  notLive: 'Sin conexión directa',
  // What of a box is wanted.
  narrow: 'Acotar la lista',
  words: 'Número o asunto',
  procedure: 'Procedimiento',
  allProcedures: 'Procedimiento: todos',
  noMatchTitle: 'Ninguna tarea de esta bandeja coincide',
  noMatchText: 'Busque con menos palabras, mire en otra bandeja o vea todas las de esta.',
  showAll: 'Ver todas',
  // The order of the list, and its groups.
  sortDue: 'Por vencimiento',
  sortNewest: 'Más recientes',
  sortLabel: 'Orden de la lista',
  groupOverdue: 'Vencidas',
  groupToday: 'Hoy',
  groupLater: 'Mañana y después',
  groupNewest: 'Más recientes',
  // What can be done with a task.
  newTasks: (count) => plural(count, { one: '# tarea nueva', other: '# tareas nuevas' }),
  open: 'Abrir',
  take: 'Tomar',
  taken: (title) => `Ha tomado: ${title}.`,
  gone: 'ya no está en esta bandeja',
  peek: 'Vista previa',
  // The keys.
  keyMove: 'mover',
  keyOpen: 'abrir',
  keyTake: 'tomar',
  keyFind: 'buscar',
  keyNarrow: 'acotar',
  keyAll: 'todas',
  keysTitle: 'Teclas de la lista de tareas',
  keyNext: 'Tarea siguiente',
  keyPrevious: 'Tarea anterior',
  keyOpenLong: 'Abrir la tarea',
  keyTakeLong: 'Tomar la tarea',
  keyFindLong: 'Buscar un caso',
  keyAllLong: 'Mostrar estas teclas',
  keysSwitch: 'Las teclas sueltas funcionan en este equipo',
  opinions: 'Opiniones',
  answers: 'Antes',
  // Empty boxes say what will come and what to do now.
  emptyMineTitle: 'Nada espera por usted',
  emptyMineText: (count) =>
    count === '0'
      ? 'Las tareas nuevas aparecen aquí solas.'
      : `Las tareas nuevas aparecen aquí solas. Hay ${count === '1' ? '1 tarea' : `${count} tareas`} sin asignar.`,
  emptyAvailableTitle: 'No hay tareas sin asignar',
  emptyAvailableText: 'Aquí aparecen las tareas que usted puede hacer y que nadie tiene.',
  emptyDepartmentTitle: 'Su departamento no tiene tareas abiertas',
  emptyDepartmentText: 'Aquí aparecen todas las tareas abiertas de su departamento, las tenga quien las tenga.',
  emptyOverdueTitle: 'Nada ha vencido',
  emptyOverdueText: 'Aquí aparecen las tareas cuyo plazo ha pasado.',
  seeAvailable: (count) => (count === '1' ? 'Ver la disponible' : `Ver las ${count} disponibles`),
  startProcedure: 'Iniciar un procedimiento',
  failedTitle: 'La lista no se pudo cargar',
};
