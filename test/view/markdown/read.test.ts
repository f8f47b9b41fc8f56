import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMarkup } from '../../../src/view/markdown/prose.ts';
import { linesOf } from '../../../src/view/markdown/source.ts';
import { parseInline } from '../../../src/view/markdown/inline.ts';
import type { Block, Inline } from '../../../src/view/markdown/tree.ts';
import { read, shown } from './words.ts';

const kinds = (text: string): string[] => read(text).map(({ kind }) => kind);
const inline = (text: string): readonly Inline[] => parseInline(linesOf(text));
const maths = (text: string): string[] =>
  inline(text).flatMap((part) => (part.kind === 'maths' ? [part.tex] : []));
const plain = (text: string): boolean => inline(text).every(({ kind }) => kind === 'text');

describe('what is read in a text', () => {
  test('headings, lists, code, quotes, tables, rules and displayed maths, each with its words', () => {
    const text = [
      ...['# A title', 'One line', 'and another', '', '- a dash', '- **bold**', '', '```python', 'x = 1', '```'],
      ...['> quoted', '', '| a | b |', '|---|:-:|', '| 1 | 2 |', '', '---', '$$', 'x^2', '$$', '1. first', '2. second'],
    ].join('\n');
    expect(kinds(text)).toEqual([
      ...['heading', 'paragraph', 'list', 'code', 'quote', 'table', 'rule', 'maths', 'list'],
    ]);
    for (const word of ['title', 'another', 'dash', 'bold', 'python', 'x = 1', 'quoted', 'x^2', '1.', 'second']) {
      expect(shown(read(text))).toContain(word);
    }
  });

  test('emphasis, code, strokes and links, whose address is words', () => {
    expect(inline('**a** *b* __c__ _d_ ~~e~~ `f` ***g***').map(({ kind }) => kind).filter((kind) => kind !== 'text')).toEqual(
      ['strong', 'em', 'strong', 'em', 'del', 'code', 'strong'],
    );
    expect(inline('see [this](https://a.example/x) and ![that](data:image/png;base64,AA)')).toMatchObject([
      { text: 'see ' }, { text: 'this' }, { kind: 'address', text: 'https://a.example/x' },
      { text: ' and ' }, { text: 'that' }, { kind: 'address', text: 'data:image/png;base64,AA' },
    ]);
  });

  test('maths in all the ways that models write it, and no money', () => {
    expect(maths('so $x^2$, \\(y_1\\) and $$z$$ make \\[w\\]')).toEqual(['x^2', 'y_1', 'z', 'w']);
    expect(maths('The answer is \\boxed{\\frac{1}{2}}.')).toEqual(['\\boxed{\\frac{1}{2}}']);
    for (const money of ['from $5 to $6', 'It costs $5.', '$5-$6', 'a \\$5 note and a \\$6 one', '$ 5 $']) {
      expect(maths(money), money).toEqual([]);
    }
  });

  test('no emphasis in products and names', () => {
    for (const text of ['3*4*5 = 60', 'snake_case_name', '2 * 3 * 4', 'a ** b', '*', '**', '***', '~', '____']) {
      expect(plain(text), text).toBe(true);
    }
  });

  test('what is not closed yet as text, and code to the end', () => {
    for (const half of ['so $x^', 'so \\(x', '**bol', '`cod', '[a](http', '\\boxed{4', '$$\nx', '\\[\nx']) {
      expect(shown(read(half)).replaceAll(/\s/g, ''), half).toBe(half.replaceAll(/\s/g, ''));
    }
    expect(read('```js\nlet x')).toMatchObject([{ kind: 'code', language: 'js', lines: [{ text: 'let x' }] }]);
  });

  test('HTML and entities as the text that they are', () => {
    for (const text of ['<script>x</script>', '<img src=x onerror=y>', '&lt;b&gt;', '<svg/onload=x>', '<https://a.b>']) {
      expect(shown(read(text))).toBe(text);
    }
  });

  test('where each leaf stands in the text', () => {
    const text = '> 1. **one** two\n>    three `four`\n\n- $x$ end';
    const leaves: { at: number; text: string }[] = [];
    const gather = (parts: readonly Inline[]): void => {
      for (const part of parts) {
        if ('parts' in part) gather(part.parts);
        else leaves.push({ at: part.at, text: part.kind === 'maths' ? part.source : part.text });
      }
    };
    const walk = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        if (block.kind === 'paragraph') gather(block.parts);
        if (block.kind === 'quote') walk(block.blocks);
        if (block.kind === 'list') block.items.forEach((item) => walk(item.blocks));
      }
    };
    walk(read(text));
    expect(leaves.length).toBeGreaterThanOrEqual(6);
    for (const leaf of leaves) expect(text.slice(leaf.at, leaf.at + leaf.text.length)).toBe(leaf.text);
  });
});

