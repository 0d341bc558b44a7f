import type { me as english } from '../en/me.ts';

/** Words of the page of oneself. */
export const me: typeof english = {
  title: 'Mis correos',
  lead: 'En el producto se avisa siempre de todo. Aquí dice qué quiere recibir además por correo.',
  failed: 'No se ha podido cargar su elección.',
  mails: 'Correos',
  goesTo: (address: string) => `Se envían a ${address}.`,
  noAddress: 'No consta ninguna dirección suya, así que no recibe correos. Un administrador puede añadirla.',
  noServer: 'Esta planta aún no envía correos; su elección valdrá cuando lo haga.',
  immediate: 'Al momento',
  immediateText: 'Lo que requiere que actúe: tareas, recordatorios, lo vencido o escalado a usted, incidencias.',
  digest: 'Una vez al día',
  digestText: (time: string) => `Lo que solo hay que saber, en un único correo a las ${time}.`,
  stored: 'Guardado.',
  notStored: 'No se ha podido guardar su elección. Inténtelo de nuevo.',
};
