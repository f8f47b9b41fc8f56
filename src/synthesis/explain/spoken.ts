/** Sums in English words as sums in signs: `Dividing 408 caps by 12` as `408 / 12`. */

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;

/** Words that may stand behind a number as its unit. */
const UNITS = String.raw`(?:\s+[a-z]+){0,2}?`;

const form = (pattern: string): RegExp => new RegExp(String.raw`\b${pattern}`, 'gi');

const FORMS: readonly (readonly [RegExp, string])[] = [
  [form(`divid(?:e|es|ed|ing)\\s+${NUMBER}${UNITS}\\s+by\\s+${NUMBER}`), '$1 / $2'],
  [form(`multipl(?:y|ies|ied|ying)\\s+${NUMBER}${UNITS}\\s+(?:by|with)\\s+${NUMBER}`), '$1 * $2'],
  [form(`add(?:s|ed|ing)?\\s+${NUMBER}${UNITS}\\s+(?:to|and)\\s+${NUMBER}`), '$2 + $1'],
  [form(`subtract(?:s|ed|ing)?\\s+${NUMBER}${UNITS}\\s+from\\s+${NUMBER}`), '$2 - $1'],
  [/(?<=\d\s*)\bdivided\s+by(?=\s+\d)/gi, '/'],
  [/(?<=\d\s*)\b(?:times|multiplied\s+by)(?=\s+\d)/gi, '*'],
  [/(?<=\d\s*)\bplus(?=\s+\d)/gi, '+'],
  [/(?<=\d\s*)\bminus(?=\s+\d)/gi, '-'],
  [/,?\s(?:which|that|this)\s+(?:is|equals|gives|makes)(?=\s+-?\d)/gi, ' ='],
];

/** A text without such a sum comes back as it is. */
export const signsForWords = (text: string): string =>
  FORMS.reduce((whole, [words, signs]) => whole.replace(words, signs), text);
