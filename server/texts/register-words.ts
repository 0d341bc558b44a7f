import { type Language, type Text, textIn } from '../../engine/model/language.ts';

const GROUPS: { readonly [group: string]: Text } = {
  orders: { en: 'Orders and customers', es: 'Pedidos y clientes', 'zh-TW': '訂單與客戶' },
  products: { en: 'Products', es: 'Productos', 'zh-TW': '產品' },
  stock: { en: 'Material and stock', es: 'Material y existencias', 'zh-TW': '物料與庫存' },
  plans: { en: 'Plans', es: 'Planes', 'zh-TW': '計畫' },
  quality: { en: 'Quality', es: 'Calidad', 'zh-TW': '品質' },
  plant: { en: 'Plant', es: 'Planta', 'zh-TW': '工廠' },
};

/** The heading under which registers of a group stand. */
export function sayRegisterGroup(group: string, language: Language): string {
  return textIn(GROUPS[group] ?? { en: group }, language);
}

/** Why somebody cannot change a register by hand: who could, or which procedures do. */
export function sayReadOnly(
  {
    title,
    roles,
    workflows,
  }: { readonly title: string; readonly roles: readonly string[]; readonly workflows: readonly string[] },
  language: Language,
): string {
  if (roles.length > 0)
    return {
      en: `“${title}” is changed by: ${roles.join(', ')}. Ask one of them.`,
      es: `«${title}» lo cambia: ${roles.join(', ')}. Pídaselo.`,
      'zh-TW': `「${title}」由下列角色變更：${roles.join('、')}。請洽詢。`,
    }[language];
  if (workflows.length > 0)
    return {
      en: `“${title}” is changed by procedures only: ${workflows.join(', ')}. Start one instead.`,
      es: `«${title}» solo cambia mediante procedimientos: ${workflows.join(', ')}. Inicie uno.`,
      'zh-TW': `「${title}」僅由流程變更：${workflows.join('、')}。請改為發起流程。`,
    }[language];
  return {
    en: `“${title}” is changed by procedures only, never by hand.`,
    es: `«${title}» solo cambia mediante procedimientos, nunca a mano.`,
    'zh-TW': `「${title}」僅由流程變更，不能手動修改。`,
  }[language];
}
