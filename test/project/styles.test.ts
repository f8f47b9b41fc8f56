import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const view = path.join(import.meta.dirname, '..', '..', 'src', 'view');
const names = (await readdir(view, { recursive: true })).filter((name) => /\.(ts|css)$/.test(name)).sort();

/** Lines of a style sheet that match, by file. */
async function lines(pattern: RegExp, except: RegExp): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(view, name), 'utf8');
      const wrong = text.split('\n').filter((line) => pattern.test(line) && !except.test(line));
      return wrong.map((line) => `${name.replaceAll('\\', '/')}: ${line.trim()}`);
    }),
  );
  return found.flat();
}

describe('the styles', () => {
  test('take sizes of text from the one scale, or from what stands around', async () => {
    // Drawings are laid out in pixels, their words with them; the root's size is the reader's.
    const except = /var\(--text-|inherit|\d(em|%);|^ {4}font-size: (12|28)px;$/;
    expect(await lines(/^\s*font-size:/, except)).toEqual([]);
  });

  test('say where lines begin and end, not left and right, so that they can run the other way', async () => {
    const side = '(margin|padding|border|scroll-padding|scroll-margin)-(left|right)(-[a-z]+)?|left|right|float';
    const physical = new RegExp(`^\\s*(${side}|text-align(?=: (left|right))|border-(top|bottom)-(left|right)-radius): .*;$`);
    // A place that was measured from the left, and columns of a formula, are no matter of language.
    expect(await lines(physical, /left: var\(--shift|^ {4}text-align: (left|right);$/)).toEqual([]);
  });
});
