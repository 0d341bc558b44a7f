/** A mention that is being typed: from its @ to where the caret stands. */
export interface MentionWord {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

/** As long as a name may be. */
const LONGEST = 40;

/** The mention before the caret, or null. An @ within a word is an address, no mention. Pure. */
export function mentionAt(text: string, caret: number): MentionWord | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, from))) return null;
  const typed = before.slice(from + 1);
  return typed.length > LONGEST || /[\n@]/.test(typed) ? null : { from, to: caret, typed };
}

/** People whose name or a part of it begins as typed, in their order. Pure. */
export function matching<T extends { readonly name: string }>(people: readonly T[], typed: string): readonly T[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return typed === '' ? people : [];
  return people.filter(({ name }) => {
    const whole = name.toLocaleLowerCase();
    return whole !== wanted && (whole.startsWith(wanted) || whole.split(/\s+/).some((part) => part.startsWith(wanted)));
  });
}
