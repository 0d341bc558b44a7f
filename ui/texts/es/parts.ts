import type { parts as english } from '../en/parts.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of the parts that every page uses, in Spanish. */
export const parts: typeof english = {
  // The clock of a task.
  overdue: 'Vencida',
  dueIn: (span) => `Vence en ${span}`,
  noDueTime: 'Sin plazo',
  days: (count) => plural(count, { one: '# día', other: '# días' }),
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  openSince: (moment) => `abierta desde ${moment}`,
  // Who holds a task.
  free: 'Sin asignar',
  you: 'Usted',
  // Words of every button.
  loading: 'Cargando',
  close: 'Cerrar',
  cancel: 'Cancelar',
  back: 'Volver',
  more: 'Mostrar más',
  copy: 'Copiar',
  copied: 'Copiado',
  yes: 'Sí',
  no: 'No',
  noAnswer: '–',
  // Opinions.
  opinionOk: 'Conforme',
  opinionConditional: 'Con condiciones',
  opinionNo: 'No',
  opinionWaiting: 'Pendiente',
  opinionNotAsked: 'No se consulta',
  // What went wrong, what is safe, and what to do.
  tryNow: 'Intentar ahora',
  toInbox: 'Volver a las tareas',
  unreachableTitle: 'El servidor no responde',
  unreachableText: 'Lo guardado está seguro. Lo intentamos de nuevo cada 10 segundos.',
  errorTitle: 'Esta página no se pudo cargar',
  errorText: 'Lo guardado está seguro. Inténtelo de nuevo; si se repite, comunique este código a su administrador.',
  notFoundTitle: 'Aquí no hay nada para usted',
  notFoundText: 'O la dirección es incorrecta, o su departamento no participa. Pregunte a quien le envió el enlace.',
  offline: 'Sin red. Lo que ve puede ser antiguo. Se vuelve a cargar cuando vuelva la red.',
  tooMany: 'Demasiadas peticiones en poco tiempo. Espere un minuto e inténtelo de nuevo.',
};
