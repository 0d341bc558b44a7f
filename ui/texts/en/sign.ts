/** Words of signing, in English. */
export const sign = {
  title: (action: string) => `Sign: ${action}`,
  what: 'What',
  who: 'Who signs',
  meaning: 'Meaning',
  reason: 'Reason (if there is one to note)',
  reasonNeeded: 'Reason',
  missing: 'Fill this in to sign.',
  note: 'Your signature is as binding as one by hand. It holds for exactly what you were shown; a later change voids it.',
  button: 'Sign',
  section: 'Signatures',
  none: 'Nothing was signed yet.',
  voided: 'Void since',
  changed: (names: readonly string[]) => `changed: ${names.join(', ')}`,
  actedFor: (name: string) => `for ${name}`,
};
