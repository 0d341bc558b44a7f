import type { form as english } from '../en/form.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of the form renderer, in Spanish. */
export const form: typeof english = {
  // For which outcomes a field is.
  quoted: (title) => `«${title}»`,
  neededFor: (outcomes) => `Obligatorio para ${outcomes}.`,
  usedFor: (outcomes) => `Solo se usa para ${outcomes}.`,
  // What needs another look.
  problems: (count) => plural(count, { one: 'Hay que revisar # respuesta', other: 'Hay que revisar # respuestas' }),
  yes: 'Sí',
  no: 'No',
  clear: 'Borrar',
  // Controls.
  pickOne: 'Elija una opción',
  pickDate: 'Elija una fecha',
  pickMoment: 'Elija fecha y hora',
  characters: (used, most) => `${used} de ${most} caracteres`,
  search: 'Escriba un nombre o un número',
  searching: 'Buscando …',
  nothingFound: 'Nada coincide. Busque otra palabra.',
  searchFailed: 'No se pudo cargar la lista. Escriba de nuevo en un momento.',
  remove: (name) => `Quitar ${name}`,
  typeAndEnter: 'Escriba y pulse Intro',
  // Rows.
  addRow: 'Añadir una fila',
  removeRow: (row) => `Quitar la fila ${row}`,
  row: (row) => `Fila ${row}`,
  cell: (column, row) => `${column}, fila ${row}`,
  noRows: 'Todavía no hay filas.',
  notAskedHere: 'No se pide en esta fila',
  // Files.
  addFile: 'Añadir un archivo',
  addPhoto: 'Hacer o añadir una foto',
  dropHere: 'o suéltelo aquí',
  filesTaken: (kinds, size) => `${kinds}, hasta ${size} cada uno`,
  sending: (percent) => `${percent} % enviado`,
  tooLarge: (name, most) => `${name} ocupa más de ${most}. Elija un archivo menor.`,
  wrongKind: (name, kinds) => `${name} es de otro tipo. Elija uno de estos: ${kinds}.`,
  fileFailed: (name, reason) => `${name} no se envió. ${reason}`,
  tryAgain: 'Reintentar',
  stillSending: 'Todavía se envía un archivo. Espere a que llegue y pulse otra vez.',
  // What nobody answers.
  workedOutLater: 'Se calcula al enviar',
  yours: 'Suya',
  // The ruler, for those who do not see it.
  rulerGood: (date) => `La suya es ${date}: posible y a tiempo.`,
  rulerEarly: (date) => `La suya es ${date}: antes de lo posible.`,
  rulerLate: (date) => `La suya es ${date}: después de lo pedido.`,
  rulerRange: (from, to) => `Posible y a tiempo del ${from} al ${to}.`,
};
