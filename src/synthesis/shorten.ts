/**
 * The end of a text, at most `length` UTF-16 units with the mark: the final answer stands there.
 * Starts at a line or sentence where one begins in the first half of what is kept, else at a word,
 * and never inside a surrogate pair. A text that is short enough comes back as it is.
 */
export function keepEnd(text: string, length: number, mark: string): string {
  if (text.length <= length) return text;
  let end = text.slice(text.length - Math.max(0, length - mark.length));
  if (/^[\uDC00-\uDFFF]/.test(end)) end = end.slice(1);
  const half = end.slice(0, Math.ceil(end.length / 2));
  const start = half.search(/(?<=\n|[.!?] )\S/);
  const word = half.search(/(?<=\s)\S/);
  return mark + end.slice(Math.max(start >= 0 ? start : word, 0));
}
