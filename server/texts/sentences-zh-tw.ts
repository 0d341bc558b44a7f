import type { Sentences } from './sentences.ts';

const list = (parts: readonly string[]): string => parts.join('、');
const or = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}或${parts.at(-1)}`;

export const ZH_TW: Sentences = {
  against: (opinions) => list(opinions.map(({ title, outcome }) => `${title}為「${outcome}」`)),
  conditionsNotMet: '案件目前不符合其條件。',
  dependsOn: (fields) => `取決於${list(fields.map((field) => `「${field}」`))}。`,
  dependsOnAnswers: '取決於您的填答。',
  nextTask: (role, title) => (role === '' ? title : `${role}：${title}`),
  nextEnd: (title) => `案件結束：${title}`,
  nextSeveral: (title) => `多人：${title}`,
  nextService: (title) => title,
  or,
  list,
  whoOnlyYou: (roles) => `${roles}：只有您。`,
  whoOnly: (roles, name) => `${roles}：只有${name}。`,
  whoSome: (roles, n) => `${roles}：${n} 人。`,
  whoNobody: (roles) => `${roles}：目前無人。`,
  whoNamed: '指定人員',
  fallback: '因無其他人可辦，改由此人處理',
  did: (titles) => `在本案已辦理「${titles}」`,
  nobodyElse: '沒有其他人有此角色。',
  fallbackAsked: '具該角色者皆不可辦理，改由此人處理。',
  nobodyElseMay: '本案中沒有其他人可以辦理。',
  standIn: (name) => `如此人不在，由${name}處理。`,
  othersCan: (n) => `另有 ${n} 人也可處理。`,
  severalCan: (n) => `這 ${n} 人皆可處理。`,
  afterwards: (role, due) => [role, due].filter((part) => part !== null && part !== '').join('，'),
  duration: ({ days, hours, minutes, working }) => {
    const kind = working ? '工作' : '';
    return [
      days > 0 ? `${days} 個${kind}${working ? '日' : '天'}` : '',
      hours > 0 ? `${hours} 個${kind}小時` : '',
      minutes > 0 ? `${minutes} 分鐘` : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  },
  waitsForSystem: (title) => `${title}，由系統處理`,
  afterAttempts: (n) => `已嘗試 ${n} 次。`,
  running: '進行中',
  started: (workflow) => `${workflow}已發起`,
  timePassed: (title) => `期限已到：${title}`,
  afterDuration: (duration) => `經過 ${duration}。`,
  lookedUp: (title) => title,
  documentMade: (name) => `已產生文件：${name}`,
  effectFailed: (title, reason) => `${title}失敗：${reason}`,
  taken: (title) => `${title}：已認領`,
  givenBack: (title) => `${title}：已退回待認領`,
  stopped: (title) => `已停止：${title}`,
  askedInstead: (name) => `具該角色者皆不可辦理下一任務，改由${name}處理。`,
  chosen: (title, way) => (title.endsWith('？') ? `${title}${way}` : `${title}：${way}`),
  approvalNote: '將以您的姓名記錄。非電子簽章。',
  system: '流程',
  roleOf: (name, role) => `${name}，${role}`,
  notBeforeDecision: '目前階段不提供。',
};
