/**
 * A statement as tokens: numbers, words, signs. Markdown, LaTeX and typographic signs are put aside
 * first, so that `$\frac{408}{12} = 34$`, `408 ÷ 12 = 34` and `408 / 12 = **34**` give the same ones;
 * sums in words (spoken.ts) become sums in signs.
 */
import { signsForWords } from './spoken.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: number; /** Digits behind the point. */ readonly places: number }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: '+' | '-' | '*' | '/' | '^' }
  | { readonly kind: 'equals' | 'open' | 'close' | 'other' };

/** Characters of one statement that are read. */
const MOST = 1_200;

const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\\[dt]?frac\s*\{([^{}]{1,60})\}\s*\{([^{}]{1,60})\}/g, ' ($1 / $2) '],
  [/\\(?:text|textbf|textit|mathrm|mathbf|mathit|operatorname|boxed|fbox)\s*\{([^{}]{0,200})\}/g, ' $1 '],
  [/\\(?:times|cdot|ast)\b|[×·⋅∙∗✕]/g, ' * '],
  [/\\div\b|[÷∕]/g, ' / '],
  [/[−‒–]/g, '-'],
  [/\\(?:approx|simeq|equiv)\b|[≈≃≡]/g, ' = '],
  [/\\(?:left|right|quad|qquad|displaystyle|,|;|!|:|\s)/g, ' '],
  [/\\[()[\]]/g, ' '],
  [/\\?%/g, ' percent '],
  [/\\([$#&])/g, '$1'],
  [/\{,\}/g, ','],
  [/[{}$`_~]|\*\*|&/g, ' '],
  [/(\d),(?=\d{3}(?!\d))/g, '$1'],
  [/(\d)\s*x\s*(?=\d)/g, '$1 * '],
];

const TOKEN =
  /(\d+(?:\.\d+)?|\.\d+)|(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?)|([-+*/^])|(=)|(\()|(\))|[^\s]/gu;

export function tokensOf(statement: string): Token[] {
  let text = statement.slice(0, MOST);
  for (const [pattern, by] of REWRITES) text = text.replace(pattern, by);
  return Array.from(signsForWords(text).matchAll(TOKEN), ([, number, word, sign, equals, open, close]): Token => {
    if (number !== undefined) return { kind: 'number', ...numberOf(number) };
    if (word !== undefined) return { kind: 'word', text: word.toLowerCase().replace('’', "'") };
    if (sign !== undefined) return { kind: 'sign', text: sign as '+' };
    if (equals !== undefined) return { kind: 'equals' };
    if (open !== undefined) return { kind: 'open' };
    return { kind: close === undefined ? 'other' : 'close' };
  });
}

const numberOf = (text: string): { readonly value: number; readonly places: number } => ({
  value: Number(text),
  places: text.includes('.') ? text.length - text.indexOf('.') - 1 : 0,
});
