import type { Language } from '../../engine/model/language.ts';

/** How signatures are spoken of, on pages and on paper. */
export interface SignatureWords {
  readonly title: string;
  readonly columns: { readonly name: string; readonly meaning: string; readonly at: string; readonly reason: string };
  readonly none: string;
  /** Under the block: what makes it a signature. */
  readonly bound: string;
  readonly actedFor: (name: string) => string;
  readonly voided: (moment: string) => string;
}

export const SIGNATURE_WORDS: { readonly [language in Language]: SignatureWords } = {
  en: {
    title: 'Electronic signatures',
    columns: { name: 'Name', meaning: 'Meaning', at: 'Date and time', reason: 'Reason' },
    none: 'Not signed yet.',
    bound: 'Each signature is bound to the record by the hash beside it; a later change of what it covers voids it.',
    actedFor: (name) => `for ${name}`,
    voided: (moment) => `void since ${moment}: what it covered was changed`,
  },
  es: {
    title: 'Firmas electrónicas',
    columns: { name: 'Nombre', meaning: 'Significado', at: 'Fecha y hora', reason: 'Motivo' },
    none: 'Sin firmar todavía.',
    bound:
      'Cada firma está ligada al registro por la huella que la acompaña; un cambio posterior de lo firmado la anula.',
    actedFor: (name) => `por ${name}`,
    voided: (moment) => `anulada desde ${moment}: cambió lo que cubría`,
  },
  'zh-TW': {
    title: '電子簽章',
    columns: { name: '姓名', meaning: '簽署意義', at: '日期時間', reason: '理由' },
    none: '尚未簽署。',
    bound: '每一簽章以旁列雜湊值與紀錄綁定；所涵蓋內容日後如有變更，簽章即失效。',
    actedFor: (name) => `代理${name}`,
    voided: (moment) => `自 ${moment} 起失效：所涵蓋內容已變更`,
  },
};
