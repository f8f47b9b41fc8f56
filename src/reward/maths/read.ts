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
import { lastBox } from './box.ts';
import { bareFormula, lastFormulaOrNumber } from './formula.ts';
import type { Reading } from './reading.ts';

const LONGEST = 600;

export function readAnswer(text: string): Reading {
  if (text.trim() === '') return { kind: 'absent' };
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

const lastHashes = (text: string): string | null => lastMatch(text, /####[^\S\n]*([^\n]+)/g);

/** The rest of the line is looked at, not taken, so that the next one on the line is found too. */
const ANSWER_IS =
  /\b(?:answers?|(?:correct|right|best)\s+(?:option|choice|solution))\b(?:\s+to\s+[^.:\n]{1,80}?)?["'*_\s]*(?:\bis\b|\bare\b|\bwould be\b|[:=]|>)["'*_:\s]*(?=(\S[^\n]*))/gi;

/** `## Final answer` with its value below. */
const HEADING =
  /(?:^|\n)[^\S\n]*(?:#+[^\S\n]*)?\**(?:final\s+)?answer\**[^\S\n]*\n+[^\S\n]*(?=(\S[^\n]*))/gi;

function lastAnswerIs(text: string): string | null {
  const rest = lastMatch(text, ANSWER_IS) ?? lastMatch(text, HEADING);
  if (rest === null || /^not\s/i.test(rest)) return null;
  const sentence =
    /^(.*?)(?:<\/answer>|[.!?]["'*_)]*(?:\s|$)|,?\s(?:because|since|which|so|not|where|rather)\s|$)/s.exec(
      rest,
    );
  const said = sentence?.[1] ?? rest;
  // `the area is 12`: the answer to what is asked stands behind the verb.
  const behindVerb = /^[a-z][a-z\s,']*\s(?:is|are|equals|was|were)\s+([-−$€£\\\d].*)$/is.exec(
    said,
  )?.[1];
  return undress(behindVerb ?? said);
}

function lastBold(text: string): string | null {
  const all = [...text.matchAll(/\*\*([^*\n]{1,80})\*\*/g)].map((match) => match[1] ?? '');
  const headings = /:\s*$|^\s*(?:step|part|case|note|solution|summary|answer)\b/i;
  return undress(all.filter((bold) => !headings.test(bold)).at(-1) ?? '');
}

const lastMatch = (text: string, pattern: RegExp): string | null =>
  [...text.matchAll(pattern)].at(-1)?.[1] ?? null;

/** Without emphasis, code and maths delimiters around it, and without a closing point. */
const undress = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\*\*|__|[`*_}])+\s*/, '')
    .replace(/\s*(?:\*\*|__|[`*_.])+$/, '')
    .replace(/^(\$\$?|\\[([])\s*(.*?)\s*(?:\$\$?|\\[)\]])\.?$/s, '$2')
    .trim();
