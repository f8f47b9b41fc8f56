import axe from 'axe-core';
import fc from 'fast-check';
import { html, render } from 'lit';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { exact } from '../../../src/view/markdown/exact.ts';
import { prose, type ProseOptions } from '../../../src/view/markdown/prose.ts';
import { hostile, RAN } from '../../kit/hostile.ts';
import { unlisted } from '../../kit/listed.ts';

const host = document.createElement('div');
beforeAll(async () => {
  document.body.append(host);
  // What comes with the first markup and the first formula is there from then on.
  show('$x$ **y**');
  await vi.waitFor(() => expect(host.querySelector('math')).not.toBeNull(), 30_000);
});
afterEach(() => {
  exact.set(false);
  render(html``, host);
});

const show = (text: string, options: ProseOptions = {}): void => {
  render(html`<div class="text">${prose(text, options)}</div>`, host);
};
const shown = (): string => host.querySelector('.text')?.textContent ?? '';
const all = (selector: string): string[] =>
  [...host.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

describe('a text with markup', () => {
  test('is drawn with its headings, lists, code, tables and emphasis', () => {
    show('# Title\n\n1. **one**\n2. *two*\n\n```py\nx = 1\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n> quoted');
    expect(all('.title')).toEqual(['Title']);
    expect(all('li .marker')).toEqual(['1. ', '2. ']);
    expect(all('strong, em')).toEqual(['one', 'two']);
    expect(all('pre code')).toEqual(['x = 1']);
    expect(all('th, td')).toEqual(['a', 'b', '1', '2']);
    expect(all('blockquote')).toEqual(['quoted']);
  });

  test('has its formulas as MathML that the browser lays out', () => {
    show('so $\\frac{a}{b}$ and \\[\\sum_{i=1}^n i^2 \\in \\mathbb{R}\\] end');
    expect(host.querySelectorAll('math')).toHaveLength(2);
    expect(host.querySelector('math[display=block]')).not.toBeNull();
    expect(all('math').at(1)).toContain('ℝ');
    const [fraction] = host.getElementsByTagName('mfrac');
    const [above, below] = [...(fraction?.children ?? [])].map((part) => part.getBoundingClientRect());
    expect(below!.top).toBeGreaterThan(above!.top + above!.height / 2);
    expect(shown()).not.toContain('\\frac');
  });

  test('shows a formula that cannot be read as it was written', () => {
    for (const text of ['$\\frac{$', '$\\nosuchcommand{x}$', '$\\def\\a{b}\\a$', '$}{$']) {
      show(`so ${text} end`);
      expect(shown()).toBe(`so ${text} end`);
    }
  });

  test('has nothing that axe would change', async () => {
    show('# Title\n\n1. **one** $x^2$\n\n$$\\frac{a}{b}$$\n\n```py\nx\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n> [q](https://a.example)');
    const { violations } = await axe.run(host, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  });

  test('has no blocks within a line', () => {
    show('# not a title\n- **bold** $x^2$', { line: true });
    expect(all('p, ul, .title')).toEqual([]);
    expect(all('strong')).toEqual(['bold']);
  });

  test('marks the line that is quoted, also within a list and around a formula', () => {
    const text = '- **one** two\n- three $x^2$ four';
    const start = text.indexOf('three');
    show(text, { mark: { start, end: text.length, kind: 'supports' } });
    expect(all('mark.supports').join('')).toContain('three ');
    expect(all('mark.supports').join('')).not.toContain('two');
    expect(host.querySelector('mark math')).not.toBeNull();
  });

  test('shows links and pictures as words with their address', () => {
    show('see [this](https://a.example/x) and ![that](https://a.example/y.png)');
    expect(shown()).toBe('see this (https://a.example/x) and that (https://a.example/y.png)');
    expect(host.querySelector('a, img')).toBeNull();
  });

  test('names signs that turn or hide what is read', () => {
    show('The answer is \u202E24\u202C.');
    expect(shown()).toBe('The answer is U+202E24U+202C.');
    show(`a ${String.fromCodePoint(0xe0041)} b`);
    expect(shown()).toBe('a U+E0041 b');
  });

  test('stands sign by sign where the exact text is wanted', () => {
    const text = '**bold** $x^2$ `code`';
    show(text);
    expect(shown()).not.toBe(text);
    exact.set(true);
    expect(shown()).toBe(text);
    exact.set(false);
    expect(all('strong')).toEqual(['bold']);
  });

  test('reads well at every point of its streaming, and keeps the formulas that it has', () => {
    const text = 'First **bold** and $x^2$.\n\n```py\nprint(1)\n```\nThen \\[\\frac12\\] and `end`.';
    let first: Element | null = null;
    for (let end = 1; end <= text.length; end++) {
      show(text.slice(0, end));
      expect(unlisted(host)).toEqual([]);
      const formula = host.querySelector('math');
      if (first !== null) expect(formula).toBe(first);
      first = formula;
    }
    expect(all('pre code')).toEqual(['print(1)']);
    expect(host.querySelectorAll('math')).toHaveLength(2);
  });
});

describe('a text without markup', () => {
  test('stays one text, sign by sign', () => {
    const text = '1. 3 * 4 = 12\n2. It costs $5 or $6.\nThe answer is 12.';
    show(text);
    expect(shown()).toBe(text);
    expect(host.querySelector('.text')?.children).toHaveLength(0);
  });
});

describe('a hostile text', () => {
  test.each(hostile.map((text, at) => [at, text] as const))(
    'number %i runs nothing, and brings no element or attribute that is not on the list',
    (_at, text) => {
      show(text);
      expect(unlisted(host)).toEqual([]);
      show(text, { line: true });
      expect(unlisted(host)).toEqual([]);
      expect(Object.hasOwn(globalThis, RAN)).toBe(false);
    },
  );

  test('in any mixture brings none either, and shows every plain word', () => {
    const words = fc.array(fc.constantFrom('apples', 'pears', 'seven', '42'), { minLength: 1, maxLength: 5 });
    const pieces = fc.array(fc.constantFrom(...hostile.filter(({ length }) => length < 300)), { maxLength: 3 });
    fc.assert(
      fc.property(words, pieces, (plain, bad) => {
        show(`${plain.join(' ')}\n\n${bad.join('\n\n')}\n\n${plain.join(' ')}`);
        expect(unlisted(host)).toEqual([]);
        expect(shown().startsWith(plain.join(' '))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('of a megabyte stays plain text', () => {
    const text = '**a** $x$ '.repeat(100_000);
    show(text);
    expect(host.querySelector('.text')?.children).toHaveLength(0);
    expect(shown()).toBe(text);
  });
});
