import type { task as english } from '../en/task.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('zh-TW');

/** Words of the task page and the start form, in Traditional Chinese. */
export const task: typeof english = {
  // Loading, and what cannot be loaded.
  breadcrumb: '目前位置',
  failedTitle: '無法載入任務',
  notFoundTitle: '沒有您可查看的這個任務',
  notFoundText: '可能是網址有誤，或此任務不屬於您。您可詢問提供連結的人。',
  // The head of a task.
  yours: '由您處理',
  take: '認領',
  giveBack: '退回',
  previous: '上一件',
  next: '下一件',
  position: (place, count) => `${place} / ${count}`,
  positionLabel: (place, count) => `您的待辦第 ${place} 件，共 ${count} 件`,
  // What others answered before.
  facts: '案件摘要',
  opinions: '各部門意見',
  opinionsIn: (come, asked) => (come === asked ? `${come} / ${asked} 已齊` : `${come} / ${asked} 已填`),
  problemsFirst: '有問題者在前',
  allAnswers: '全部填寫內容',
  before: '先前填寫',
  answeredBy: (name) => `由 ${name} 填寫`,
  // The form.
  nothingToFill: '不需填寫，選擇下一步即可。',
  // Who may do it, and who may not.
  whoMay: '誰可以處理',
  whyThem: '為什麼？',
  whyMe: '為什麼是我？',
  mayNot: '不可處理',
  // The outcomes.
  bar: '下一步',
  notOffered: (title) => `目前不可「${title}」：`,
  dependsOn: (title) => `「${title}」視情況而定：`,
  signed: (titles: readonly string[]) => `須以密碼簽署：${titles.join('、')}。`,
  approval: '將記錄您的姓名。這不是電子簽章。',
  // What stands in the way, and what happened meanwhile.
  heldBy: (name) => `${name} 正在處理此任務。`,
  completedBy: (name, moment) => `已由 ${name} 完成，${moment}。`,
  completedWith: (outcome) => `結果：${outcome}。`,
  withdrawn: (moment) => `此任務已於 ${moment} 撤回：案件不需此步驟即繼續。`,
  keptHere: '您輸入的內容未送出，仍在此頁。',
  openCase: '開啟案件',
  notSent: '尚未送出。您輸入的內容仍在這裡。',
  silent: '伺服器沒有回應。您輸入的內容仍在這裡。再按一次，只會執行一次。',
  // Afterwards.
  doneWith: (title, outcome) => `${title}：${outcome}`,
  nowWaits: (number) => `${number} 正在等待`,
  goesOn: (number) => `${number} 自動繼續。`,
  hasEnded: (number, word) => `${number} 已結束：${word}。`,
  nextTask: '下一件任務',
  noNextTask: '目前沒有其他待辦。',
  backToInbox: '回到待辦',
  left: (count) => plural(count, { other: '您的待辦還有 # 件' }),
  // The start form.
  howItWorks: '流程說明',
  startPage: '發起',
  startFailedTitle: '無法載入表單',
  startNotFoundTitle: '沒有您可發起的這個程序',
  startNotFoundText: '可能是網址有誤，或由其他角色發起。發起頁面會說明該找誰。',
  startButton: '發起',
  version: (version) => `v${version}`,
  comesNext: '接下來：',
};
