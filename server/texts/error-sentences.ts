import type { EngineError, ErrorCode } from '../../engine/model/engine-error.ts';
import { isSeparationRule, SEPARATION_RULES } from '../../engine/model/separation.ts';
import type { Language } from '../../engine/model/language.ts';

type Params = EngineError['params'];
type Say = (params: Params) => string;

/** The letter and the words of a rule of separation, where the error names one. */
function ruleIn(params: Params, language: 'es' | 'zh-TW'): string {
  const rule = params['rule'];
  return typeof rule === 'string' && isSeparationRule(rule)
    ? ` (${rule})${language === 'es' ? ': ' : '：'}${SEPARATION_RULES[rule][language]}`
    : '';
}

/** What an error says in the other languages. English is the error's own message; a code that stands here not says its English. */
const SENTENCES: { readonly [code in ErrorCode]?: { readonly es: Say; readonly 'zh-TW': Say } } = {
  'request.invalid': {
    es: () => 'La solicitud no se puede leer. Compruebe lo que se envía.',
    'zh-TW': () => '無法讀取此請求，請檢查送出的內容。',
  },
  'session.required': {
    es: (p) =>
      p['reason'] === 'wrong'
        ? 'El usuario o la contraseña no son correctos. Compruebe ambos e inténtelo de nuevo.'
        : 'Su sesión ha terminado. Entre de nuevo; lo que escribió sigue aquí.',
    'zh-TW': (p) =>
      p['reason'] === 'wrong'
        ? '使用者名稱或密碼不正確。請檢查後再試。'
        : '您的工作階段已結束。請重新登入，已填內容仍保留。',
  },
  'permission.denied': {
    es: (p) =>
      p['reason'] === 'excluded' || p['reason'] === 'later-item'
        ? `Separación de funciones${ruleIn(p, 'es')}. Usted ya intervino en este caso, así que otra persona debe hacer esta tarea.`
        : 'Usted no puede hacer esto. Pida ayuda a quien tenga la función.',
    'zh-TW': (p) =>
      p['reason'] === 'excluded' || p['reason'] === 'later-item'
        ? `職責分離${ruleIn(p, 'zh-TW')}。您已參與本案，此任務須由他人辦理。`
        : '您無權執行此動作。請洽具該角色者。',
  },
  'signature.required': {
    es: () => 'Esta respuesta se firma. Demuestre que es usted y envíela de nuevo.',
    'zh-TW': () => '此答覆須簽署。請驗證身分後再送出。',
  },
  'signature.refused': {
    es: (p) =>
      p['reason'] === 'no-reason'
        ? 'Quien firma esto dice por qué. Escriba el motivo.'
        : 'Esta respuesta no se firma así. Abra la tarea de nuevo.',
    'zh-TW': (p) =>
      p['reason'] === 'no-reason' ? '此簽署須說明理由。請填寫理由。' : '此答覆不是這樣簽署。請重新開啟任務。',
  },
  'signature.changed': {
    es: () => 'Lo que va a firmar ha cambiado desde que lo abrió. Léalo de nuevo y firme después.',
    'zh-TW': () => '您要簽署的內容在開啟後已變更。請重新閱讀後再簽署。',
  },
  'signature.not_proved': {
    es: (p) =>
      p['reason'] === 'both'
        ? 'Escriba su usuario y su contraseña para firmar. Después bastará la contraseña.'
        : p['reason'] === 'other-person'
          ? 'Aquí solo puede firmar usted. Escriba su propio usuario, o que la otra persona inicie sesión.'
          : 'La contraseña no es correcta. Compruébela e inténtelo de nuevo; el intento ha quedado registrado.',
    'zh-TW': (p) =>
      p['reason'] === 'both'
        ? '簽署時請輸入使用者名稱與密碼；之後只需密碼。'
        : p['reason'] === 'other-person'
          ? '此處僅限您本人簽署。請輸入您自己的使用者名稱，或請對方自行登入。'
          : '密碼不正確。請檢查後再試；此次嘗試已記錄。',
  },
  'separation.not_lifted': {
    es: () =>
      'Solo se levantan las reglas (a) redactar y aprobar, y (e) reparar y aceptar, para alguien a quien excluyen.',
    'zh-TW': () => '僅能放寬規則 (a) 編製與核准、(e) 維修與驗收，且限被排除之人。',
  },
  'csrf.failed': {
    es: () => 'Esta página ya no está vigente. Vuelva a cargarla e inténtelo de nuevo.',
    'zh-TW': () => '此頁面已失效。請重新載入後再試。',
  },
  'workflow.not_found': {
    es: () => 'No existe ese procedimiento. Vuelva a la lista de procedimientos.',
    'zh-TW': () => '沒有此流程。請回到流程清單。',
  },
  'instance.not_found': {
    es: () => 'No existe ese caso, o usted no puede verlo. Vuelva a la lista de casos.',
    'zh-TW': () => '沒有此案件，或您無權檢視。請回到案件清單。',
  },
  'task.not_found': {
    es: () => 'No existe esa tarea, o usted no puede verla. Vuelva a la bandeja.',
    'zh-TW': () => '沒有此任務，或您無權檢視。請回到待辦。',
  },
  'file.not_found': {
    es: () => 'No existe ese archivo, o usted no puede verlo.',
    'zh-TW': () => '沒有此檔案，或您無權檢視。',
  },
  'document.not_found': {
    es: () => 'No existe ese documento, o usted no puede verlo.',
    'zh-TW': () => '沒有此文件，或您無權檢視。',
  },
  'mail.not_found': { es: () => 'No existe ese correo.', 'zh-TW': () => '沒有此信件。' },
  'schedule.not_found': {
    es: () => 'No existe ese horario. Vuelva a la lista de horarios.',
    'zh-TW': () => '沒有此排程。請回到排程清單。',
  },
  'notification.not_found': { es: () => 'No existe ese aviso.', 'zh-TW': () => '沒有此通知。' },
  'import.not_found': {
    es: () => 'No existe esa importación. Vuelva al registro.',
    'zh-TW': () => '沒有此匯入。請回到主檔。',
  },
  'import.closed': {
    es: (p) => IMPORT_REASONS[String(p['reason'])]?.es(p) ?? 'Esta importación no se puede aplicar.',
    'zh-TW': (p) => IMPORT_REASONS[String(p['reason'])]?.['zh-TW'](p) ?? '此匯入無法套用。',
  },
  'row.not_found': {
    es: (p) => `No existe la fila «${p['id']}». Vuelva a la lista.`,
    'zh-TW': (p) => `沒有「${p['id']}」這筆資料。請回到清單。`,
  },
  'row.exists': {
    es: (p) => `«${p['id']}» ya se usa o se usó para otra fila de «${p['register']}». Elija otro.`,
    'zh-TW': (p) => `「${p['id']}」已用於或曾用於「${p['register']}」的其他資料。請改用其他編號。`,
  },
  'row.changed': {
    es: (p) =>
      `«${p['id']}» se cambió entretanto${p['by'] === undefined ? '' : ` (${p['by']})`}. No se guardó nada suyo. Cárguelo de nuevo y haga su cambio sobre lo que hay ahora.`,
    'zh-TW': (p) => `「${p['id']}」已被${p['by'] ?? '他人'}變更，您的內容未儲存。請重新載入後再修改。`,
  },
  'row.in_use': {
    es: (p) =>
      `«${p['id']}» se usa en «${p['user']}» de «${p['register']}» y se queda. Cambie eso primero, o márquelo como ya no usado.`,
    'zh-TW': (p) =>
      `「${p['id']}」正由「${p['register']}」的「${p['user']}」使用，不能移除。請先變更該筆，或將此筆標示為不再使用。`,
  },
  'register.not_found': { es: () => 'No existe ese registro.', 'zh-TW': () => '沒有此主檔。' },
  'route.not_found': { es: () => 'Aquí no hay nada.', 'zh-TW': () => '此處沒有內容。' },
  'task.closed': {
    es: (p) =>
      p['by'] === undefined
        ? 'Esta tarea ya no hace falta: el caso ha seguido adelante.'
        : `${p['by']} ya ha completado esta tarea.`,
    'zh-TW': (p) => (p['by'] === undefined ? '此任務已不需要：案件已繼續進行。' : `${p['by']}已完成此任務。`),
  },
  'task.claimed': {
    es: (p) => `${p['holder']} ha tomado esta tarea. Pídale que la devuelva.`,
    'zh-TW': (p) => `${p['holder']}已認領此任務。請對方退回。`,
  },
  'task.not_claimed': {
    es: () => 'Usted no tiene esta tarea, así que no puede devolverla.',
    'zh-TW': () => '您未持有此任務，無法退回。',
  },
  'task.outcome_not_offered': {
    es: () => 'Esa salida no se ofrece ahora. Mire en la tarea cuáles se ofrecen y por qué.',
    'zh-TW': () => '目前不提供此結果。請在任務中查看可選項與原因。',
  },
  'command.not_offered': { es: () => 'Eso no se ofrece ahora en este caso.', 'zh-TW': () => '本案目前不提供此動作。' },
  'command.reused': {
    es: () => 'Esta clave de repetición ya se usó para otra orden. Use una nueva para cada orden.',
    'zh-TW': () => '此重送鍵已用於其他指令。每個指令請用新的鍵。',
  },
  'instance.ended': {
    es: (p) => `${p['number']} ha terminado. No se puede hacer nada más en él.`,
    'zh-TW': (p) => `${p['number']} 已結束，無法再處理。`,
  },
  'key.taken': {
    es: (p) =>
      p['number'] === undefined
        ? 'Ya hay un caso para esto. Pregunte al responsable del procedimiento.'
        : `Ya hay un caso para esto: ${p['number']}. Siga en ese caso.`,
    'zh-TW': (p) =>
      p['number'] === undefined ? '此事已有案件。請洽流程負責人。' : `此事已有案件：${p['number']}。請在該案處理。`,
  },
  'plant.invalid': {
    es: (p) =>
      p['reason'] === 'date'
        ? 'No se cambió nada. Los ajustes rigen desde ahora o desde un día posterior, con dos años como máximo: lo que ya se decidió sigue decidido.'
        : 'No se cambió nada. Corrija lo que se indica e inténtelo de nuevo.',
    'zh-TW': (p) =>
      p['reason'] === 'date'
        ? '未作任何變更。設定須自現在或之後的日期起生效，最多提前兩年；已決定的事項不受影響。'
        : '未作任何變更。請更正下列事項後再試。',
  },
  'ladder.not_found': { es: () => 'No existe esa escala.', 'zh-TW': () => '沒有此升級階梯。' },
  'calendar.not_found': { es: () => 'No existe ese calendario.', 'zh-TW': () => '沒有此行事曆。' },
  'stand_in.not_found': {
    es: () => 'No existe esa ausencia o delegación.',
    'zh-TW': () => '沒有此筆請假或代理。',
  },
  'stand_in.invalid': {
    es: (p) => `No se cambió nada. ${STAND_IN_REASONS[String(p['reason'])]?.es(p) ?? ''}`,
    'zh-TW': (p) => `未作任何變更。${STAND_IN_REASONS[String(p['reason'])]?.['zh-TW'](p) ?? ''}`,
  },
  'mention.refused': {
    es: (p) => `${p['name']} no participa en este caso y no se le puede mencionar. Elija a alguien de la lista.`,
    'zh-TW': (p) => `${p['name']} 未參與本案，無法提及。請從清單中選擇。`,
  },
  'draft.changed': {
    es: () =>
      'Este formulario se cambió entretanto en otra pestaña. Cargue lo guardado allí o conserve lo que está aquí.',
    'zh-TW': () => '此表單已在另一個分頁變更。請載入該內容，或保留此處內容。',
  },
  'file.type_refused': {
    es: (p) => `«${p['name']}» no es un PDF, imagen, texto, Word ni Excel. Decide el contenido, no el nombre.`,
    'zh-TW': (p) => `「${p['name']}」不是 PDF、圖片、文字、Word 或 Excel 檔。以內容為準，非檔名。`,
  },
  'request.too_large': {
    es: () => 'Es demasiado grande. Reduzca el tamaño e inténtelo de nuevo.',
    'zh-TW': () => '內容過大。請縮小後再試。',
  },
  'rate.limited': {
    es: (p) => `Demasiados intentos. Inténtelo de nuevo en ${p['minutes']} minutos.`,
    'zh-TW': (p) => `嘗試次數過多。請於 ${p['minutes']} 分鐘後再試。`,
  },
  'store.unavailable': {
    es: () => 'La base de datos no responde. Lo que usted escribió sigue aquí; inténtelo de nuevo.',
    'zh-TW': () => '資料庫沒有回應。已填內容仍保留，請再試一次。',
  },
  'internal.error': {
    es: (p) => `Algo falló en nuestro lado. No se perdió nada; dé al administrador la referencia ${p['reference']}.`,
    'zh-TW': (p) => `系統發生錯誤，資料未遺失。請將編號 ${p['reference']} 告知管理員。`,
  },
  'store.full': {
    es: () => 'El disco está lleno. No se cambió nada; avise al administrador.',
    'zh-TW': () => '磁碟已滿，未變更任何資料。請通知管理員。',
  },
};

