/** Answers that nothing marks: a text that is a formula, or the last formula or number of one. */
import type { Answer } from './answer.ts';
import { FUNCTION_NAMES } from './node.ts';
import { parseAnswer } from './parse-answer.ts';

/** A sign counts where no number stands before it; grouped digits and fractions stay whole. */
const NUMBER =
  /(?<![\w.])(?:(?<![\d)]\s*)[-−])?(?:[$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:\/\d+|\s?(?:×|\\times|\*)\s?10\^\{?[-−]?\d+\}?)?\s?%?|\d*\\[dt]?frac\s?\{[^{}\n]{1,20}\}\s?\{[^{}\n]{1,20}\})/g;

/** Formulas between dollars, or LaTeX brackets; what money parts is none. */
const FORMULA =
  /\$\$([^$]+)\$\$|(?<![\\\w$])\$(?!\s)([^$\n]{1,400}?)(?<![\s\\])\$(?!\d)|\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]/gs;

export function lastFormulaOrNumber(text: string): string | null {
  const number = [...text.matchAll(NUMBER)].at(-1);
  const formula = [...text.matchAll(FORMULA)].at(-1);
  if (formula === undefined) return number?.[0] ?? null;
  const content = formula[1] ?? formula[2] ?? formula[3] ?? formula[4] ?? '';
  const isBehind = (number?.index ?? -1) >= formula.index + formula[0].length;
  if (isBehind || !isReadable(parseAnswer(content, { literal: false }))) return number?.[0] ?? null;
  return content;
}

const LONGEST_FORMULA = 200;

/** A line that is one formula, list or letter to choose; a plain number is left to the last rule. */
export function bareFormula(text: string): string | null {
  const line = text.trim();
  if (line.length > LONGEST_FORMULA || line.includes('\n')) return null;
  if (/^\(?[A-J]\)?\.?$/.test(line)) return line;
  if (!/\d|\\|[=^√π]/.test(line) || !/[a-zA-Z\\,:()[\]{}<>≤≥π√±]/.test(line)) return null;
  if (holdsWords(line)) return null;
  const answer = parseAnswer(line, { literal: false });
  if (!isReadable(answer) || (answer.kind === 'expression' && answer.unit !== null)) return null;
  return answer.kind === 'expression' && answer.node.kind === 'number' ? null : line;
}

/** Words that are no commands, functions or joints of a list. */
function holdsWords(line: string): boolean {
  const words = line.replace(/\\[a-zA-Z]+/g, ' ').match(/[a-zA-Z]{3,}/g) ?? [];
  const known: readonly string[] = FUNCTION_NAMES;
  return words.some(
    (word) => !known.includes(word.toLowerCase()) && !/^(?:and|frac|infinity)$/.test(word),
  );
}

/** Whether every part is understood, none of it as words. */
function isReadable(answer: Answer): boolean {
  switch (answer.kind) {
    case 'sequence':
      return answer.items.every(isReadable);
    case 'matrix':
      return answer.rows.every((row) => row.every(isReadable));
    case 'expression':
    case 'relation':
    case 'ratio':
    case 'region':
      return true;
    case 'choice':
    case 'words':
    case 'nan':
    case 'opaque':
      return false;
    default:
      return answer satisfies never;
  }
}
