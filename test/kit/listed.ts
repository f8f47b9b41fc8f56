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

/** The card around a text says its language: that of nano, or that nobody knows it. */
const LANGUAGES: ReadonlySet<string> = new Set(['', 'en']);

/** Sizes that no formula may exceed: a person's own text stays in sight. */
const LARGEST_EM = 20;

export interface Seen {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/** All elements below one; it needs nothing from here, so that it can run in a page. */
export const elementsIn = (host: ParentNode): Seen[] =>
  [...host.querySelectorAll('*')].map((element) => ({
    name: element.localName,
    attributes: [...element.attributes].map(({ name, value }) => [name, value] as const),
  }));

/** What is not on the lists, each once. */
export function offences(seen: readonly Seen[]): string[] {
  const found = new Set<string>();
  for (const { name, attributes } of seen) {
    if (!ELEMENTS.has(name)) found.add(`<${name}>`);
    for (const [attribute, value] of attributes) {
      const isLanguage = attribute === 'lang' && LANGUAGES.has(value);
      if (!ATTRIBUTES.has(attribute) && !isLanguage) found.add(`${name} ${attribute}`);
      const size = /^(-?[\d.]+)em$/.exec(value)?.[1];
      if (size !== undefined && Math.abs(Number(size)) > LARGEST_EM) found.add(`${attribute}=${value}`);
    }
  }
  return [...found];
}

export const unlisted = (host: ParentNode): string[] => offences(elementsIn(host));
