/**
 * Takes the dressing off an answer: spacing, fonts, delimiters, Unicode twins and LaTeX synonyms.
 * What is left means the same and has one spelling. Currency signs stay, as they are units.
 */
import { partOf } from './number-words.ts';

const TWINS: readonly (readonly [RegExp, string])[] = [
  [/[−–—‐‑‒﹣－]/g, '-'],
  [/[×⋅·∙∗]|\\(?:cdot|times|ast)(?![a-zA-Z])/g, '*'],
  [/[÷∕⁄]|\\div(?![a-zA-Z])/g, '/'],
  [/π|\\pi(?![a-zA-Z])/g, ' pi '],
  [/√\s*(\d+(?:\.\d+)?)/g, '\\sqrt{$1}'],
  [/∛\s*(\d+(?:\.\d+)?)/g, '\\sqrt[3]{$1}'],
  [/√/g, '\\sqrt '],
  [/∛/g, '\\sqrt[3] '],
  [/\\sqrt\s+(\d{2,})/g, '\\sqrt{$1}'],
  [/(?<=\d)\s*[xX]\s*(?=10\s*\^)/g, '*'],
  [/∞|\\infty(?![a-zA-Z])|\binfty\b|(?<![a-zA-Z])(?:inf|oo)(?![a-zA-Z])/g, ' infinity '],
  [/±|\+\/-|\\pm(?![a-zA-Z])/g, '±'],
  [/\\lg(?![a-zA-Z])/g, '\\log'],
  [/≡|\\equiv(?![a-zA-Z])/g, '='],
  [/∓|\\mp(?![a-zA-Z])/g, '∓'],
  [/≤|=<|\\leq?(?:slant|q)?(?![a-zA-Z])/g, '<='],
  [/≥|\\geq?(?:slant|q)?(?![a-zA-Z])/g, '>='],
  // `5!=120` is a factorial, `x != 5` is none.
  [/=\/=|<>|\\not\s*=|(?<!\d)!=|\\neq?(?![a-zA-Z])/g, '≠'],
  [/\\lt(?![a-zA-Z])/g, '<'],
  [/\\gt(?![a-zA-Z])/g, '>'],
  [/\\cup(?![a-zA-Z])/g, '∪'],
  [/\\in(?![a-zA-Z])/g, '∈'],
  [/\\setminus(?![a-zA-Z])|\\backslash(?![a-zA-Z])/g, '∖'],
  [/\\emptyset(?![a-zA-Z])|\\varnothing(?![a-zA-Z])|\\\{\s*\\\}/g, '∅'],
  [/\\R(?![a-zA-Z])|\\mathbb\s*(?:\{\s*R\s*\}|R(?![a-zA-Z]))/g, 'ℝ'],
  [/º|\^\s*(?:\\circ|\{\s*\\circ\s*\})|\\degree(?![a-zA-Z])/g, '°'],
  [/\\(?:l|r)?vert(?![a-zA-Z])|\\mid(?![a-zA-Z])/gi, '|'],
  // A vector in angle brackets, and none of `1 < x, x > 0`.
  [/^<([^<>]*,[^<>]*)>$/g, '($1)'],
  [/[⟨〈]|\\langle(?![a-zA-Z])/g, '('],
  [/[⟩〉]|\\rangle(?![a-zA-Z])/g, ')'],
  [/\\lbrace(?![a-zA-Z])/g, '\\{'],
  [/\\rbrace(?![a-zA-Z])/g, '\\}'],
  [/\\colon(?![a-zA-Z])/g, ':'],
  [/\\(?:land|wedge)(?![a-zA-Z])/g, ' and '],
  [/\\(?:lor|vee)(?![a-zA-Z])/g, ' or '],
  [/≈|\\approx(?![a-zA-Z])|\\simeq(?![a-zA-Z])/g, '≈'],
  [/\\(?:dots|ldots|cdots)(?![a-zA-Z])|\.{3,}/g, '…'],
  [/\*\*/g, '^'],
];

/** What some of them begin with or hold. Most answers have nothing of it, and forty searches take a while. */
const MAY_HAVE_TWINS = /[^ -~]|[\\<>=!*]|oo|inf|\+\/-|\.\.\.|x\s*10/i;

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  [...'αβγδεζηθικλμνξρστφχψω'].map((letter, at) => [
    letter,
    ` \\${'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau phi chi psi omega'.split(' ')[at] ?? ''} `,
  ]),
);

const FONT =
  /\\(?:text(?:bf|it|rm|normal|tt|sf|up)?|math(?:rm|bf|it|sf|tt|cal|bb|normal)|mbox|hbox|boldsymbol|bm|operatorname\*?)\s*\{([^{}]*)\}/g;

