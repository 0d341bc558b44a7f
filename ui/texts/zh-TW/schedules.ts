import type { LateTexts } from '../late-texts.ts';

/** Words of the page of schedules. */
export const schedules: LateTexts['schedules'] = {
  title: '排程',
  lead: '流程何時自動發起，以及每次是否準時。',
  failed: '無法載入排程',
  noneTitle: '目前沒有自動發起的流程',
  noneText: '製程工程師在流程中設定排程後，會連同下次時間列於此處。',
  running: '啟用中',
  paused: '已暫停',
  pausedBy: (name) => `${name}暫停於`,
  pause: '暫停',
  resume: '恢復',
  next: '下次',
  last: '上次',
  by: (who) => `以${who}名義`,
  catchUp: {
    none: '錯過不補辦',
    last: '僅補辦最近一次',
    all: '逐次補辦',
  },
  showFirings: '顯示所有時間',
  hideFirings: '收合時間',
  firings: '各次時間，由新到舊',
  firingsFailed: '無法載入各次時間',
  states: { open: '發起中', started: '已發起', skipped: '已略過', refused: '遭拒' },
  startedLate: '延遲發起',
  actually: '實際',
};
