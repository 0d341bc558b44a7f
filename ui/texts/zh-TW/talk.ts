import type { LateTexts } from '../late-texts.ts';

/** Words of the conversation of a case, of files that people add to it, and of drafts. */
export const talk: LateTexts['talk'] = {
  // The conversation.
  title: '討論',
  none: '尚無留言。',
  failed: '無法載入討論。',
  write: '撰寫留言',
  mentionHint: '輸入 @ 可提及能檢視本案的人員。',
  people: '可提及的人員',
  send: '送出',
  sendFailed: '留言未送出，內容仍保留在此。',
  mentions: '提及',
  attach: '附加檔案',
  commentFiles: '本留言的檔案',
  wordsMissing: '請寫幾句話說明這些檔案。',
  // Files and pictures.
  files: '新增的檔案與照片',
  noFiles: '表單以外尚未新增任何檔案。',
  filesFailed: '無法載入檔案。',
  addFile: '新增檔案',
  takePhoto: '拍照',
  sending: '傳送中…',
  addFailed: '檔案未新增。',
  tooLarge: (most: string) => `檔案超過 ${most}。請縮小後再試。`,
  // Drafts.
  saved: (time: string) => `草稿已儲存 ${time}`,
  saving: '正在儲存草稿…',
  unsaved: '草稿暫存於本機，尚未存到伺服器',
  changed: (time: string) => `已於 ${time} 在另一個分頁變更。此處內容尚未儲存。`,
  changedGone: '草稿已在另一個分頁移除。此處內容尚未儲存。',
  loadOther: '載入該內容',
  keepMine: '保留此處內容',
  discard: '捨棄草稿',
  discardTitle: '要捨棄這份草稿嗎？',
  discardAbout: '您輸入的內容將從此裝置及您的其他裝置移除，且無法復原。',
  discardFailed: '草稿仍保留。',
};
