import type { shell as english } from '../en/shell.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

export const shell: typeof english = {
  skip: 'Ir a la página',
  navigation: 'Navegación principal',
  inbox: 'Tareas',
  cases: 'Casos',
  start: 'Iniciar',
  find: 'Buscar caso',
  demoPlant: 'Planta de demostración',
  personMenu: (name) => `${name}: idioma, colores, cerrar sesión`,
  language: 'Idioma',
  colours: 'Colores',
  light: 'Claro',
  dark: 'Oscuro',
  system: 'Como este equipo',
  signOut: 'Cerrar sesión',
  notifications: 'Avisos',
  unread: (count) => plural(count, { one: '# sin leer', other: '# sin leer' }),
  unreadWord: 'sin leer',
  noNotificationsTitle: 'Sin avisos',
  noNotificationsText: 'Cuando un caso en el que participa avance o le necesite, se dirá aquí.',
  markAllRead: 'Marcar todo como leído',
  notificationsFailed: 'No se pudieron cargar los avisos.',
  sessionEndedTitle: 'Inicie sesión de nuevo',
  sessionEndedText: 'Su sesión terminó. Lo que escribió sigue en esta página.',
  otherPerson: 'Entrar como otra persona',
};
