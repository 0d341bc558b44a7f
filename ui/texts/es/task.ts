import type { task as english } from '../en/task.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of the task page and the start form, in Spanish. */
export const task: typeof english = {
  // Loading, and what cannot be loaded.
  breadcrumb: 'Dónde está esto',
  failedTitle: 'No se pudo cargar la tarea',
  notFoundTitle: 'No hay ninguna tarea así para usted',
  notFoundText: 'La dirección no es correcta o la tarea no le corresponde. Pregunte a quien le envió el enlace.',
  // The head of a task.
  yours: 'Suya',
  take: 'Tomar',
  giveBack: 'Devolver',
  previous: 'Tarea anterior',
  next: 'Tarea siguiente',
  position: (place, count) => `${place} / ${count}`,
  positionLabel: (place, count) => `Tarea ${place} de ${count} de su bandeja`,
  // What others answered before.
  facts: 'El caso en una línea',
  opinions: 'Opiniones',
  opinionsIn: (come, asked) => `${come} de ${asked}`,
  problemsFirst: 'primero los problemas',
  allAnswers: 'Todas las respuestas',
  before: 'Lo que se respondió antes',
  answeredBy: (name) => `de ${name}`,
  // The form.
  nothingToFill: 'No hay nada que rellenar. Elija cómo sigue.',
  // Who may do it, and who may not.
  whoMay: 'Quién puede hacerlo',
  whyThem: '¿Por qué?',
  whyMe: '¿Por qué yo?',
  mayNot: 'No puede',
  // The outcomes.
  bar: 'Cómo sigue',
  notOffered: (title) => `No se ofrece ${title}:`,
  dependsOn: (title) => `${title} depende:`,
  signed: (titles: readonly string[]) => `Se firma con su contraseña: ${titles.join(', ')}.`,
  approval: 'Queda registrado con su nombre. No es una firma electrónica.',
  // What stands in the way, and what happened meanwhile.
  heldBy: (name) => `${name} trabaja en esta tarea.`,
  completedBy: (name, moment) => `La completó ${name}, ${moment}.`,
  completedWith: (outcome) => `Resultado: ${outcome}.`,
  withdrawn: (moment) => `Esta tarea se retiró ${moment}: el caso siguió sin ella.`,
  keptHere: 'Lo que escribió no se ha enviado. Sigue en esta página.',
  openCase: 'Abrir el caso',
  notSent: 'No se ha enviado nada. Lo que escribió sigue aquí.',
  silent: 'El servidor no responde. Lo que escribió sigue aquí. Pulse otra vez: se hace una sola vez.',
  // Afterwards.
  doneWith: (title, outcome) => `${title}: ${outcome}`,
  nowWaits: (number) => `${number} espera ahora a`,
  goesOn: (number) => `${number} sigue por sí solo.`,
  hasEnded: (number, word) => `${number} ha terminado: ${word}.`,
  nextTask: 'Tarea siguiente',
  noNextTask: 'No hay nada más pendiente para usted.',
  backToInbox: 'Volver a las tareas',
  left: (count) => plural(count, { one: 'Queda # tarea en su bandeja', other: 'Quedan # tareas en su bandeja' }),
  // The start form.
  howItWorks: 'Cómo funciona',
  startPage: 'Iniciar',
  startFailedTitle: 'No se pudo cargar el formulario',
  startNotFoundTitle: 'No hay ningún procedimiento así que usted pueda iniciar',
  startNotFoundText:
    'La dirección no es correcta o lo inician otros roles. La página de inicio dice a quién preguntar.',
  startButton: 'Iniciar',
  version: (version) => `v${version}`,
  comesNext: 'Qué viene después:',
};
