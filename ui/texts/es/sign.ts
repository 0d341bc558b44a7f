import type { sign as english } from '../en/sign.ts';

/** Words of signing, in Spanish. */
export const sign: typeof english = {
  title: (action: string) => `Firmar: ${action}`,
  what: 'Qué',
  who: 'Quién firma',
  meaning: 'Significado',
  reason: 'Motivo (si hay algo que anotar)',
  reasonNeeded: 'Motivo',
  missing: 'Rellénelo para firmar.',
  note: 'Su firma obliga igual que la manuscrita. Vale para exactamente lo que se le mostró; un cambio posterior la anula.',
  button: 'Firmar',
  section: 'Firmas',
  none: 'Todavía no se ha firmado nada.',
  voided: 'Anulada desde',
  changed: (names: readonly string[]) => `cambió: ${names.join(', ')}`,
  actedFor: (name: string) => `por ${name}`,
};
