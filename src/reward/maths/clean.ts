/**
 * Takes the dressing off an answer: spacing, fonts, currency, Unicode twins and LaTeX synonyms.
 * What is left means the same and has one spelling.
 */
const TWINS: readonly (readonly [RegExp, string])[] = [
  [/[−–—‐‑‒﹣－]/g, '-'],
  [/[×⋅·∙∗]|\\(?:cdot|times|ast)(?![a-zA-Z])/g, '*'],
  [/[÷∕⁄]|\\div(?![a-zA-Z])/g, '/'],
  [/π|\\pi(?![a-zA-Z])/g, ' pi '],
  [/√/g, '\\sqrt '],
  [/∞|\\infty(?![a-zA-Z])/g, ' infinity '],
  [/±|\\pm(?![a-zA-Z])/g, '±'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/≤|\\leq?(?:slant)?(?![a-zA-Z])/g, '<='],
  [/≥|\\geq?(?:slant)?(?![a-zA-Z])/g, '>='],
  [/≠|=\/=|\\neq?(?![a-zA-Z])/g, '!='],
  [/\\lt(?![a-zA-Z])/g, '<'],
  [/\\gt(?![a-zA-Z])/g, '>'],
  [/∪|\\cup(?![a-zA-Z])/g, '∪'],
  [/\\in(?![a-zA-Z])/g, '∈'],
  [/°|\^\s*(?:\\circ|\{\s*\\circ\s*\})|\\degree(?![a-zA-Z])/g, ' degrees '],
];

const FONT =
  /\\(?:text(?:bf|it|rm|normal|tt|sf|up)?|math(?:rm|bf|it|sf|tt|cal|bb|normal)|mbox|hbox|operatorname\*?)\s*\{([^{}]*)\}/g;

export function clean(raw: string): string {
  let text = raw.normalize('NFC');
  // A doubled backslash before a command comes from escaping twice; in a matrix it ends a row.
  if (!text.includes('\\begin')) text = text.replace(/\\\\(?=[a-zA-Z])/g, '\\');
  text = text
    .replace(/(\d)(?:\{,\}|,?\\[!,])(?=\d{3}(?!\d))/g, '$1,')
    .replace(/\\[()[\]]|\\?\$|[€£¥₹]/g, '')
    .replace(/\\(?:left|right|[bB]igg?[lr]?|displaystyle|textstyle|limits)(?![a-zA-Z])/g, '')
    .replace(/\\!/g, '')
    .replace(/(?<!\\)\\[,;:> ]|\\q?quad(?![a-zA-Z])|~|\u00a0/g, ' ')
    .replace(/\\[dtc]frac(?![a-zA-Z])/g, '\\frac')
    .replace(/\\%/g, '%');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(FONT, ' $1 ');
  }
  for (const [twin, plain] of TWINS) text = text.replace(twin, plain);
  text = text.replace(/^(.*\S.*?)\s*(?:≈|\\approx|\\simeq).*$/s, '$1');
  return spellPowers(text)
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_`"']+(?=\S)/, '')
    .replace(/[\s.,;:*_`"\\]+$/, '')
    .trim();
}

const POWERS: Readonly<Record<string, string>> = {
  dozen: '12',
  hundred: '100',
  thousand: '1000',
  million: '10^6',
  billion: '10^9',
  trillion: '10^12',
};

/** `2.5 million` as a product. */
const spellPowers = (text: string): string =>
  text.replace(
    /(\d)\s*(dozen|hundred|thousand|million|billion|trillion)s?\b/gi,
    (_whole, digit: string, word: string) => `${digit}*${POWERS[word.toLowerCase()] ?? word}`,
  );

/** Digits grouped by threes lose their commas: `1,234,567`; `1,2` and `12,34` are lists. */
export const joinThousands = (text: string): string =>
  text.replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (digits) => digits.replaceAll(',', ''));
