/**
 * Makes MathML out of the tree that KaTeX builds: elements and attributes of a list, and nothing else.
 * Colours, links, pictures, identifiers and styles are not on it, so no formula can bring one.
 */
import { inHand } from './variants.ts';

/** As KaTeX builds it: an element, a text, a space, or a fragment of these. */
export interface Built {
  readonly type?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Built[];
  readonly text?: string;
  readonly character?: string | null;
  readonly width?: number;
}

const ELEMENTS: ReadonlySet<string> = new Set([
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'msub', 'msup'],
  ...['msubsup', 'munder', 'mover', 'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mphantom'],
]);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['accent', 'accentunder', 'display', 'displaystyle', 'scriptlevel', 'stretchy', 'fence', 'separator'],
  ...['largeop', 'linethickness', 'lspace', 'rspace', 'minsize', 'maxsize', 'width', 'height', 'depth', 'voffset'],
]);

/** KaTeX bounds most sizes itself, and shifts not at all. */
const LARGEST_EM = 10;
const isBound = (value: string): boolean => {
  const [, size, unit] = /^([-+]?[\d.]+)(em|ex|px|pt|%)$/.exec(value) ?? [];
  return size === undefined || (unit === 'em' && Math.abs(Number(size)) <= LARGEST_EM);
};

/** Elements of older MathML, drawn by a class. */
const REPLACED: Readonly<Record<string, string>> = { menclose: 'mrow', mlabeledtr: 'mtr' };

/** More are shown as the text that they come from. */
export const MOST_NODES = 3_000;
const DEEPEST = 60;

const space = 'http://www.w3.org/1998/Math/MathML';

export class TooLarge extends Error {}

/** The `<math>` of a tree; throws `TooLarge` on one that nobody could read. */
export function mathOf(tree: Built): Element {
  let made = 0;

  const addAll = (to: Element, children: readonly Built[], variant: string, depth: number): void => {
    let text = '';
    const flush = (): void => {
      if (text !== '') to.append(text);
      text = '';
    };
    for (const child of children) {
      if (child.text !== undefined) text += inHand(child.text, variant);
      else if (typeof child.character === 'string' && isToken(to)) text += child.character;
      else {
        flush();
        add(to, child, depth);
      }
    }
    flush();
  };

  const add = (to: Element, node: Built, depth: number): void => {
    made += 1;
    if (made > MOST_NODES || depth > DEEPEST) throw new TooLarge();
    const { type, children = [], width } = node;
    if (type === undefined) {
      if (width === undefined) return addAll(to, children, '', depth + 1);
      const gap = document.createElementNS(space, 'mspace');
      gap.setAttribute('width', `${width}em`);
      return to.append(gap);
    }
    // Its second child is the source, for machines; ours is beside it.
    if (type === 'semantics') return addAll(to, children.slice(0, 1), '', depth + 1);
    const name = REPLACED[type] ?? type;
    if (!ELEMENTS.has(name)) return;
    const element = document.createElementNS(space, name);
    const { attributes = {} } = node;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (ATTRIBUTES.has(attribute) && isBound(value)) element.setAttribute(attribute, value);
    }
    const variant = attributes['mathvariant'] ?? '';
    if (variant === 'normal' && name === 'mi') element.setAttribute('mathvariant', 'normal');
    const drawn = classOf(type, name, attributes);
    if (drawn !== '') element.classList.add(drawn);
    addAll(element, children, name === 'mtext' ? '' : variant, depth + 1);
    if (name === 'mtable') align(element, attributes['columnalign'] ?? '');
    to.append(element);
  };

  const holder = document.createElementNS(space, 'mrow');
  add(holder, tree, 0);
  const [math] = holder.children;
  if (math?.localName !== 'math') throw new TooLarge();
  return math;
}

const isToken = ({ localName }: Element): boolean => ['mi', 'mn', 'mo', 'mtext'].includes(localName);

function classOf(type: string, name: string, attributes: Readonly<Record<string, string>>): string {
  if (type === 'menclose') {
    const notation = attributes['notation'] ?? '';
    if (notation === 'box') return 'boxed';
    return /strike/.test(notation) ? 'struck' : '';
  }
  if (name !== 'mtext') return '';
  const variant = attributes['mathvariant'] ?? '';
  return /bold/.test(variant) ? 'bold' : variant === 'italic' ? 'italic' : '';
}

/** Browsers align the cells of a table by style alone. */
function align(table: Element, columns: string): void {
  const sides = columns.split(/\s+/);
  for (const row of table.children) {
    [...row.children].forEach((cell, at) => {
      const side = sides[at] ?? sides.at(-1);
      if (side === 'left' || side === 'right') cell.classList.add(side);
    });
  }
}
