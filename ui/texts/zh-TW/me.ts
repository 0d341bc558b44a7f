import type { me as english } from '../en/me.ts';

/** Words of the page of oneself. */
export const me: typeof english = {
  title: '我的信件',
  lead: '所有通知都會顯示在系統中。您可在此選擇另外以電子郵件收到哪些通知。',
  failed: '無法載入您的設定。',
  mails: '電子郵件',
  goesTo: (address: string) => `寄送至 ${address}。`,
  noAddress: '系統中沒有您的電子郵件地址，因此不會寄送。可請管理員新增。',
  noServer: '本廠尚未啟用郵件寄送；啟用後即依您的設定。',
  immediate: '立即寄送',
  immediateText: '需要您處理的事項：任務、提醒、逾期、升級至您的事項、異常。',
  digest: '每日一次',
  digestText: (time: string) => `僅供知悉的事項，彙整為一封，於 ${time} 寄出。`,
  stored: '已儲存。',
  notStored: '無法儲存您的設定，請再試一次。',
};
