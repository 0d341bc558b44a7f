import type { form as english } from '../en/form.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('zh-TW');

/** Words of the form renderer, in Traditional Chinese. */
export const form: typeof english = {
  // For which outcomes a field is.
  quoted: (title) => `「${title}」`,
  neededFor: (outcomes) => `選擇${outcomes}時必填。`,
  usedFor: (outcomes) => `僅用於${outcomes}。`,
  // What needs another look.
  problems: (count) => plural(count, { other: '# 項需要再確認' }),
  yes: '是',
  no: '否',
  clear: '清除',
  // Controls.
  pickOne: '選擇一項',
  pickDate: '選擇日期',
  pickMoment: '選擇日期與時間',
  characters: (used, most) => `${used} / ${most} 字`,
  search: '輸入名稱或編號',
  searching: '搜尋中 …',
  nothingFound: '沒有符合的項目，可換一個字詞。',
  searchFailed: '無法載入清單，稍後再輸入。',
  remove: (name) => `移除 ${name}`,
  typeAndEnter: '輸入後按 Enter',
  // Rows.
  addRow: '新增一列',
  removeRow: (row) => `移除第 ${row} 列`,
  row: (row) => `第 ${row} 列`,
  cell: (column, row) => `${column}，第 ${row} 列`,
  noRows: '尚無資料列。',
  notAskedHere: '此列不需填寫',
  // Files.
  addFile: '新增檔案',
  addPhoto: '拍照或新增相片',
  dropHere: '或拖放到這裡',
  filesTaken: (kinds, size) => `${kinds}，每個最多 ${size}`,
  sending: (percent) => `已傳送 ${percent}%`,
  tooLarge: (name, most) => `${name} 超過 ${most}，改選較小的檔案。`,
  wrongKind: (name, kinds) => `${name} 的類型不符，可選：${kinds}。`,
  fileFailed: (name, reason) => `${name} 未送出。${reason}`,
  tryAgain: '重試',
  stillSending: '檔案仍在傳送，完成後再按一次。',
  // What nobody answers.
  workedOutLater: '送出時計算',
  yours: '您',
  // The ruler, for those who do not see it.
  rulerGood: (date) => `您選 ${date}：可行且準時。`,
  rulerEarly: (date) => `您選 ${date}：早於可行日期。`,
  rulerLate: (date) => `您選 ${date}：晚於要求日期。`,
  rulerRange: (from, to) => `可行且準時的期間：${from} 至 ${to}。`,
};
