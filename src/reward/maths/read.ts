/**
 * Finds the final answer in a text. The rules in order; the first that finds anything wins, and
 * within a rule the last place in the text does:
 *
 * 1. `boxed`: `\boxed{…}` or `\fbox{…}` with balanced braces and something inside (the paper's rule);
 * 2. `hashes`: `#### 18` to the end of its line (GSM8K);
 * 3. `answer-is`: "the answer is …", "Final answer: …", to the end of the sentence (nano's ending);
 * 4. `bold`: `**…**`, but no heading;
 * 5. `last-number`: the last number of the text. A guess, kept apart by its rule.
 *
 * Where a text closes its thinking (`</think>`), only what follows is the answer.
 */
import type { Reading } from './reading.ts';

const LONGEST = 600;

export function readAnswer(text: string): Reading {
  const spoken = text.split('</think>').at(-1)?.trim() || text;
  return (
    found(lastBox(spoken), 'boxed') ??
    found(lastHashes(spoken), 'hashes') ??
    found(lastAnswerIs(spoken), 'answer-is') ??
    found(lastBold(spoken), 'bold') ??
    found(lastNumber(spoken), 'last-number') ?? { kind: 'absent' }
  );
}

/** A known answer as a whole; one that is written as a solution is read like a solution. */
export function wholeReading(text: string): Reading {
  if (/\\f?boxed|####/.test(text)) return readAnswer(text);
  return found(text, 'whole') ?? { kind: 'absent' };
}

type Rule = Extract<Reading, { kind: 'found' }>['rule'];

function found(raw: string | null, rule: Rule): Reading | null {
  const trimmed = raw?.trim() ?? '';
  return trimmed === '' || trimmed.length > LONGEST ? null : { kind: 'found', raw: trimmed, rule };
}

/** The content of the last box that closes and is not empty. `\boxed 5` has the next character. */
function lastBox(text: string): string | null {
  const starts = [...text.matchAll(/\\(?:boxed|fbox)(?![a-zA-Z])[^\S\n]*/g)];
  for (const start of starts.reverse()) {
    const rest = text.slice(start.index + start[0].length);
    const content = rest.startsWith('{') ? balanced(rest) : (/^[^\s{}$\\]+/.exec(rest)?.[0] ?? '');
    if (content !== null && content.trim() !== '') return content;
  }
  return null;
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

const lastNumber = (text: string): string | null => [...text.matchAll(NUMBER)].at(-1)?.[0] ?? null;

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
