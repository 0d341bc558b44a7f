import type { start as english } from '../en/start.ts';

/** Words of the start page, in Traditional Chinese. */
export const start: typeof english = {
  // The page.
  title: '發起程序',
  lead: '選擇發生的事；表單會問其餘內容，並告訴您下一位是誰。',
  search: '依名稱或發生的事搜尋程序',
  // Its two groups.
  forYou: '常用',
  forYouLead: '您的角色可發起。',
  others: '由他人發起',
  othersLead: '列出以便您知道該找誰。',
  noDepartment: '其他程序',
  notYourRole: '非您的角色',
  // How many run.
  running: (count) => (count === 0 ? '無進行中案件' : `${count} 件進行中`),
  runningMany: '超過 1,000 件進行中',
  // Where there is nothing to show.
  emptyTitle: '尚無程序',
  emptyText: '已發布的程序會出現在這裡，由製程工程師發布。',
  noMatchTitle: '沒有符合的程序',
  noMatchText: '換一個字詞，或查看全部程序。',
  showAll: '顯示全部程序',
  failedTitle: '無法載入程序',
};
