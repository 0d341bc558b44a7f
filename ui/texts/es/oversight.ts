import { pluralIn } from '../plural.ts';
import type { LateTexts } from '../late-texts.ts';

const plural = pluralIn('es');

/** Words of incidents, of leading a case, and of the cases around it. */
export const oversight: LateTexts['oversight'] = {
  incidents: 'Incidencias',
  incidentsLead: 'Lo que se detuvo y espera a una persona. Los demás casos siguen.',
  incidentsFailed: 'No se pudieron cargar las incidencias',
  noIncidents: 'Nada se ha detenido',
  noIncidentsText: 'Cuando un servicio se rinde o un paso no puede darse, aparece aquí con lo que se puede decidir.',
  wholeCase: 'El caso',
  attempts: (count: number) => plural(count, { one: 'un intento', other: '# intentos' }),
  ownersDecide: 'Deciden los responsables del procedimiento.',
  handTaskOn: 'Pase la tarea a alguien que pueda hacerla.',
  actions: { retry: 'Intentar de nuevo', skip: 'Seguir con un valor', cancel: 'Dejar que falle' },
  explain: {
    retry: 'El mismo trabajo se hace de nuevo con la misma clave, para que nada se haga dos veces.',
    skip: 'El caso sigue como si el trabajo hubiera dado este valor.',
    cancel: 'El caso toma el camino que el procedimiento tiene para un fallo.',
  },
  value: 'Valor (vacío: ninguno)',
  valueWrong: 'Esto no se puede leer. Escriba un número, "texto" o {"nombre": "valor"}.',
  reason: 'Por qué (queda en el historial)',
  to: 'A quién',
  choose: 'Elija una persona',
  handOn: 'Pasar a otra persona',
  moveDue: 'Cambiar el plazo',
  newDue: 'Nuevo plazo',
  leading: 'Tareas que usted dirige',
  nobodyHolds: 'Nadie la ha tomado',
  around: 'Casos relacionados',
  waitsForThis: 'espera a este caso',
  supersedes: 'sustituido por este caso',
  startChange: 'Iniciar un cambio de este caso',
  caseDue: 'Plazo del caso',
  paused: 'Reloj parado',
  waitingFor: (whom: string) => `se espera a ${whom} desde`,
  pausedSoFar: 'Parado en total',
  toldNext: (people: string) => `Próximo aviso: ${people},`,
};
