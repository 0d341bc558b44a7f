import type { Language } from '../../engine/model/language.ts';

/** What happened to a step that stopped. */
export interface Stopped {
  readonly code: string;
  /** The step in words of the reader, or null where it is the whole case. */
  readonly step: string | null;
  readonly attempts: number;
}

type Other = Exclude<Language, 'en'>;

/** Why something stopped, by its code. English is the engine's own sentence, which knows more. */
const REASONS: { readonly [code: string]: { readonly [language in Other]: string } } = {
  'task.nobody': {
    es: 'Nadie puede hacerla: quienes podrían están excluidos o de baja. Dé la función a alguien, o anule el caso.',
    'zh-TW': '無人可辦理：可辦者皆須迴避或已停用。請授予某人該角色，或作廢本案。',
  },
  'case.stuck': {
    es: 'El caso no espera nada: no hay tarea, plazo ni acción abierta. Corrija el procedimiento, o anule el caso.',
    'zh-TW': '本案沒有等候任何事項：無任務、計時或作業。請修正流程，或作廢本案。',
  },
  some_failed: {
    es: 'Algunos elementos no se pudieron hacer. Corrija los datos, o anule el caso.',
    'zh-TW': '部分項目無法完成。請修正資料，或作廢本案。',
  },
  not_done: { es: 'El otro caso terminó sin hacerse.', 'zh-TW': '另一案件未完成即結束。' },
  conflict: {
    es: 'El registro ha cambiado entretanto y ya no cumple lo que se esperaba.',
    'zh-TW': '資料列已被變更，不再符合預期。',
  },
  'target.untrusted': {
    es: 'El certificado del sistema externo no es de fiar.',
    'zh-TW': '外部系統的憑證不受信任。',
  },
  'effect.unknown': { es: 'El sistema no conoce esta acción.', 'zh-TW': '系統沒有此項作業。' },
  'effect.failed': { es: 'La acción falló de forma inesperada.', 'zh-TW': '作業發生未預期的錯誤。' },
  'query.unknown': { es: 'No existe esa consulta.', 'zh-TW': '沒有此查詢。' },
  'query.input_invalid': { es: 'La consulta no entiende sus datos.', 'zh-TW': '查詢無法讀取所給資料。' },
  'compute.input_invalid': { es: 'El cálculo no entiende sus datos.', 'zh-TW': '計算無法讀取所給資料。' },
  'compute.impossible': { es: 'El cálculo no es posible con esos datos.', 'zh-TW': '以這些資料無法計算。' },
  'input.invalid': { es: 'Los datos de la acción no son válidos.', 'zh-TW': '作業的輸入資料無效。' },
  'instance.not_found': { es: 'Falta el caso.', 'zh-TW': '找不到案件。' },
  'workflow.not_found': { es: 'No existe ese procedimiento.', 'zh-TW': '沒有此流程。' },
  'answers.invalid': { es: 'Las respuestas no son válidas.', 'zh-TW': '填答內容無效。' },
  'template.not_found': { es: 'No existe esa plantilla.', 'zh-TW': '沒有此範本。' },
  'template.refused': { es: 'La plantilla pide algo que no está permitido.', 'zh-TW': '範本要求了不允許的內容。' },
  'notify.unclear': { es: 'El aviso no tiene plantilla ni texto.', 'zh-TW': '通知未指定範本或內容。' },
  'message.key_missing': { es: 'El mensaje no dice para qué caso es.', 'zh-TW': '訊息未指明對應的案件。' },
  'register.not_found': { es: 'No existe ese registro.', 'zh-TW': '沒有此主檔。' },
  'record.not_found': { es: 'No existe esa fila del registro.', 'zh-TW': '主檔中沒有此筆資料。' },
  'record.id_missing': { es: 'La fila del registro no tiene identificador.', 'zh-TW': '資料列缺少識別碼。' },
  'record.invalid': { es: 'El registro no admite ese valor.', 'zh-TW': '主檔不接受此值。' },
  'record.busy': { es: 'Otros cambian esa fila sin parar.', 'zh-TW': '此筆資料持續被他人變更。' },
  'record.expression_failed': {
    es: 'Una expresión del registro no se puede calcular.',
    'zh-TW': '主檔運算式無法計算。',
  },
  'request.too_large': { es: 'La petición es demasiado grande.', 'zh-TW': '請求內容過大。' },
  'target.unreachable': { es: 'El sistema externo no está accesible.', 'zh-TW': '無法連線到外部系統。' },
  'target.silent': { es: 'El sistema externo no respondió a tiempo.', 'zh-TW': '外部系統未於時限內回應。' },
  'target.not_allowed': { es: 'No está permitido llamar a esa dirección.', 'zh-TW': '不允許連線到該位址。' },
  'target.resting': {
    es: 'El sistema externo falló varias veces seguidas y se le deja en paz un momento.',
    'zh-TW': '外部系統連續失敗，暫時停止呼叫。',
  },
  'expression.failed': {
    es: 'Una expresión del procedimiento no se puede calcular.',
    'zh-TW': '流程中的運算式無法計算。',
  },
  'step.endless': { es: 'El procedimiento da vueltas sin esperar nada.', 'zh-TW': '流程不斷循環而未等候任何事項。' },
};

const HTTP: { readonly [language in Other]: (status: string) => string } = {
  es: (status) => `El sistema externo respondió ${status}.`,
  'zh-TW': (status) => `外部系統回應 ${status}。`,
};

const FRAMES: { readonly [language in Other]: (step: string, attempts: number, reason: string) => string } = {
  es: (step, attempts, reason) => `«${step}» se detuvo${attempts > 1 ? ` tras ${attempts} intentos` : ''}. ${reason}`,
  'zh-TW': (step, attempts, reason) => `「${step}」${attempts > 1 ? `嘗試 ${attempts} 次後` : '已'}停止。${reason}`,
};

/** Why something failed, in another language; undefined in English and for a code that has no words here. */
export function failureReason(code: string, language: Language): string | undefined {
  if (language === 'en') return undefined;
  const [, status] = /^http\.(\d{3})$/.exec(code) ?? [];
  const known = Object.hasOwn(REASONS, code) ? REASONS[code]?.[language] : undefined;
  return status === undefined ? known : HTTP[language](status);
}

/** Says in another language what stopped and why; undefined in English and for a code that has no words here. */
export function incidentSentence({ code, step, attempts }: Stopped, language: Language): string | undefined {
  if (language === 'en') return undefined;
  const reason = failureReason(code, language);
  if (reason === undefined) return undefined;
  return step === null ? reason : FRAMES[language](step, attempts, reason);
}
