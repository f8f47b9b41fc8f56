/**
 * A drawing as a file of its own: colours and fonts resolved as they stand on the page, title and
 * caption inside, so that it says in a paper or on a slide what it says here.
 */
import type { Chart } from './chart.ts';

/** What the drawings set by style sheets, which a file of its own has not; all but the last inherited. */
const RESOLVED = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['paint-order', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity'],
];

const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 16;
const LINE = 16;
/** About the width of a letter of 12 pixels. */
const LETTER = 5.9;

export interface Picture {
  readonly text: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The shown drawing with its words. `svg` stands in the document, so that its styles are known. */
export function pictureOf(svg: SVGSVGElement, { title, caption, cautions }: Chart): Picture {
  const inner = resolved(svg);
  const width = Number(svg.getAttribute('width')) + 2 * PADDING;
  const letters = Math.floor((width - 2 * PADDING) / LETTER);
  const lines = [caption, ...cautions].flatMap((text) => wrap(text, letters));
  const top = PADDING + 26;
  const below = top + Number(svg.getAttribute('height')) + 22;
  const height = below + lines.length * LINE + PADDING - LINE / 2;
  const style = getComputedStyle(svg);
  const property = (name: string): string => style.getPropertyValue(name).trim();
  const font = style.fontFamily;
  const outer = make('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font });
  inner.setAttribute('x', String(PADDING));
  inner.setAttribute('y', String(top));
  outer.append(
    make('title', {}, title),
    make('rect', { width, height, fill: property('--sheet') }),
    make('text', { x: PADDING, y: PADDING + 12, fill: property('--ink'), 'font-size': 15, 'font-weight': 650 }, title),
    inner,
    ...lines.map((text, at) =>
      make('text', { x: PADDING, y: below + at * LINE, fill: property('--ink-soft'), 'font-size': 12 }, text),
    ),
  );
  return { text: new XMLSerializer().serializeToString(outer), width, height };
}

/** A copy without what only the page needs. */
function resolved(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  // Room for the pointer: some programs draw what is transparent here in black.
  const unseen: Element[] = [...copy.querySelectorAll('.room')];
  [svg, ...svg.querySelectorAll('*')].forEach((element, at) => {
    const target = copies[at];
    if (target === undefined) return;
    const style = getComputedStyle(element);
    const above = element === svg ? null : getComputedStyle(element.parentElement ?? svg);
    for (const name of RESOLVED) {
      const value = style.getPropertyValue(name);
      const before = name === 'opacity' ? '1' : above?.getPropertyValue(name);
      // What is said above holds here too, unless the drawing itself says otherwise.
      if (value === '' || (value === before && !target.hasAttribute(name))) continue;
      target.setAttribute(name, value.replaceAll('"', "'"));
    }
    for (const name of target.getAttributeNames()) {
      if (/^(data-|tabindex|aria-pressed|class)/.test(name)) target.removeAttribute(name);
    }
    if (target.getAttribute('role') === 'button') target.setAttribute('role', 'img');
  });
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode() !== null) comments.push(walker.currentNode);
  for (const comment of comments) (comment as Comment).remove();
  for (const element of unseen) element.remove();
  return copy;
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') element.setAttribute(key, String(value));
  }
  element.textContent = text;
  return element;
}

/** Lines of at most so many letters, broken between words. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last === undefined || last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

export const svgFile = ({ text }: Picture): Blob =>
  new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: 'image/svg+xml' });

/** Twice as fine as the page; null where the browser cannot draw it. */
export async function pngFile(picture: Picture): Promise<Blob | null> {
  const url = URL.createObjectURL(svgFile(picture));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(picture.width * 2);
    canvas.height = Math.ceil(picture.height * 2);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
