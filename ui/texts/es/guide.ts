import type { guide as english } from '../en/guide.ts';

/** Words of the page about a procedure, in Spanish. */
export const guide: typeof english = {
  notFoundTitle: 'No existe ese procedimiento',
  notFoundText: 'Vuelva a la lista de procedimientos.',
  start: 'Iniciar',
  purpose: 'Para qué sirve',
  watch: 'Qué vigilar',
  facts: 'De un vistazo',
  starters: 'Lo inicia',
  schedules: 'Se inicia solo',
  owners: 'Responsable',
  documents: 'Documentos',
  calls: 'Llama a',
  commands: 'En cualquier momento',
  ends: 'Finales',
  steps: 'Quién hace qué',
  step: 'Paso',
  who: 'Quién',
  due: 'Plazo',
  outcomes: 'Cómo puede acabar',
  many: 'varios, cada uno una vez',
  byCase: 'según el caso',
  version: (version: number) => `Versión ${version}`,
  signs: (meaning: string) => `se firma: ${meaning}`,
};
