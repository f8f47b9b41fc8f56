/** The elements and attributes that may come of a model's text, and what else stands in a place. */

const ELEMENTS: ReadonlySet<string> = new Set([
  ...['div', 'p', 'span', 'strong', 'em', 'del', 'code', 'pre', 'ul', 'li', 'blockquote', 'hr', 'mark'],
  ...['table', 'tbody', 'tr', 'th', 'td'],
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'msub', 'msup'],
  ...['msubsup', 'munder', 'mover', 'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mphantom'],
]);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['class', 'dir', 'accent', 'accentunder', 'display', 'displaystyle', 'scriptlevel', 'stretchy'],
  ...['fence', 'separator', 'largeop', 'linethickness', 'lspace', 'rspace', 'minsize', 'maxsize'],
  ...['width', 'height', 'depth', 'voffset', 'mathvariant'],
]);

/** Sizes that no formula may exceed: a person's own text stays in sight. */
const LARGEST_EM = 20;

/** Below an element: what is not on the lists, each once. */
export function unlisted(host: ParentNode): string[] {
  const found = new Set<string>();
  for (const element of host.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.localName)) found.add(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) found.add(`${element.localName} ${name}`);
      const size = /^(-?[\d.]+)em$/.exec(value)?.[1];
      if (size !== undefined && Math.abs(Number(size)) > LARGEST_EM) found.add(`${name}=${value}`);
    }
  }
  return [...found];
}
