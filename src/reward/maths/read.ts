/**
 * Finds the final answer in a text. The rules in order; the first that finds anything wins, and
 * within a rule the last place in the text does:
 *
 * 1. `boxed`: `\boxed{…}` or `\fbox{…}` with balanced braces and something inside (the paper's rule);
 *    boxes that only a comma, `and` or `or` parts are one list;
 * 2. `hashes`: `#### 18` to the end of its line (GSM8K);
 * 3. `answer-is`: "the answer is …", "Final answer: …", to the end of the sentence (nano's ending);
 * 4. `whole`: a text that is one line and nothing but a formula, list or letter to choose;
 * 5. `bold`: `**…**`, but no heading;
 * 6. `last-number`: the last number of the text, with the formula it stands in where that is marked
 *    by dollars or brackets. A guess, kept apart by its rule.
 *
 * Where a text closes its thinking (`</think>`), only what follows is the answer.
 */
import type { Answer } from './answer.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Reading } from './reading.ts';

const LONGEST = 600;

export function readAnswer(text: string): Reading {
  const spoken = text.split('</think>').at(-1)?.trim() || text;
  return (
    found(lastBox(spoken), 'boxed') ??
    found(lastHashes(spoken), 'hashes') ??
    found(lastAnswerIs(spoken), 'answer-is') ??
    found(bareFormula(spoken), 'whole') ??
    found(lastBold(spoken), 'bold') ??
    found(lastFormulaOrNumber(spoken), 'last-number') ?? { kind: 'absent' }
  );
}

/** A known answer as a whole; one that is written as a solution is read like a solution. */
export function wholeReading(text: string): Reading {
  if (/\\f?boxed|####|\banswer\s*(?:is\b|:)/i.test(text)) return readAnswer(text);
  return found(text, 'whole') ?? { kind: 'absent' };
}

type Rule = Extract<Reading, { kind: 'found' }>['rule'];

function found(raw: string | null, rule: Rule): Reading | null {
  const trimmed = raw?.trim() ?? '';
  return trimmed === '' || trimmed.length > LONGEST ? null : { kind: 'found', raw: trimmed, rule };
}

interface Box {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** The content of the last box that closes and is not empty. `\boxed 5` has the next characters. */
function lastBox(text: string): string | null {
  const starts = [...text.matchAll(/\\(?:boxed|fbox)(?![a-zA-Z])[^\S\n]*/g)];
  const boxes: Box[] = [];
  for (const start of starts.reverse()) {
    const from = start.index + start[0].length;
    const box = boxAt(text, from);
    if (box === null) continue;
    const next = boxes[0];
    if (next !== undefined && !LISTED.test(text.slice(box.end, next.start))) break;
    boxes.unshift({ ...box, start: start.index });
    if (boxes.length > MOST_BOXES) break;
  }
  const contents = new Set(boxes.map(({ content }) => content.trim()));
  return contents.size === 0 ? null : [...contents].join(', ');
}

const MOST_BOXES = 16;

/** What parts the boxes of one list. */
const LISTED = /^[^\S\n]*\$?[^\S\n]*(?:,|;|,?[^\S\n]*(?:and|or|\\text\s*\{\s*(?:and|or)\s*\}))[^\S\n]*\$?[^\S\n]*$/;

function boxAt(text: string, from: number): Omit<Box, 'start'> | null {
  const rest = text.slice(from, from + 4 * LONGEST);
  const braced = rest.startsWith('{');
  const content = braced ? balanced(rest) : (/^[^\s{}$\\]+/.exec(rest)?.[0] ?? null);
  if (content === null || content.trim() === '') return null;
  return { content, end: from + content.length + (braced ? 2 : 0) };
}

/** What stands inside the braces that the text starts with; an escaped brace counts as text. */
function balanced(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(1, at);
  }
  return null;
}

const lastHashes = (text: string): string | null => lastMatch(text, /####[^\S\n]*([^\n]+)/g);

/** The rest of the line is looked at, not taken, so that the next one on the line is found too. */
const ANSWER_IS =
  /\banswers?\b(?:\s+to\s+[^.:\n]{1,80}?)?["'*_\s]*(?:\bis\b|\bare\b|\bwould be\b|[:=])["'*_:\s]*(?=(\S[^\n]*))/gi;

function lastAnswerIs(text: string): string | null {
  const rest = lastMatch(text, ANSWER_IS);
  if (rest === null) return null;
  const sentence = /^(.*?)(?:[.!?]["'*_)]*(?:\s|$)|\s(?:because|since|which|so)\s|$)/s.exec(rest);
  return undress(sentence?.[1] ?? rest);
}

function lastBold(text: string): string | null {
  const all = [...text.matchAll(/\*\*([^*\n]{1,80})\*\*/g)].map((match) => match[1] ?? '');
  const headings = /:\s*$|^\s*(?:step|part|case|note|solution|summary|answer)\b/i;
  return undress(all.filter((bold) => !headings.test(bold)).at(-1) ?? '');
}

/** A sign counts where no number stands before it; grouped digits and fractions stay whole. */
const NUMBER = /(?<![\w.])(?:(?<![\d)]\s*)[-−])?[$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:\/\d+)?\s?%?/g;

/** Formulas between dollars, or LaTeX brackets; what money parts is none. */
const FORMULA = /\$\$([^$]+)\$\$|(?<![\\\w$])\$(?!\s)([^$\n]{1,400}?)(?<![\s\\])\$(?!\d)|\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]/gs;

function lastFormulaOrNumber(text: string): string | null {
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
function bareFormula(text: string): string | null {
  const line = text.trim();
  if (line.length > LONGEST_FORMULA || line.includes('\n')) return null;
  if (/^\(?[A-J]\)?\.?$/.test(line)) return line;
  if (!/\d|\\|[=^√π]/.test(line) || !/[a-zA-Z\\,:()[\]{}<>≤≥π√±]/.test(line)) return null;
  const answer = parseAnswer(line, { literal: false });
  if (!isReadable(answer) || (answer.kind === 'expression' && answer.unit !== null)) return null;
  return answer.kind === 'expression' && answer.node.kind === 'number' ? null : line;
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

const lastMatch = (text: string, pattern: RegExp): string | null =>
  [...text.matchAll(pattern)].at(-1)?.[1] ?? null;

/** Without emphasis, code and maths delimiters around it, and without a closing point. */
const undress = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\*\*|__|[`*_])+\s*/, '')
    .replace(/\s*(?:\*\*|__|[`*_.])+$/, '')
    .replace(/^(\$\$?|\\[([])\s*(.*?)\s*(?:\$\$?|\\[)\]])\.?$/s, '$2')
    .trim();
