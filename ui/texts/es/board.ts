import type { LateTexts } from '../late-texts.ts';

/** Words of the board of a procedure's cases. */
export const board: LateTexts['board'] = {
  total: (count: string) => `Casos en curso: ${count}`,
  allSteps: 'También los pasos sin casos',
  nobody: 'Nadie lo tiene',
  hereFor: (span: string) => `lleva aquí ${span}`,
  stopped: 'Parado',
  shown: (shown: string, all: string) => `${shown} de ${all}: lo vencido y lo que lleva aquí más tiempo`,
  none: 'Ningún caso',
  failedTitle: 'No se pudo cargar el tablero',
  notFoundTitle: 'No existe ese procedimiento',
  notFoundText: 'La dirección no es correcta o el procedimiento ya no está publicado.',
  emptyTitle: 'No hay ningún caso en curso de este procedimiento',
  emptyText: 'Un caso aparece aquí, en el paso en que está, en cuanto alguien lo inicia y usted puede verlo.',
};
