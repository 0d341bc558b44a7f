/**
 * Reads a number as a person types it in a language; null where it is none.
 *
 * The language's own decimal sign counts, and so does the other key of the pad: `12,5` and `12.5` are the same number
 * wherever a thousands sign could not stand there. `1,234` is a thousand in English and a bit more than one in Spanish.
 */
export function readNumber(text: string, language: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^[\u2212\u2013]/, '-');
  const decimal = decimalSign(language);
  const group = decimal === ',' ? '.' : ',';
  const ungrouped = isGrouped(plain, group, decimal) ? plain.replaceAll(group, '') : plain;
  const point = ungrouped.replace(decimal, '.').replace(group, '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(point) ? Number(point) : null;
}

/** The sign between whole and part: `,` in Spanish, `.` in English and Chinese. */
export function decimalSign(language: string): ',' | '.' {
  return new Intl.NumberFormat(language).format(1.5).includes(',') ? ',' : '.';
}

/** True where the signs part thousands as this language does, and stand nowhere else. */
function isGrouped(text: string, group: string, decimal: string): boolean {
  const [whole = '', ...parts] = text.split(decimal);
  if (parts.length > 1 || parts.some((part) => part.includes(group))) return false;
  const [first = '', ...groups] = whole.replace('-', '').split(group);
  return groups.length > 0 && /^\d{1,3}$/.test(first) && groups.every((digits) => /^\d{3}$/.test(digits));
}
