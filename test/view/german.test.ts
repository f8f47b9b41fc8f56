import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '..', '..', 'src', 'view', 'text');

/** What German says as English does: names, abbreviations, loans, and signs. */
const SAME = new Set([
  'CaT Lab', 'Compute as Teacher', 'CPU', 'GPU', 'Name', 'Threads', 'Prompts', 'Top-p', 'Top-k', 'A', 'B', 'G',
  'GSM8K', 'MATH-500', 'HealthBench', '–', '', 'http://localhost:8080/v1', 'https://…/questions.jsonl',
  '{"question": "…", "answer": "…"}', 'Server',
]);

/** Functions that are the same in every language: they put names and numbers together, without a word. */
const WORDLESS = /^\(?[^)]*\)? => [^'`]*$|^[^`']*`[^A-Za-z]*`$/;

type Words = Readonly<Record<string, unknown>>;

const names = await readdir(folder);
const english = names.filter((name) => /^en(-[a-z-]+)?\.ts$/.test(name));

async function words(name: string): Promise<Words> {
  return (await import(path.join(folder, name))) as Words;
}

/** Templates lose what varies: `${n} of ${all}` is ` of `. */
const wordsOf = (text: string): string => text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '');

/** What is said the same in both, by its place. */
function alike(one: unknown, other: unknown, at: string): string[] {
  if (typeof one === 'string') return one === other && !SAME.has(one) ? [`${at}: ${one}`] : [];
  if (typeof one === 'function') {
    const [a, b] = [one, other].map(String);
    if (a !== b || a === undefined) return [];
    // The words in it are in its quotes; a word has two letters that follow each other.
    const quoted = [...a.matchAll(/`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'/g)].map(([text]) => wordsOf(text));
    const said = quoted.filter((text) => /[a-zäöüß]{2}/i.test(text) && !/^'(?:[a-z-]+)'$/.test(text));
    return said.length > 0 && !WORDLESS.test(a) ? [`${at}: ${said.join(' ')}`] : [];
  }
  if (typeof one !== 'object' || one === null) return [];
  return Object.entries(one).flatMap(([key, value]) =>
    alike(value, (other as Words | undefined)?.[key], `${at}.${key}`),
  );
}

/** The shape of words: which keys hold text, and which hold what makes text. */
function shape(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

describe('German', () => {
  test('has a file beside each of the English ones', () => {
    expect(english.length).toBeGreaterThan(15);
    const missing = english.filter((name) => !names.includes(name.replace(/^en/, 'de')));
    expect(missing).toEqual([]);
  });

  test.each(english)('says everything that %s says, in words of its own', async (name) => {
    const one = await words(name);
    const other = await words(name.replace(/^en/, 'de'));
    const found = Object.keys(one).flatMap((part) => {
      const german = other[part === 'en' ? 'de' : part];
      expect(shape(german), part).toEqual(shape(one[part]));
      return alike(one[part], german, part);
    });
    expect(found).toEqual([]);
  });

  test('comes whole, with every part that the page takes', async () => {
    const { german } = await import('../../src/view/text/german.ts');
    const parts = names.filter((name) => !/^(en|de)[.-]/.test(name));
    const taken = await Promise.all(
      parts.map(async (name) => {
        const text = await import(`${path.join(folder, name)}?raw`) as { default: string };
        return [...text.default.matchAll(/wordsOf\('([a-z-]+)'/g)].map(([, part]) => part);
      }),
    );
    expect(Object.keys(german).sort()).toEqual(taken.flat().sort());
  });
});
