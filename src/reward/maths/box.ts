/** Boxes in LaTeX: the last one, or the last few where they are one list. */
const LONGEST = 2400;

interface Box {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** The content of the last box that closes and is not empty. `\boxed 5` has the next characters. */
export function lastBox(text: string): string | null {
  const starts = [...text.matchAll(/\\(?:boxed|fbox)(?![a-zA-Z])[^\S\n]*/g)];
  const boxes: Box[] = [];
  for (const start of starts.reverse()) {
    const from = start.index + start[0].length;
    const box = boxAt(text, from);
    if (box === null) continue;
    const next = boxes[0];
    if (next !== undefined && !LISTED.test(text.slice(box.end, next.start))) break;
    boxes.unshift({ ...box, start: start.index });
    if (boxes.length > MOST_BOXES) break;
  }
  return boxes.length === 0 ? null : boxes.map(({ content }) => content.trim()).join(', ');
}

const MOST_BOXES = 16;

/** What parts the boxes of one list; each may have its letter before it. */
const LISTED =
  /^[^\S\n]*\$?[^\S\n]*(?:,|;|,?[^\S\n]*(?:and|or|\\text\s*\{\s*(?:and|or)\s*\}))[^\S\n]*\$?[^\S\n]*(?:[a-zA-Z](?:_\w)?[^\S\n]*=[^\S\n]*)?$/;

function boxAt(text: string, from: number): Omit<Box, 'start'> | null {
  const rest = text.slice(from, from + LONGEST);
  const braced = rest.startsWith('{');
  const content = braced ? balanced(rest) : (/^[^\s{}$\\]+/.exec(rest)?.[0] ?? null);
  if (content === null || content.trim() === '') return null;
  return { content, end: from + content.length + (braced ? 2 : 0) };
}

/** What stands inside the braces that the text starts with; an escaped brace counts as text. */
function balanced(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(1, at);
  }
  return null;
}
