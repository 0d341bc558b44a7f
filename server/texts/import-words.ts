import type { Json } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';

type Params = { readonly [name: string]: Json };
type Say = (params: Params) => string;
type Sentences = { readonly [code: string]: { readonly [language in Language]: Say } };

/** Why a whole file cannot be imported, and what to do. */
const REFUSALS: Sentences = {
  empty: {
    en: () => 'The file is empty. Choose one with a row of headings and at least one row below it.',
    es: () => 'El archivo está vacío. Elija uno con una fila de títulos y al menos una fila debajo.',
    'zh-TW': () => '檔案是空的。請選擇有標題列且至少有一列資料的檔案。',
  },
  encoding: {
    en: (p) =>
      `The file is not UTF-8: byte ${p['byte']} (${p['value']}, in row ${p['row']}) is no character. Save it as “CSV UTF-8” and send it again.`,
    es: (p) =>
      `El archivo no está en UTF-8: el byte ${p['byte']} (${p['value']}, en la fila ${p['row']}) no es un carácter. Guárdelo como «CSV UTF-8» y envíelo de nuevo.`,
    'zh-TW': (p) =>
      `檔案編碼不是萬國碼：第 ${p['row']} 列、第 ${p['byte']} 個位元組（${p['value']}）無法辨識。請另存為萬國碼格式後再送出。`,
  },
  utf16: {
    en: () => 'The file is UTF-16. Save it as “CSV UTF-8” and send it again.',
    es: () => 'El archivo está en UTF-16. Guárdelo como «CSV UTF-8» y envíelo de nuevo.',
    'zh-TW': () => '檔案使用了雙位元組編碼。請另存為八位元萬國碼格式後再送出。',
  },
  binary: {
    en: (p) => `The file is neither CSV nor XLSX: byte ${p['byte']} is zero. Send a file of one of these kinds.`,
    es: (p) => `El archivo no es CSV ni XLSX: el byte ${p['byte']} es cero. Envíe un archivo de uno de esos tipos.`,
    'zh-TW': (p) => `檔案不是試算表或逗號分隔檔：第 ${p['byte']} 個位元組為零。請改送這兩種檔案之一。`,
  },
  quote_open: {
    en: (p) => `In row ${p['row']} a quotation mark is opened and never closed. Close it and send the file again.`,
    es: (p) => `En la fila ${p['row']} se abren comillas que no se cierran. Ciérrelas y envíe el archivo de nuevo.`,
    'zh-TW': (p) => `第 ${p['row']} 列的引號沒有結尾。請補上後再送出。`,
  },
  sheet_broken: {
    en: (p) => `The file cannot be read as a workbook (${p['part']}). Open it, save it as XLSX and send it again.`,
    es: (p) => `El archivo no se puede leer como libro (${p['part']}). Ábralo, guárdelo como XLSX y envíelo de nuevo.`,
    'zh-TW': () => '無法讀取此試算表。請開啟後重新儲存，再送出。',
  },
  sheet_too_large: {
    en: () => 'Unpacked, the workbook is far too large for a list of rows. Send its first sheet alone, or as CSV.',
    es: () => 'Descomprimido, el libro es demasiado grande. Envíe solo su primera hoja, o como CSV.',
    'zh-TW': () => '解壓後的試算表過大。請只送第一張工作表，或改用逗號分隔檔。',
  },
  too_many_rows: {
    en: (p) => `The file has more than ${p['most']} rows. Split it and send the parts one after the other.`,
    es: (p) => `El archivo tiene más de ${p['most']} filas. Divídalo y envíe las partes una tras otra.`,
    'zh-TW': (p) => `檔案超過 ${p['most']} 列。請分割後依序送出。`,
  },
  too_many_columns: {
    en: (p) => `Row ${p['row']} has a cell far to the right of all columns. Remove it and send the file again.`,
    es: (p) => `La fila ${p['row']} tiene una celda muy a la derecha. Quítela y envíe el archivo de nuevo.`,
    'zh-TW': (p) => `第 ${p['row']} 列在所有欄位右側很遠處有儲存格。請移除後再送出。`,
  },
  key_missing: {
    en: (p) =>
      `No column is headed “${p['field']}”, so no row can be told from another. Add it and send the file again.`,
    es: (p) =>
      `Ninguna columna se titula «${p['field']}», así que no se distinguen las filas. Añádala y envíe el archivo de nuevo.`,
    'zh-TW': () => '缺少編號欄，無法分辨各列。請補上後再送出。',
  },
  interrupted: {
    en: () => 'The server stopped while it read the file. Nothing was changed; send it again.',
    es: () => 'El servidor se detuvo mientras leía el archivo. No se cambió nada; envíelo de nuevo.',
    'zh-TW': () => '讀取檔案時伺服器中斷。未變更任何資料，請再送一次。',
  },
  stale: {
    en: (p) =>
      `${p['count']} of its rows were changed since the preview (${p['rows']}). Nothing was written; send the file again to see what it would change now.`,
    es: (p) =>
      `${p['count']} de sus filas cambiaron desde la vista previa (${p['rows']}). No se escribió nada; envíe el archivo de nuevo para ver qué cambiaría ahora.`,
    'zh-TW': (p) => `預覽後有 ${p['count']} 列已變更（${p['rows']}）。未寫入任何資料，請重新送出以查看目前的差異。`,
  },
};

