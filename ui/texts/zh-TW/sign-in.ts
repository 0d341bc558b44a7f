import type { signIn as english } from '../en/sign-in.ts';

/** Words of the sign-in page, in Traditional Chinese. */
export const signIn: typeof english = {
  // The form.
  title: '登入',
  lead: '工廠的作業程序，一步一步完成。',
  login: '使用者名稱',
  password: '密碼',
  showPassword: '顯示密碼',
  submit: '登入',
  // Why it did not work.
  loginNeeded: '您尚未輸入使用者名稱。',
  passwordNeeded: '您尚未輸入密碼。',
  refused: '使用者名稱與密碼不符。您可檢查後再試。',
  failed: '伺服器沒有回應。稍後再試。',
  // The people of a demo plant.
  demoTitle: '以其中一位的身分看看',
  demoText: (plant) => `${plant} 是示範工廠，這裡的操作不會影響真實設備。`,
  firstWalk: '建議從這裡開始：',
};
