import type { guide as english } from '../en/guide.ts';

/** Words of the page about a procedure, in Traditional Chinese. */
export const guide: typeof english = {
  notFoundTitle: '沒有此流程',
  notFoundText: '請回到流程清單。',
  start: '發起',
  purpose: '目的',
  watch: '注意事項',
  facts: '一覽',
  starters: '發起人',
  schedules: '自動發起',
  owners: '流程負責',
  documents: '文件',
  calls: '會呼叫',
  commands: '隨時可執行',
  ends: '結束狀態',
  steps: '誰做什麼',
  step: '步驟',
  who: '由誰',
  due: '期限',
  outcomes: '可能結果',
  many: '多人，各一次',
  byCase: '依案件而定',
  version: (version: number) => `第 ${version} 版`,
  signs: (meaning: string) => `簽署：${meaning}`,
};
