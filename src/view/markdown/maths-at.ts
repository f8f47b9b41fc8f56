/** Finds maths as models write it: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, and a `\boxed{…}` that stands bare. */
import type { Finder } from './source.ts';

export interface Found {
  readonly tex: string;
  readonly display: boolean;
  readonly end: number;
}

/** Longer ones are text. */
export const LONGEST_TEX = 2_000;
const BOXED = '\\boxed{';

/** Looks at a `$` or a backslash; places are asked in rising order. */
export function mathsAt(text: string, finder: Finder): (at: number) => Found | null {
  const dollars = dollarClosers(text);

  const between = (at: number, open: number, close: string, display: boolean): Found | null => {
    const end = finder.next(close, at + open);
    if (end - at > LONGEST_TEX) return null;
    const tex = text.slice(at + open, end);
    return tex.trim() === '' ? null : { tex, display, end: end + close.length };
  };

  return (at) => {
    if (text.startsWith('\\(', at)) return between(at, 2, '\\)', false);
    if (text.startsWith('\\[', at)) return between(at, 2, '\\]', true);
    if (text.startsWith(BOXED, at)) return boxedAt(text, at);
    if (text.startsWith('$$', at)) return between(at, 2, '$$', true);
    return dollarAt(at);
  };

  function dollarAt(at: number): Found | null {
    if (text.charAt(at) !== '$' || /^\s?$/.test(text.charAt(at + 1))) return null;
    const end = dollars(at + 1);
    if (end - at > LONGEST_TEX) return null;
    return { tex: text.slice(at + 1, end), display: false, end: end + 1 };
  }
}

/**
 * The next `$` that can end maths: not after a space, not before a digit, not escaped. So $5 and $6 are
 * money.
 */
function dollarClosers(text: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next >= from) return next;
    next = from;
    for (;;) {
      const at = text.indexOf('$', next);
      if (at < 0) return (next = Infinity);
      const fits = !/[\s\\]/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + 1));
      if (fits && at > from) return (next = at);
      next = at + 1;
    }
  };
}

function boxedAt(text: string, at: number): Found | null {
  let depth = 0;
  const last = Math.min(text.length, at + LONGEST_TEX / 4);
  for (let end = at + BOXED.length - 1; end < last; end++) {
    const char = text.charAt(end);
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (depth === 0) return { tex: text.slice(at, end + 1), display: false, end: end + 1 };
  }
  return null;
}
