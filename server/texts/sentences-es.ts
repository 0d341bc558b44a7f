import type { Sentences } from './sentences.ts';

const list = (parts: readonly string[]): string => new Intl.ListFormat('es', { type: 'conjunction' }).format(parts);
const or = (parts: readonly string[]): string => new Intl.ListFormat('es', { type: 'disjunction' }).format(parts);
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const ES: Sentences = {
  against: (opinions) => list(opinions.map(({ title, outcome }) => `${title}: «${outcome}»`)),
  conditionsNotMet: 'El caso no cumple ahora sus condiciones.',
  dependsOn: (fields) => `Depende de ${list(fields)}.`,
  dependsOnAnswers: 'Depende de sus respuestas.',
  nextTask: (role, title) => (role === '' ? title : `${role}: ${title}`),
  nextEnd: (title) => `El caso termina: ${title}`,
  nextSeveral: (title) => `Varias personas: ${title}`,
  nextService: (title) => title,
  or,
  list,
  whoOnlyYou: (roles) => `${roles}: solo usted.`,
  whoOnly: (roles, name) => `${roles}: solo ${name}.`,
  whoSome: (roles, n) => `${roles}: ${count(n, 'persona', 'personas')}.`,
  whoNobody: (roles) => `${roles}: nadie por ahora.`,
  whoNamed: 'Personas nombradas',
  fallback: 'se le pide porque nadie más puede hacerla',
  did: (titles) => `hizo «${titles}» en este caso`,
  nobodyElse: 'Nadie más tiene esta función.',
  fallbackAsked: 'Nadie con esa función puede hacerla, así que se pide a esta persona.',
  nobodyElseMay: 'Nadie más puede hacerla en este caso.',
  standIn: (name) => `Si no está: ${name}.`,
  othersCan: (n) => (n === 1 ? 'Otra persona también podría hacerla.' : `Otras ${n} personas también podrían hacerla.`),
  severalCan: (n) => `Cualquiera de estas ${n} personas.`,
  afterwards: (role, due) => [role, due].filter((part) => part !== null && part !== '').join(', '),
  duration: ({ days, hours, minutes, working }) =>
    list(
      [
        days > 0 ? count(days, working ? 'día laborable' : 'día', working ? 'días laborables' : 'días') : '',
        hours > 0 ? count(hours, working ? 'hora laborable' : 'hora', working ? 'horas laborables' : 'horas') : '',
        minutes > 0 ? count(minutes, 'minuto', 'minutos') : '',
      ].filter((part) => part !== ''),
    ),
  waitsForSystem: (title) => `${title}, lo hace el sistema`,
  afterAttempts: (n) => `${count(n, 'intento', 'intentos')} hasta ahora.`,
  running: 'En curso',
  started: (workflow) => `${workflow}: iniciada`,
  timePassed: (title) => `Se acabó el plazo: ${title}`,
  afterDuration: (duration) => `Pasados ${duration}.`,
  lookedUp: (title) => title,
  documentMade: (name) => `Documento creado: ${name}`,
  effectFailed: (title, reason) => `${title} falló: ${reason}`,
  taken: (title) => `${title}: tomada`,
  givenBack: (title) => `${title}: devuelta`,
  stopped: (title) => `Detenido: ${title}`,
  askedInstead: (name) => `Nadie con esa función puede hacer la tarea siguiente, así que se le pide a ${name}.`,
  chosen: (title, way) => (title.endsWith('?') ? `${title} ${way}` : `${title}: ${way}`),
  approvalNote: 'Queda registrado con su nombre. No es una firma electrónica.',
  system: 'el flujo',
  roleOf: (name, role) => `${name}, ${role}`,
  notBeforeDecision: 'No se ofrece en este punto del caso.',
};
