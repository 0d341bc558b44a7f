/** Longer patterns are programs. */
const LONGEST_PATTERN = 256;

/** A repeat: `*`, `+`, `{2,}` or `{2,5}`, but not `?` or `{3}`, which give no choice of length. */
const REPEAT = /[*+]|\{\d+,\d*\}/y;

/**
 * Why a pattern is refused, as the end of a sentence; null if it may be used.
 *
 * JavaScript tries every way to match, so a repeat inside a repeat can block a server for minutes. Refused are these,
 * repeated alternatives, references to what was matched, looks behind or ahead, and what is no pattern at all.
 */
export function unsafePattern(pattern: string): string | null {
  if (pattern.length > LONGEST_PATTERN) return `is longer than ${LONGEST_PATTERN} characters. Shorten it`;
  if (!isPattern(pattern)) return 'is no regular expression. Correct it';
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[(?:\\.|[^\]\\])*\]/g, 'x');
  if (/\\[1-9k]/.test(plain)) return 'refers to what it has matched. Write it without \\1';
  if (/\(\?(?:[=!]|<[=!])/.test(plain)) return 'looks ahead or behind. Write it without';
  return nests(plain)
    ? 'repeats a group that itself repeats or chooses, which can take minutes to match. Write it with one repeat'
    : null;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** True if a group that is repeated holds a repeat or alternatives. Escapes and classes are gone from the text. */
function nests(pattern: string): boolean {
  const open: { chooses: boolean }[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const here = pattern[at];
    if (here === '(') open.push({ chooses: false });
    else if (here === ')') {
      const group = open.pop();
      const chooses = group?.chooses === true;
      if (chooses && repeatsAt(pattern, at + 1)) return true;
      const outer = open.at(-1);
      if (outer !== undefined && (chooses || repeatsAt(pattern, at + 1))) outer.chooses = true;
    } else {
      const inside = open.at(-1);
      const chooses = here === '|' || (here === '?' && pattern[at - 1] !== '(') || repeatsAt(pattern, at);
      if (inside !== undefined && chooses) inside.chooses = true;
    }
  }
  return false;
}

function repeatsAt(pattern: string, at: number): boolean {
  REPEAT.lastIndex = at;
  return REPEAT.test(pattern);
}
