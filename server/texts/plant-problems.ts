import type { Language } from '../../engine/model/language.ts';
import type { Problem } from '../../engine/model/problem.ts';

type Params = { readonly [name: string]: string | number };
type Say = (params: Params) => string;

/** What is wrong with a ladder, a calendar or a setting, in the other languages. English is the problem's own message. */
const SENTENCES: { readonly [code: string]: { readonly es: Say; readonly 'zh-TW': Say } } = {
  'ladder.id_invalid': {
    es: (p) => `"${p['id']}" no puede ser un identificador. Use minúsculas, cifras y -, empezando por una letra.`,
    'zh-TW': (p) => `「${p['id']}」不能作為代號。請以字母開頭，只用小寫字母、數字與「-」。`,
  },
  'ladder.id_twice': {
    es: (p) => `Dos niveles se llaman "${p['id']}". Dé a cada uno su propio identificador.`,
    'zh-TW': (p) => `有兩級都叫「${p['id']}」。請各取不同代號。`,
  },
  'ladder.levels_missing': {
    es: () => 'La escala no tiene ningún nivel. Añada uno o use otra escala.',
    'zh-TW': () => '此階梯沒有任何級別。請新增一級，或改用其他階梯。',
  },
  'ladder.nobody': {
    es: (p) => `El nivel "${p['id']}" no avisa a nadie. Indique a quién avisa.`,
    'zh-TW': (p) => `「${p['id']}」這一級沒有通知任何人。請指定通知對象。`,
  },
  'ladder.role_unknown': {
    es: (p) =>
      `No existe la función "${p['name']}". Indique una función de la planta, el responsable de la tarea, su superior o el jefe del departamento.`,
    'zh-TW': (p) => `沒有「${p['name']}」這個角色。請指定工廠的角色、承辦人、其主管或部門主管。`,
  },
  'ladder.named_twice': {
    es: (p) => `"${p['name']}" figura dos veces en un nivel. Indíquelo una sola vez.`,
    'zh-TW': (p) => `同一級重複列出「${p['name']}」。請只列一次。`,
  },
  'ladder.per_cent_impossible': {
    es: (p) => `"${p['text']}" no es una parte posible del plazo. Escriba de 1% a 1000%.`,
    'zh-TW': (p) => `「${p['text']}」不是可行的期限比例。請填1%至1000%。`,
  },
  'ladder.duration_invalid': {
    es: (p) => `"${p['text']}" no es una parte como 50% ni una duración como PT30M o P1D@office.`,
    'zh-TW': (p) => `「${p['text']}」既不是比例（如50%），也不是時間長度（如PT30M、P1D@office）。`,
  },
  'ladder.duration_zero': {
    es: (p) => `"${p['text']}" no es tiempo alguno. Escriba una duración mayor.`,
    'zh-TW': (p) => `「${p['text']}」的長度為零。請填更長的時間。`,
  },
  'ladder.calendar_unknown': {
    es: (p) => `No existe el calendario "${p['name']}". Indique uno de la planta.`,
    'zh-TW': (p) => `沒有「${p['name']}」這份行事曆。請指定工廠現有的行事曆。`,
  },
  'ladder.repeats_too_often': {
    es: (p) => `Avisar de nuevo cada "${p['text']}" es demasiado. Escriba un minuto o más.`,
    'zh-TW': (p) => `每「${p['text']}」再通知一次太頻繁。請填一分鐘以上。`,
  },
  'ladder.not_rising': {
    es: (p) => `"${p['text']}" no viene después de "${p['last']}". Ordene los niveles, primero el más temprano.`,
    'zh-TW': (p) => `「${p['text']}」並未晚於「${p['last']}」。請由早到晚排列各級。`,
  },
  'calendar.always_fixed': {
    es: () =>
      'El calendario de todos los minutos no se puede cambiar: en él se cuentan las duraciones sin otro calendario.',
    'zh-TW': () => '全時行事曆不可變更：未指定行事曆的時間都依它計算。',
  },
  'calendar.zone_unknown': {
    es: () => 'La zona horaria no se conoce. Escriba un nombre IANA, como Asia/Taipei.',
    'zh-TW': () => '沒有此時區。請填IANA名稱，如Asia/Taipei。',
  },
  'calendar.date_invalid': {
    es: () => 'Esta fecha no existe. Escríbala como AAAA-MM-DD.',
    'zh-TW': () => '此日期不存在。請依年-月-日（YYYY-MM-DD）填寫。',
  },
  'calendar.week_invalid': {
    es: () => 'La semana tiene siete días, de lunes a domingo. Indique los siete.',
    'zh-TW': () => '一週有七天，由週一起。請填齊七天。',
  },
  'calendar.without_work': {
    es: () =>
      'Ningún día de la semana tiene horario, así que no se puede hallar ningún plazo. Dé horario al menos a un día.',
    'zh-TW': () => '一週之中沒有任何工作時段，無法計算期限。請至少為一天設定時段。',
  },
  'calendar.always_closed': {
    es: () =>
      'Un calendario de todos los minutos no tiene festivos ni excepciones. Quítelos o indique los horarios de la semana.',
    'zh-TW': () => '全時行事曆沒有假日或例外。請移除，或改填每週時段。',
  },
  'calendar.time_invalid': {
    es: () => 'No es una hora del día. Escriba 08:00, 24:00 o, para el día siguiente, 01:30+1.',
    'zh-TW': () => '這不是一天中的時刻。請填08:00、24:00，隔日則填01:30+1。',
  },
  'calendar.window_backward': {
    es: () => 'El tramo no termina después de empezar. Un final al día siguiente lleva +1, como 01:30+1.',
    'zh-TW': () => '此時段的結束未晚於開始。隔日結束請加+1，如01:30+1。',
  },
  'calendar.windows_overlap': {
    es: () => 'Los tramos se solapan, en el mismo día o con el día vecino. Cambie uno de los dos.',
    'zh-TW': () => '時段重疊（同一天或與前後一天）。請修改其中之一。',
  },
  'setting.unknown': {
    es: () => 'No existe ese ajuste. Vuelva a cargar la página.',
    'zh-TW': () => '沒有此設定。請重新載入頁面。',
  },
  'setting.fixed': {
    es: () => 'Una lista no se puede cambiar aquí: cambia con el producto.',
    'zh-TW': () => '清單不能在此變更，會隨產品版本更新。',
  },
  'setting.not_yes_no': { es: () => 'Este ajuste es sí o no.', 'zh-TW': () => '此設定只能為是或否。' },
  'setting.off_for_now': {
    es: () => 'No se puede activar: su tabla aún no está comprobada con la norma. Déjelo desactivado.',
    'zh-TW': () => '無法開啟：其抽樣表尚未與標準核對。請維持關閉。',
  },
  'setting.not_text': { es: () => 'Este ajuste es un texto. Escríbalo.', 'zh-TW': () => '此設定為文字。請填寫。' },
  'setting.not_number': {
    es: () => 'Este ajuste es un número. Escríbalo.',
    'zh-TW': () => '此設定為數字。請填寫數字。',
  },
  'setting.out_of_range': {
    es: () => 'Escriba un número que no sea menor que cero ni mayor que un billón.',
    'zh-TW': () => '請填不小於零、不大於一兆的數字。',
  },
  'setting.zero': {
    es: () => 'Con un tipo de cambio cero todo importe sería nada. Escriba un número mayor que cero.',
    'zh-TW': () => '匯率為零會使所有金額歸零。請填大於零的數字。',
  },
  'setting.ladder_unknown': {
    es: (p) => `No existe la escala "${p['name']}". Indique una de la planta.`,
    'zh-TW': (p) => `沒有「${p['name']}」這個升級階梯。請指定工廠現有的階梯。`,
  },
  'setting.not_duration': {
    es: (p) => `"${p['text']}" no es una duración. Escríbala como PT4H, P1D o P1D@office.`,
    'zh-TW': (p) => `「${p['text']}」不是時間長度。請依PT4H、P1D或P1D@office的格式填寫。`,
  },
  'setting.calendar_unknown': {
    es: (p) => `No existe el calendario "${p['name']}". Indique uno de la planta.`,
    'zh-TW': (p) => `沒有「${p['name']}」這份行事曆。請指定工廠現有的行事曆。`,
  },
};

/** The codes that have words in every language, for the test that none is missing. @internal */
export const SAID_CODES = Object.keys(SENTENCES);

/** The problem in a language; English where nothing else is known. */
export function sayPlantProblem(problem: Problem, language: Language): string {
  if (language === 'en') return problem.message;
  return SENTENCES[problem.code]?.[language](problem.params ?? {}) ?? problem.message;
}
