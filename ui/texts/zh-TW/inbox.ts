import type { inbox as english } from '../en/inbox.ts';

/** Words of the inbox, in Traditional Chinese. */
export const inbox: typeof english = {
  // The boxes, and whether they are live.
  title: '待辦',
  boxes: '待辦分類',
  mine: '我的',
  available: '可認領',
  department: '本部門',
  overdue: '逾期',
  live: '即時',
  connecting: '連線中',
  notLive: '未即時更新',
  // The order of the list, and its groups.
  sortDue: '依期限',
  sortNewest: '最新在前',
  sortLabel: '排序',
  groupOverdue: '逾期',
  groupToday: '今天',
  groupLater: '明天以後',
  groupNewest: '最新在前',
  // What can be done with a task.
  newTasks: (count) => `${count} 件新任務`,
  open: '開啟',
  take: '認領',
  taken: (title) => `您已認領：${title}。`,
  gone: '已不在此分類',
  peek: '預覽',
  // The keys.
  keyMove: '移動',
  keyOpen: '開啟',
  keyTake: '認領',
  keyFind: '搜尋',
  keyAll: '所有快捷鍵',
  keysTitle: '待辦快捷鍵',
  keyNext: '下一件',
  keyPrevious: '上一件',
  keyOpenLong: '開啟任務',
  keyTakeLong: '認領任務',
  keyFindLong: '搜尋案件',
  keyAllLong: '顯示這些快捷鍵',
  keysSwitch: '在此裝置使用單鍵快捷鍵',
  opinions: '會簽意見',
  answers: '先前填寫',
  // Empty boxes say what will come and what to do now.
  emptyMineTitle: '目前沒有您的待辦',
  emptyMineText: (count) =>
    count === '0' ? '新任務會自動出現在這裡。' : `新任務會自動出現在這裡。有 ${count} 件待認領。`,
  emptyAvailableTitle: '沒有待認領的任務',
  emptyAvailableText: '您可處理且尚無人認領的任務會出現在這裡。',
  emptyDepartmentTitle: '本部門沒有進行中的任務',
  emptyDepartmentText: '本部門所有進行中的任務都會出現在這裡，不論由誰處理。',
  emptyOverdueTitle: '沒有逾期的任務',
  emptyOverdueText: '超過期限的任務會出現在這裡。',
  seeAvailable: (count) => `查看 ${count} 件可認領`,
  startProcedure: '發起程序',
  failedTitle: '無法載入清單',
};
