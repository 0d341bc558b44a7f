import type { shell as english } from '../en/shell.ts';

/** Words of the frame around every page, in Traditional Chinese. */
export const shell: typeof english = {
  // The ways.
  skip: '跳到頁面內容',
  navigation: '主選單',
  inbox: '待辦',
  cases: '案件',
  start: '發起',
  make: '製造',
  plan: '生產計畫',
  people: '人員',
  settings: '設定',
  registers: '主檔',
  incidents: '異常中止',
  schedules: '排程',
  find: '搜尋案件',
  // The plant, and the person before the page.
  demoPlant: '示範工廠',
  personMenu: (name) => `${name}：語言、色彩、登出`,
  language: '語言',
  colours: '色彩',
  light: '淺色',
  dark: '深色',
  system: '依此裝置',
  myMails: '我的信件',
  signOut: '登出',
  // Notifications.
  notifications: '通知',
  unread: (count) => `${count} 則未讀`,
  unreadWord: '則未讀',
  noNotificationsTitle: '沒有通知',
  noNotificationsText: '您參與的案件有進展或需要您時，會在這裡告知。',
  markAllRead: '全部標為已讀',
  notificationsFailed: '無法載入通知。',
  // A session that has ended.
  sessionEndedTitle: '重新登入',
  sessionEndedText: '您的登入已過期。您輸入的內容仍在此頁。',
  otherPerson: '以其他人員登入',
};
