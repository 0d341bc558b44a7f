import type { sign as english } from '../en/sign.ts';

/** Words of signing, in Traditional Chinese. */
export const sign: typeof english = {
  title: (action: string) => `簽署：${action}`,
  what: '內容',
  who: '簽署人',
  meaning: '簽署意義',
  reason: '理由（如需註明）',
  reasonNeeded: '理由',
  missing: '簽署前請填寫此欄。',
  note: '電子簽章與親筆簽名具同等效力，僅及於您所見的內容；日後內容變更，簽章即失效。',
  button: '簽署',
  section: '電子簽章',
  none: '尚無簽署。',
  voided: '失效時間',
  changed: (names: readonly string[]) => `變更：${names.join('、')}`,
  actedFor: (name: string) => `代理${name}`,
};
