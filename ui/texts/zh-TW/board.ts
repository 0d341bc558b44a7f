import type { LateTexts } from '../late-texts.ts';

/** Words of the board of a procedure's cases. */
export const board: LateTexts['board'] = {
  total: (count: string) => `進行中案件：${count}`,
  allSteps: '也顯示沒有案件的步驟',
  nobody: '尚無人認領',
  hereFor: (span: string) => `停留 ${span}`,
  stopped: '已中止',
  shown: (shown: string, all: string) => `顯示 ${shown}／${all} 件：逾期及停留最久者`,
  none: '沒有案件',
  failedTitle: '無法載入看板',
  notFoundTitle: '沒有這個程序',
  notFoundText: '網址有誤，或此程序已不再發布。',
  emptyTitle: '此程序目前沒有進行中的案件',
  emptyText: '有人發起且您可檢視的案件，會依目前步驟顯示在這裡。',
};
