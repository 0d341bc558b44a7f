import type { start as english } from '../en/start.ts';

/** Words of the start page, in Spanish. */
export const start: typeof english = {
  // The page.
  title: 'Iniciar un procedimiento',
  lead: 'Elija lo que ocurrió. El formulario pregunta lo demás y le dice quién sigue.',
  search: 'Busque un procedimiento por su nombre o por lo que ocurrió',
  // Its two groups.
  forYou: 'Para usted',
  forYouLead: 'Sus roles inician estos.',
  others: 'Los inician otros',
  othersLead: 'Los ve para saber a quién pedirlo.',
  noDepartment: 'Otros procedimientos',
  notYourRole: 'No es su rol',
  // How many run.
  running: (count) => (count === 0 ? 'ninguno en curso' : `${count} en curso`),
  runningMany: 'más de 1.000 en curso',
  // Where there is nothing to show.
  emptyTitle: 'Aún no hay procedimientos',
  emptyText: 'Aquí aparecen los procedimientos publicados. Los publica un ingeniero de procesos.',
  noMatchTitle: 'Ningún procedimiento coincide',
  noMatchText: 'Busque otra palabra o vea todos los procedimientos.',
  showAll: 'Ver todos los procedimientos',
  failedTitle: 'Los procedimientos no se pudieron cargar',
};