describe('a text that only looks like one with markup', () => {
  test('is left as it is: a story with sums, numbered steps and prices', () => {
    const text = '1. Tom has 3 * 4 = 12 apples.\n2. 12 - 5 = 7 for $5 and $6.\nThe answer is 7.';
    expect(hasMarkup(text)).toBe(false);
    for (const marked of ['**a**', '$x$', '`a`', '# a', '- a', '> a', '\\(a\\)', '|a|\n|-|', '\u202Eabc']) {
      expect(hasMarkup(marked), marked).toBe(true);
    }
  });
});

describe('any text', () => {
  /** Signs that mean something, and a few that do not. */
  const signs = fc.constantFrom(
    ...['*', '**', '_', '`', '```', '~~', '$', '$$', '\\', '\\(', '\\)', '\\[', '\\]', '[', '](', ')', '!', '|'],
    ...['|-|', '\n', '\n\n', '> ', '- ', '1. ', '# ', '   ', ' ', '\\boxed{', '}', '<b>', '&', 'word', '42', 'π'],
  );
  const texts = fc.array(signs, { maxLength: 60 }).map((all) => all.join(''));
  /** Two that markup alone parts stand together without it. */
  const words = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('');

  test('shows every word that it has, in their order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(words(shown(read(text)))).toEqual(words(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('is read the same, however far it has come, up to its last line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = read(text);
        expect(read(text)).toEqual(whole);
        for (let end = 0; end < text.length; end += 7) read(text.slice(0, end));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile text', () => {
  const LENGTH = 64_000;
  const many = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

  test.each([
    ...['*', '_', '`', '$', '$$', '[', '](', '![', '\\(', '\\[', '\\[\n', '> ', '>', '- ', '1. ', '  - ', '|', '|-', '~~'],
    ...['*a ', '**a ', '_a ', '`a', '``a`', '$a ', '[a](', '\\boxed{', '#', '# ', '```\n', '~~~\n', '\n', ' ', '<', '&'],
    ...['|a\n|-\n', '- \n', '-\n\n', '> - ', '$$\n', '* a\n', '*a**b***c', '\\', '\u202E', 'a', '\\boxed{}', '[a](b', '***'],
  ])('of %j over and over is read in steps that grow with its length alone', (piece) => {
    // Counted in signs looked at, not in time.
    const steps = (length: number): number => countReads(many(piece).slice(0, length));
    const [small, large] = [steps(LENGTH / 8), steps(LENGTH)];
    expect(large).toBeLessThan(Math.max(small, 1_000) * 8 * 3);
  });

  test('nests only as deep as somebody reads', () => {
    const depth = (blocks: readonly Block[]): number =>
      1 + Math.max(0, ...blocks.map((block) => {
        if (block.kind === 'quote') return depth(block.blocks);
        return block.kind === 'list' ? Math.max(...block.items.map((item) => depth(item.blocks))) : 0;
      }));
    expect(depth(read(many('> ')))).toBeLessThan(10);
    expect(depth(read(many('- ')))).toBeLessThan(10);
    const inner = (part: Inline): number => ('parts' in part ? 1 + Math.max(0, ...part.parts.map(inner)) : 0);
    const deep = `${'**a *b '.repeat(100)}${'b* a** '.repeat(100)}`;
    expect(Math.max(...inline(deep).map(inner))).toBeLessThan(12);
  });
});

/** How many signs of a text its reading looks at, by the calls that look. */
function countReads(text: string): number {
  let looked = 0;
  const charAt = String.prototype.charAt;
  const indexOf = String.prototype.indexOf;
  const slice = String.prototype.slice;
  String.prototype.charAt = function (this: string, at) {
    looked += 1;
    return charAt.call(this, at);
  };
  String.prototype.indexOf = function (this: string, wanted, from = 0) {
    const found = indexOf.call(this, wanted, from);
    looked += (found < 0 ? this.length : found) - Math.min(from, this.length) + 1;
    return found;
  };
  String.prototype.slice = function (this: string, from, to) {
    const part = slice.call(this, from, to);
    looked += 1 + part.length / 16;
    return part;
  };
  try {
    read(text);
  } finally {
    Object.assign(String.prototype, { charAt, indexOf, slice });
  }
  return looked;
}
