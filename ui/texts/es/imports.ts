import type { imports as english } from '../en/imports.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('es');

/** Words of imports, in Spanish. */
export const imports: typeof english = {
  lead: 'Un archivo primero se lee y se compara. Nada cambia antes de que usted lo diga, y entonces todo o nada.',
  hint: 'CSV en UTF-8 o XLSX, como máximo 50 000 filas y 20 MB. La primera línea nombra las columnas, como en una exportación de este registro: expórtelo, cámbielo y tráigalo de vuelta.',
  choose: 'Elegir un archivo',
  notFoundTitle: 'No existe esa importación',
  notFoundText: 'La dirección es incorrecta, o terminó hace tiempo.',
  another: 'Otro archivo',
  nothingChanged: 'No se cambió nada.',
  nothingNew: 'El archivo dice lo que ya está aquí.',
  ready: 'El archivo se puede tomar. Vea lo que haría.',
  rows: 'Filas',
  adds: 'Nuevas',
  changes: 'Cambiadas',
  same: 'Iguales',
  bad: 'Problemas',
  title: (register: string) => `Importar: ${register}`,
  sending: (percent: string) => `Enviando, ${percent} %`,
  reading: (count: string) => `Leyendo: ${count} filas hasta ahora`,
  applying: (count: string) => `Escribiendo: ${count} filas hasta ahora`,
  applied: (adds: string, changes: string) => `Hecho: ${adds} nuevas, ${changes} cambiadas.`,
  left: (ids: string) => `Otra persona las cambió en el mismo momento y quedaron como están: ${ids}.`,
  hasBad: (count: number) =>
    plural(count, { one: 'El archivo tiene un problema.', other: 'El archivo tiene # problemas.' }),
  apply: (count: number) => plural(count, { one: 'Escribir una fila', other: 'Escribir # filas' }),
  onlyFirst: (count: number) =>
    plural(count, { one: 'Se muestra la primera fila.', other: 'Se muestran las primeras # filas.' }),
  row: (number: number) => `Fila ${number}`,
  kinds: { bad: 'Qué está mal', change: 'Qué cambiaría', add: 'Qué sería nuevo' },
};
