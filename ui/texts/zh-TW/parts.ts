import type { parts as english } from '../en/parts.ts';

/** Words of the parts that every page uses, in Traditional Chinese. */
export const parts: typeof english = {
  // The clock of a task.
  overdue: '逾期',
  dueIn: (span) => `剩 ${span}`,
  noDueTime: '無期限',
  days: (count) => `${count} 天`,
  hours: (count) => `${count} 小時`,
  minutes: (count) => `${count} 分`,
  openSince: (moment) => `${moment} 起`,
  // Who holds a task.
  free: '待認領',
  you: '您',
  // Words of every button.
  loading: '載入中',
  close: '關閉',
  cancel: '取消',
  back: '返回',
  more: '顯示更多',
  copy: '複製',
  copied: '已複製',
  yes: '是',
  no: '否',
  noAnswer: '－',
  // Opinions.
  opinionOk: '可行',
  opinionConditional: '有條件',
  opinionNo: '不可行',
  opinionWaiting: '待填寫',
  opinionNotAsked: '不需會簽',
  // What went wrong, what is safe, and what to do.
  tryNow: '立即重試',
  toInbox: '回到待辦',
  unreachableTitle: '伺服器沒有回應',
  unreachableText: '已儲存的內容不受影響。系統每 10 秒重試一次。',
  errorTitle: '無法載入此頁',
  errorText: '已儲存的內容不受影響。您可重試；若再次發生，請將此代碼告知管理員。',
  notFoundTitle: '這裡沒有您可查看的內容',
  notFoundText: '可能是網址有誤，或您的部門未參與。您可詢問提供連結的人。',
  offline: '目前離線，畫面內容可能不是最新。連線恢復後會重新載入。',
  tooMany: '短時間內請求過多。一分鐘後再試。',
};