export function clean(raw: string): string {
  let text = raw
    .normalize('NFC')
    .trim()
    .replace(
      /(\d?)\s*([¼-¾⅐-⅞])/g,
      (_all, digit: string, part: string) =>
        `${digit}${digit === '' ? '' : ' '}${part.normalize('NFKD').replace('⁄', '/')}`,
    )
    .replace(/^(?:\*\*|__|`)(.*?)(?:\*\*|__|`)$/s, '$1');
  // A doubled backslash before a command comes from escaping twice; in a matrix it ends a row.
  if (!text.includes('\\begin')) text = text.replace(/\\\\(?=[a-zA-Z])/g, '\\');
  else text = text.replace(/\\\\\s*\[\s*[\d.]+\s*(?:pt|em|ex|mm|cm)\s*\]/g, '\\\\');
  text = joinDigits(text);
  text = withoutDelimiters(text)
    .replace(/\\(?:left|right|[bB]igg?[lr]?|displaystyle|textstyle|limits)(?![a-zA-Z])\.?/g, '')
    .replace(/\\!/g, '')
    .replace(/(?<!\\)\\[,;:> ]|\\q?quad(?![a-zA-Z])|~|\u00a0|\u202f|\u2009/g, ' ')
    .replace(/\\[dtc]frac(?![a-zA-Z])/g, '\\frac')
    .replace(/\{([^{}]*)\\over(?![a-zA-Z])([^{}]*)\}/g, '\\frac{$1}{$2}')
    .replace(/\{([^{}]*)\\choose(?![a-zA-Z])([^{}]*)\}/g, '\\binom{$1}{$2}')
    .replace(/\\%/g, '%');
  if (MAY_HAVE_TWINS.test(text)) {
    for (const [twin, plain] of TWINS) text = text.replace(twin, plain);
    text = text.replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter);
  }
  for (let level = 0; level < 6 && text.includes('\\'); level++) text = text.replace(FONT, ' $1 ');
  return spellPowers(spellRepeats(spellScripts(withoutEstimate(text))))
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_`"']+(?=\S)/, '')
    .replace(
      /^(?:about|approximately|approx\.?|roughly|around|exactly|nearly|almost)\s+(?=[\d$\\-])/i,
      '',
    )
    .replace(/^(?:negative|minus)\s+(?=[\d\\])/i, '-')
    .replace(/^(?:option|choice|answer)\s+(?=\(?[A-J]\b)/i, '')
    .replace(/(?:[\s.,;:*_`"]|\\+(?=\s*$))+$/, '')
    .trim();
}

/** `10,\!080` and `1{,}000` in one; a comma in braces before any other count of digits is a point. */
const joinDigits = (text: string): string =>
  text
    .replace(/(\d)(?:\{,\}|,?\s?\\[!,])\s?(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\{,\}(?=\d)/g, '$1.')
    .replace(
      /(?<![\d.,])(\d{1,3}(?:\.\d{3})+),(\d+)(?![\d.,])/g,
      (_all, head: string, part: string) => `${head.replaceAll('.', '')}.${part}`,
    )
    .replace(/(\d)['’](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s*\^?\s*\{?\s*(?:\\text\s*\{\s*)?(?:st|nd|rd|th)\s*\}?\s*\}?$/, '$1')
    .replace(
      /(?<![\d.,])(\d{1,3})((?:[ \u00a0\u202f\u2009]\d{3})+)(?![\d,/]|\s\d)/g,
      (_all, head: string, rest: string) => head + rest.replace(/\D/g, ''),
    );

/** Dollar signs in pairs are delimiters of maths; an odd one, or an escaped one, is money. */
function withoutDelimiters(text: string): string {
  const bare = text.replace(/(?<!\\)\\[()[\]]/g, '');
  const signs = bare.match(/(?<!\\)\$/g)?.length ?? 0;
  const isMoney = signs % 2 === 1 || /(?<!\\)\$\s*\d[^$]*$/.test(bare);
  const kept = isMoney ? bare : bare.replace(/(?<!\\)\$/g, '');
  return kept.replace(/\\\$/g, '$');
}

/** What is said to be about the exact value before it; of a letter it is the value. */
const withoutEstimate = (text: string): string =>
  /^\s*[a-zA-Z]\s*≈/.test(text)
    ? text.replace('≈', '=')
    : text.replace(/^\s*≈/, '').replace(/^(.*\S.*?)\s*≈.*$/s, '$1');

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Raised and lowered digits as powers and indices. */
const spellScripts = (text: string): string =>
  text
    .replace(
      /[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+/g,
      (run) => `^{${[...run].map((sign) => '0123456789+-n'[RAISED.indexOf(sign)] ?? '').join('')}}`,
    )
    .replace(
      /[₀-₉]+/g,
      (run) => `_{${[...run].map((sign) => String(LOWERED.indexOf(sign))).join('')}}`,
    );

/** `0.333…` and `0.\bar{3}` repeat their last digits for ever. */
const spellRepeats = (text: string): string =>
  text
    .replace(/\\(?:bar|dot)(?=\s*\{\d+\}|\s*\d)/g, '\\overline')
    .replace(/(\.\d*?)(\d)\2{2,}\s*…/g, '$1\\overline{$2}')
    .replace(/(\.\d*?)(\d{2,6})\2\2*\s*…/g, '$1\\overline{$2}');

const POWERS: Readonly<Record<string, string>> = {
  dozen: '12',
  hundred: '100',
  thousand: '1000',
  million: '10^6',
  billion: '10^9',
  trillion: '10^12',
};

/** `2.5 million` as a product. */
const spellPowers = (text: string): string => (/\d\s*[a-z]{4}/i.test(text) ? spellAll(text) : text);

const spellAll = (text: string): string =>
  text
    .replace(
      /(\d)\s*(dozen|hundred|thousand|million|billion|trillion)s?\b(?:\s*(thousand|million|billion|trillion)s?\b)?/gi,
      (_whole, digit: string, ...words: string[]) =>
        [digit, ...words.slice(0, 2).flatMap((word: string | undefined) => POWERS[word?.toLowerCase() ?? ''] ?? [])].join('*'),
    )
    .replace(/(\d)\s+([a-z]+)\b/gi, (whole, digit: string, word: string) => {
      const part = partOf(word.toLowerCase());
      return part === null ? whole : `${digit}/${part}`;
    })
    .replace(/(\d)\s+squared\b/gi, '$1^2')
    .replace(/(\d)\s+cubed\b/gi, '$1^3')
    .replace(/(\d)\s+factorial\b/gi, '$1!');

/** Digits grouped by threes lose their commas: `1,234,567`; `1,2` and `12,34` are lists. */
export const joinThousands = (text: string): string =>
  text.replace(/(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!\d|,\d)/g, (digits) =>
    digits.replaceAll(',', ''),
  );
