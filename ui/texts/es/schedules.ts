import type { LateTexts } from '../late-texts.ts';

/** Words of the page of schedules. */
export const schedules: LateTexts['schedules'] = {
  title: 'Horarios',
  lead: 'Cuándo empiezan los procedimientos por sí solos, y si se cumplió cada hora.',
  failed: 'No se pudieron cargar los horarios',
  noneTitle: 'Ningún procedimiento empieza por sí solo',
  noneText: 'El ingeniero de procesos escribe los horarios en el flujo; entonces aparecen aquí con sus próximas horas.',
  running: 'Activo',
  paused: 'En pausa',
  pausedBy: (name) => `En pausa por ${name},`,
  pause: 'Pausar',
  resume: 'Reanudar',
  next: 'Próximas',
  last: 'Última vez',
  by: (who) => `en nombre de ${who}`,
  catchUp: {
    none: 'las horas perdidas no se recuperan',
    last: 'se recupera la última hora perdida',
    all: 'se recupera cada hora perdida',
  },
  showFirings: 'Ver todas las horas',
  hideFirings: 'Ocultar las horas',
  firings: 'Horas, la más reciente primero',
  firingsFailed: 'No se pudieron cargar las horas',
  states: { open: 'Iniciándose', started: 'Iniciado', skipped: 'Omitido', refused: 'Rechazado' },
  startedLate: 'Iniciado tarde',
  actually: 'en realidad',
};
