import type { shell as english } from '../en/shell.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of the frame around every page, in Spanish. */
export const shell: typeof english = {
  // The ways.
  skip: 'Ir a la página',
  navigation: 'Navegación principal',
  inbox: 'Tareas',
  cases: 'Casos',
  start: 'Iniciar',
  make: 'Fabricación',
  plan: 'Plan de producción',
  people: 'Personas',
  settings: 'Ajustes',
  registers: 'Registros',
  incidents: 'Incidencias',
  schedules: 'Horarios',
  find: 'Buscar caso',
  // The plant, and the person before the page.
  demoPlant: 'Planta de demostración',
  personMenu: (name) => `${name}: idioma, colores, cerrar sesión`,
  language: 'Idioma',
  colours: 'Colores',
  light: 'Claro',
  dark: 'Oscuro',
  system: 'Como este equipo',
  myMails: 'Mis correos',
  signOut: 'Cerrar sesión',
  // Notifications.
  notifications: 'Avisos',
  unread: (count) => plural(count, { one: '# sin leer', other: '# sin leer' }),
  unreadWord: 'sin leer',
  noNotificationsTitle: 'Sin avisos',
  noNotificationsText: 'Cuando un caso en el que participa avance o le necesite, se dirá aquí.',
  markAllRead: 'Marcar todo como leído',
  notificationsFailed: 'No se pudieron cargar los avisos.',
  // A session that has ended.
  sessionEndedTitle: 'Inicie sesión de nuevo',
  sessionEndedText: 'Su sesión terminó. Lo que escribió sigue en esta página.',
  otherPerson: 'Entrar como otra persona',
};
