import type { Language } from '../../engine/model/language.ts';

/** The words of the frame around every document. */
export interface PageWords {
  readonly document: string;
  readonly case: string;
  readonly revision: string;
  readonly created: string;
  readonly page: string;
  readonly definition: (workflow: string, version: number) => string;
  readonly recorded: string;
  readonly columns: { readonly step: string; readonly outcome: string; readonly by: string; readonly at: string };
  readonly started: string;
  readonly notSigned: string;
}

export const PAGE_WORDS: { readonly [language in Language]: PageWords } = {
  en: {
    document: 'Document',
    case: 'Case',
    revision: 'Revision',
    created: 'Created',
    page: 'Page',
    definition: (workflow, version) => `Procedure: ${workflow}, version ${version}`,
    recorded: 'Recorded by',
    columns: { step: 'Step', outcome: 'Outcome', by: 'Name', at: 'When' },
    started: 'Started',
    notSigned: 'Recorded with name and time when the step was completed. Not an electronic signature.',
  },
  es: {
    document: 'Documento',
    case: 'Caso',
    revision: 'Revisión',
    created: 'Creado',
    page: 'Página',
    definition: (workflow, version) => `Procedimiento: ${workflow}, versión ${version}`,
    recorded: 'Registrado por',
    columns: { step: 'Paso', outcome: 'Resultado', by: 'Nombre', at: 'Cuándo' },
    started: 'Inicio',
    notSigned: 'Registrado con nombre y hora al completar el paso. No es una firma electrónica.',
  },
  'zh-TW': {
    document: '文件編號',
    case: '案件',
    revision: '版次',
    created: '建立時間',
    page: '頁次',
    definition: (workflow, version) => `程序：${workflow}，第 ${version} 版`,
    recorded: '經辦紀錄',
    columns: { step: '步驟', outcome: '結果', by: '姓名', at: '時間' },
    started: '發起',
    notSigned: '於完成步驟時記錄姓名與時間，非電子簽章。',
  },
};
