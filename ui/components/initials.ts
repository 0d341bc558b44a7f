/** A name that begins in Chinese begins with the surname. */
const CHINESE = /^\p{Script=Han}/u;

/** The letters of an avatar: `LC` for Lin Chih-hao, the surname alone for a Chinese name. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (CHINESE.test(trimmed)) return [...trimmed][0] ?? '';
  const words = trimmed.split(/\s+/).filter((word) => !CHINESE.test(word));
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
