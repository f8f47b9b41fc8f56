/** Taking texts apart where no bracket is open. */

/** The text between brackets that open at the start and close at the very end. */
export function insideBrackets(
  text: string,
): { readonly open: string; readonly close: string; readonly text: string } | null {
  const match = /^(\\\{|[([{])(.*?)(\\\}|[)\]}])$/s.exec(text);
  if (match === null) return null;
  const [, open = '', inner = '', close = ''] = match;
  let depth = 0;
  for (const sign of inner) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return null;
  }
  return depth === 0 ? { open: open.slice(-1), close: close.slice(-1), text: inner } : null;
}

/** The parts between separators; matrices stay whole. The pattern is sticky. */
export function splitTop(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if ('([{'.includes(sign) || text.startsWith('\\begin', at)) depth++;
    else if (')]}'.includes(sign) || text.startsWith('\\end', at)) depth--;
    if (depth !== 0) continue;
    separator.lastIndex = at;
    const match = separator.exec(text);
    if (match === null || match[0] === '') continue;
    parts.push(text.slice(from, at));
    from = at + match[0].length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}