/** Why an import cannot be applied. */
const IMPORT_REASONS: { readonly [reason: string]: { readonly es: Say; readonly 'zh-TW': Say } } = {
  reading: {
    es: () => 'El archivo aún se está leyendo. Espere a su vista previa.',
    'zh-TW': () => '檔案仍在讀取中。請等候預覽。',
  },
  refused: {
    es: () => 'Esta importación se rechazó. Envíe el archivo de nuevo.',
    'zh-TW': () => '此匯入已被拒絕。請重新送出檔案。',
  },
  bad: {
    es: (p) => `El archivo tiene ${p['count']} problemas y se aplica entero o nada. Corríjalos y envíelo de nuevo.`,
    'zh-TW': (p) => `檔案有 ${p['count']} 個問題，須全部正確才能套用。請更正後再送出。`,
  },
};

/** Why somebody cannot stand in. */
const STAND_IN_REASONS: { readonly [reason: string]: { readonly es: Say; readonly 'zh-TW': Say } } = {
  self: {
    es: () => 'Nadie puede sustituirse a sí mismo. Elija a otra persona.',
    'zh-TW': () => '不能由本人代理自己。請選擇其他人。',
  },
  person: {
    es: () => 'No existe esa persona, o ya no trabaja aquí.',
    'zh-TW': () => '沒有此人，或已離職。',
  },
  inactive: {
    es: () => 'Quien iba a sustituir ya no trabaja aquí. Elija a otra persona.',
    'zh-TW': () => '指定的代理人已離職。請選擇其他人。',
  },
  backward: {
    es: () => 'Termina antes de empezar. Elija un final posterior.',
    'zh-TW': () => '結束早於開始。請選擇較晚的結束時間。',
  },
  too_long: {
    es: () => 'Puede durar un año como máximo, y empezar dentro de un año. Elija un final anterior.',
    'zh-TW': () => '最長一年，且須於一年內開始。請選擇較早的結束時間。',
  },
  past: {
    es: () => 'Ya habría terminado. Elija un final posterior.',
    'zh-TW': () => '此期間已過。請選擇較晚的結束時間。',
  },
  overlap: {
    es: (p) => `En ese tiempo ya sustituye ${p['name']}. Elija otros días, la misma persona, o quite lo que hay.`,
    'zh-TW': (p) => `該期間已由${p['name']}代理。請改選其他日期、同一人，或先移除現有的一筆。`,
  },
  ended: {
    es: () => 'Ya terminó; lo que se hizo en ese tiempo queda en el historial.',
    'zh-TW': () => '此筆已結束；期間所做的事保留在歷程中。',
  },
};

/** The sentence of an error for its reader. */
export function sayError(error: EngineError, language: Language): string {
  if (error.code === 'answers.invalid') return sayAnswers(error, language);
  return language === 'en' ? error.message : (SENTENCES[error.code]?.[language](error.params) ?? error.message);
}

function sayAnswers(error: EngineError, language: Language): string {
  const { problems } = error;
  const first = problems[0]?.message ?? error.message;
  if (problems.length <= 1) return first;
  const lead = {
    en: `${problems.length} answers cannot be taken.`,
    es: `${problems.length} respuestas no se pueden aceptar.`,
    'zh-TW': `有 ${problems.length} 項填答無法接受。`,
  };
  return `${lead[language]} ${first}`;
}
