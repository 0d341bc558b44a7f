import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';

type Say = (label: string, limit: string) => string;

/** What is wrong with a field, and what to do, in each language. Keyed by the code without `answers.`. */
const SENTENCES: { readonly [code: string]: { readonly [language in Language]: Say } } = {
  required: {
    en: (l) => `${l} needs an answer.`,
    es: (l) => `Falta responder: ${l}.`,
    'zh-TW': (l) => `請填寫「${l}」。`,
  },
  unknown_field: {
    en: (l) => `${l} is not a field of this form. Leave it out.`,
    es: (l) => `${l} no es un campo de este formulario. Quítelo.`,
    'zh-TW': (l) => `此表單沒有「${l}」欄位，請移除。`,
  },
  read_only: {
    en: (l) => `${l} comes from the case and cannot be changed.`,
    es: (l) => `${l} viene del caso y no se puede cambiar.`,
    'zh-TW': (l) => `「${l}」由案件帶入，無法變更。`,
  },
  type: {
    en: (l) => `${l} has a value of another kind. Enter it again.`,
    es: (l) => `${l} tiene un valor de otro tipo. Escríbalo de nuevo.`,
    'zh-TW': (l) => `「${l}」的值類型不符，請重新填寫。`,
  },
  enum: {
    en: (l) => `${l} needs one of the offered choices.`,
    es: (l) => `Elija una de las opciones de ${l}.`,
    'zh-TW': (l) => `請選擇「${l}」的選項之一。`,
  },
  const: {
    en: (l) => `${l} does not have the value that is asked for.`,
    es: (l) => `${l} no tiene el valor que se pide.`,
    'zh-TW': (l) => `「${l}」不是所要求的值。`,
  },
  format: {
    en: (l) => `${l} cannot be read. Enter it in the form that is shown.`,
    es: (l) => `${l} no se puede leer. Escríbalo en el formato indicado.`,
    'zh-TW': (l) => `無法辨識「${l}」，請依所示格式填寫。`,
  },
  pattern: {
    en: (l) => `${l} is not written as it must be. Compare it with the help text.`,
    es: (l) => `${l} no está escrito como debe. Compárelo con la ayuda.`,
    'zh-TW': (l) => `「${l}」的寫法不符，請參照說明。`,
  },
  min_length: {
    en: (l, n) => `${l} needs at least ${n} ${n === '1' ? 'character' : 'characters'}.`,
    es: (l, n) => `${l} necesita al menos ${n} ${n === '1' ? 'carácter' : 'caracteres'}.`,
    'zh-TW': (l, n) => `「${l}」至少需要 ${n} 個字。`,
  },
  max_length: {
    en: (l, n) => `${l} takes at most ${n} characters.`,
    es: (l, n) => `${l} admite como máximo ${n} caracteres.`,
    'zh-TW': (l, n) => `「${l}」最多 ${n} 個字。`,
  },
  minimum: {
    en: (l, n) => `${l} must be ${n} or more.`,
    es: (l, n) => `${l} debe ser ${n} o más.`,
    'zh-TW': (l, n) => `「${l}」不得小於 ${n}。`,
  },
  maximum: {
    en: (l, n) => `${l} must be ${n} or less.`,
    es: (l, n) => `${l} debe ser ${n} o menos.`,
    'zh-TW': (l, n) => `「${l}」不得大於 ${n}。`,
  },
  exclusive_minimum: {
    en: (l, n) => `${l} must be more than ${n}.`,
    es: (l, n) => `${l} debe ser mayor que ${n}.`,
    'zh-TW': (l, n) => `「${l}」必須大於 ${n}。`,
  },
  exclusive_maximum: {
    en: (l, n) => `${l} must be less than ${n}.`,
    es: (l, n) => `${l} debe ser menor que ${n}.`,
    'zh-TW': (l, n) => `「${l}」必須小於 ${n}。`,
  },
  multiple_of: {
    en: (l, n) => `${l} must be a multiple of ${n}.`,
    es: (l, n) => `${l} debe ser múltiplo de ${n}.`,
    'zh-TW': (l, n) => `「${l}」必須是 ${n} 的倍數。`,
  },
  decimals: {
    en: (l, n) => `${l} takes at most ${n} ${n === '1' ? 'decimal' : 'decimals'}.`,
    es: (l, n) => `${l} admite como máximo ${n} ${n === '1' ? 'decimal' : 'decimales'}.`,
    'zh-TW': (l, n) => `「${l}」最多 ${n} 位小數。`,
  },
  min_items: {
    en: (l, n) => `${l} needs at least ${n} ${n === '1' ? 'entry' : 'entries'}.`,
    es: (l, n) => `${l} necesita al menos ${n} ${n === '1' ? 'entrada' : 'entradas'}.`,
    'zh-TW': (l, n) => `「${l}」至少需要 ${n} 筆。`,
  },
  max_items: {
    en: (l, n) => `${l} takes at most ${n} entries.`,
    es: (l, n) => `${l} admite como máximo ${n} entradas.`,
    'zh-TW': (l, n) => `「${l}」最多 ${n} 筆。`,
  },
  unique_items: {
    en: (l) => `${l} names something twice. Remove one.`,
    es: (l) => `${l} repite una entrada. Quite una.`,
    'zh-TW': (l) => `「${l}」有重複項目，請移除其一。`,
  },
  record: {
    en: (l) => `${l} names a record that does not exist. Pick one from the list.`,
    es: (l) => `${l} nombra un registro que no existe. Elija uno de la lista.`,
    'zh-TW': (l) => `「${l}」的資料不存在，請從清單選擇。`,
  },
  file: {
    en: (l) => `${l} names a file that was not uploaded by you. Upload it again.`,
    es: (l) => `${l} nombra un archivo que usted no ha subido. Súbalo de nuevo.`,
    'zh-TW': (l) => `「${l}」的檔案並非由您上傳，請重新上傳。`,
  },
  file_type: {
    en: (l) => `${l} does not take a file of this kind. Choose one of the kinds that are named.`,
    es: (l) => `${l} no admite este tipo de archivo. Elija uno de los indicados.`,
    'zh-TW': (l) => `「${l}」不接受此類檔案，請改用所列類型。`,
  },
  file_size: {
    en: (l, n) => `${l} takes files up to ${n} MB.`,
    es: (l, n) => `${l} admite archivos de hasta ${n} MB.`,
    'zh-TW': (l, n) => `「${l}」的檔案上限為 ${n} MB。`,
  },
};

const OTHER: { readonly [language in Language]: Say } = {
  en: (l) => `${l} cannot be taken as it is. Check it.`,
  es: (l) => `${l} no se puede aceptar así. Revíselo.`,
  'zh-TW': (l) => `「${l}」無法接受，請檢查。`,
};

/** Says one problem of an answer in a language. A failed `check` brings its own sentence with it. */
export function sayAnswerProblem(
  problem: Pick<Problem, 'code' | 'params'> & { readonly message?: string },
  label: string,
  language: Language,
): string {
  const say = (SENTENCES[problem.code.replace(/^answers\./, '')] ?? OTHER)[language];
  const limit = problem.params?.['limit'] ?? problem.params?.['multipleOf'] ?? '';
  // A label that is an abbreviation ends in a point of its own.
  return say(label, String(limit)).replace(/\.\.$/, '.');
}