/** What is wrong with a row or a cell, and what to do. */
const PROBLEMS: Sentences = {
  column_unknown: {
    en: (p) => `No field is called “${p['column']}”. Correct the heading or remove the column.`,
    es: (p) => `Ningún campo se llama «${p['column']}». Corrija el título o quite la columna.`,
    'zh-TW': (p) => `沒有名為「${p['column']}」的欄位。請更正標題或刪除該欄。`,
  },
  column_twice: {
    en: (p) => `The column “${p['column']}” stands here twice. Remove one.`,
    es: (p) => `La columna «${p['column']}» aparece dos veces. Quite una.`,
    'zh-TW': (p) => `欄位「${p['column']}」重複。請刪除其一。`,
  },
  after_quote: {
    en: () => 'Something stands behind a closing quotation mark. Write a quotation mark inside a cell twice.',
    es: () => 'Hay algo después de unas comillas de cierre. Escriba dobles las comillas dentro de una celda.',
    'zh-TW': () => '結尾引號後面還有內容。儲存格中的引號請重複寫兩次。',
  },
  row_short: {
    en: (p) => `The row ends early: ${p['cells']} of ${p['columns']} cells. Complete it.`,
    es: (p) => `La fila termina antes: ${p['cells']} de ${p['columns']} celdas. Complétela.`,
    'zh-TW': (p) => `此列不完整：${p['columns']} 格只有 ${p['cells']} 格。請補齊。`,
  },
  row_long: {
    en: (p) => `The row has ${p['cells']} cells, and there are ${p['columns']} headings. Remove what is too many.`,
    es: (p) => `La fila tiene ${p['cells']} celdas y hay ${p['columns']} títulos. Quite lo que sobra.`,
    'zh-TW': (p) => `此列有 ${p['cells']} 格，但標題只有 ${p['columns']} 欄。請刪除多餘的。`,
  },
  key_empty: {
    en: () => 'The row has no number, so nobody knows which one it is. Fill it in.',
    es: () => 'La fila no tiene número, así que no se sabe cuál es. Complételo.',
    'zh-TW': () => '此列沒有編號，無法辨識。請填寫。',
  },
  key_twice: {
    en: (p) => `“${p['id']}” stands in row ${p['first']} already. Keep one of them.`,
    es: (p) => `«${p['id']}» ya está en la fila ${p['first']}. Deje una sola.`,
    'zh-TW': (p) => `「${p['id']}」已在第 ${p['first']} 列。請只保留一列。`,
  },
  key_removed: {
    en: (p) => `“${p['id']}” was used for a row that was removed. Choose another number.`,
    es: (p) => `«${p['id']}» se usó para una fila que se quitó. Elija otro número.`,
    'zh-TW': (p) => `「${p['id']}」曾用於已移除的資料。請改用其他編號。`,
  },
  formula: {
    en: (p) =>
      `${p['label']} holds a formula, or a text that would run as one. Paste its value, or write ' before it if it is a text.`,
    es: (p) =>
      `${p['label']} contiene una fórmula o un texto que se ejecutaría como tal. Pegue su valor, o escriba ' delante si es un texto.`,
    'zh-TW': (p) => `「${p['label']}」是公式，或會被當成公式的文字。請貼上數值；若為文字，請在前面加上單引號。`,
  },
  error: {
    en: (p) => `${p['label']} holds an error of the spreadsheet. Correct it there.`,
    es: (p) => `${p['label']} contiene un error de la hoja de cálculo. Corríjalo allí.`,
    'zh-TW': (p) => `「${p['label']}」是試算表的錯誤值。請在試算表中更正。`,
  },
  control: {
    en: (p) => `${p['label']} has a character that cannot be seen. Write it anew.`,
    es: (p) => `${p['label']} tiene un carácter invisible. Escríbalo de nuevo.`,
    'zh-TW': (p) => `「${p['label']}」含有看不見的字元。請重新輸入。`,
  },
  too_long: {
    en: (p) => `${p['label']} is longer than a cell may be. Shorten it.`,
    es: (p) => `${p['label']} es más largo de lo que admite una celda. Acórtelo.`,
    'zh-TW': (p) => `「${p['label']}」超過儲存格長度上限。請縮短。`,
  },
  number: {
    en: (p) => `${p['label']} is not a number. Write it without units and without marks between thousands.`,
    es: (p) => `${p['label']} no es un número. Escríbalo sin unidades ni separadores de miles.`,
    'zh-TW': (p) => `「${p['label']}」不是數字。請勿加單位或千分位符號。`,
  },
  yes_no: {
    en: (p) => `${p['label']} needs yes or no.`,
    es: (p) => `${p['label']} necesita sí o no.`,
    'zh-TW': (p) => `「${p['label']}」請填是或否。`,
  },
  choice: {
    en: (p) => `${p['label']} needs one of the offered choices. Export the register to see how they are written.`,
    es: (p) => `${p['label']} necesita una de las opciones. Exporte el registro para ver cómo se escriben.`,
    'zh-TW': (p) => `「${p['label']}」須為可選項目之一。可先匯出此主檔查看寫法。`,
  },
  date: {
    en: (p) => `${p['label']} is not a date. Write it as 2026-12-11.`,
    es: (p) => `${p['label']} no es una fecha. Escríbala como 2026-12-11.`,
    'zh-TW': (p) => `「${p['label']}」不是日期。請寫成 2026-12-11。`,
  },
  list: {
    en: (p) => `${p['label']} holds a list, which is written as in an export. Export the register to see how.`,
    es: (p) =>
      `${p['label']} contiene una lista, que se escribe como en una exportación. Exporte el registro para verlo.`,
    'zh-TW': (p) => `「${p['label']}」是清單，須依匯出檔的寫法。可先匯出此主檔查看。`,
  },
};

/** The sentence of a whole file that was refused. */
export function sayFileRefusal(code: string, params: Params, language: Language): string {
  return say(REFUSALS[code] ?? REFUSALS['interrupted'], params, language);
}

/** The sentence of a row or a cell. `label` is the field's name in that language, `column` its heading in the file. */
export function sayImportProblem(code: string, params: Params, language: Language): string {
  return say(PROBLEMS[code], params, language);
}

function say(sentences: Sentences[string] | undefined, params: Params, language: Language): string {
  return sentences?.[language](params) ?? '';
}
