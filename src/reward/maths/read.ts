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

/** A heading of the fourth level has the same sign; what it says is no answer. */
function lastHashes(text: string): string | null {
  const all = [...text.matchAll(/(?<!#)####(?!#)[^\S\n]*([^\n]+)/g)].map((match) => match[1] ?? '');
  return all.filter((line) => !isHeading(line)).at(-1) ?? null;
}

/** `Step 1: Add`, `Final Answer`, `Explanation`. */
const isHeading = (line: string): boolean =>
  /^[\s*_]*(?:(?:step|part|case|note|solution|summary|explanation|verification|conclusion|check|approach|analysis|method|given|problem|question|reasoning|calculation)\b|(?:final |the )*answer[\s*_:.]*$)/i.test(
    line,
  ) || /:[\s*_]*$/.test(line);

/** The rest of the line is looked at, not taken, so that the next one on the line is found too. */
const ANSWER_IS =
  /\b(?:answers?(?:\s+(?:option|choice))?|(?:correct|right|best)\s+(?:option|choice|solution))\b(?:\s+to\s+[^.:\n]{1,80}?)?["'*_\s]*(?:\bis\b|\bare\b|\b(?:would|should|must|will) be\b|\bequals\b|[:=]|>)["'*_:\s]*(?=(\S[^\n]*))/gi;

/** `is therefore 5`, `is simply equal to 5`: what stands between the verb and the value. */
const BEFORE_VALUE =
  /^(?:(?:that|approx(?:imately|\.)?|about|roughly|therefore|thus|hence|simply|still|just|indeed|then|also|now|again|always|actually|clearly|equal\s+to|given\s+by)\b[\s,:]*)+(?=\S)/i;

/** `reasonable`, `found by adding`: of an answer, and none. */
const ABOUT_ANSWER =
  /^(?:correct|right|wrong|incorrect|reasonable|valid|verified|helpful|clear|found|obtained|given|shown|derived|based|confirmed|consistent|positive|negative|even|odd|always|never|below|above|as follows|unique)\b(?!\s+[-\d$\\])/i;

/** `## Final answer` with its value below. */
const HEADING =
  /(?:^|\n)[^\S\n]*(?:#+[^\S\n]*)?\**(?:final\s+)?answer\**[^\S\n]*\n+[^\S\n]*(?=(\S[^\n]*))/gi;

function lastAnswerIs(text: string): string | null {
  const all = [...text.matchAll(ANSWER_IS)].map((match) => match[1] ?? '');
  const said = all.map((rest) => rest.replace(BEFORE_VALUE, ''));
  // `The answer is 12. This answer is correct.`
  const last = (said.length > 1 ? said.filter((rest) => !ABOUT_ANSWER.test(rest)) : said).at(-1);
  const rest = last ?? lastMatch(text, HEADING);
  if (rest === null || /^not\s/i.test(rest)) return null;
  const opened = /^(\\\[|\\\(|\$\$?)\s*$/.exec(rest)?.[1];
  if (opened !== undefined) return belowOpening(text, opened);
  const sentence =
    /^(.*?)(?:<\/answer>|[.!?]["'*_)]*(?:\s|$)|[,;]?\s(?:because|since|which|so|not|where|rather|as|after|obtained|if|for|and I|and this)\s|[,;]\s+(?:i\.e\.|that is|we|where|with|using)\s|\s[([](?:see|because|since|as|or|i\.e\.|that|from)\b|\s[-–—]\s(?=[a-z]{3})|$)/s.exec(
      rest,
    );
  const value = sentence?.[1] ?? rest;
  // `the area is 12`: the answer to what is asked stands behind the verb.
  const behindVerb = /^[a-z][a-z\s,']*\s(?:is|are|equals|was|were|has|have)\s+([-−$€£\\\d].*)$/is.exec(
    value,
  )?.[1];
  return undress(behindVerb ?? value);
}

/** The value that stands on the lines below its delimiter. */
function belowOpening(text: string, opened: string): string | null {
  const from = text.lastIndexOf(opened);
  const closed = { '\\[': '\\]', '\\(': '\\)' }[opened] ?? opened;
  // Of a pair of the same sign the last one closes.
  const start = closed === opened ? text.lastIndexOf(opened, from - 1) : from;
  const end = text.indexOf(closed, start + opened.length);
  return start < 0 || end < 0 ? null : text.slice(start + opened.length, end).trim();
}

function lastBold(text: string): string | null {
  const all = [...text.matchAll(/\*\*([^*\n]{1,80})\*\*(?!\s*:)/g)].map((match) => match[1] ?? '');
  const said = all.filter((bold) => !isHeading(bold));
  // What is emphasised has a value more often than a word for one.
  const valued = said.filter((bold) => /\d|\\|^\(?[A-J]\)?$/.test(bold));
  const last = undress(valued.at(-1) ?? said.at(-1) ?? '');
  // `Total: 12`
  return last.replace(/^[a-z][a-z\s]*:\s*(?=[-−$€£\\\d])/i, '');
}

const lastMatch = (text: string, pattern: RegExp): string | null =>
  [...text.matchAll(pattern)].at(-1)?.[1] ?? null;

/** Without emphasis, code and maths delimiters around it, and without a closing point. */
const undress = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\*\*|__|[`*_}])+\s*/, '')
    .replace(/\s*(?:\*\*|__|[`*_.✓✔]|(?!\d)\p{Extended_Pictographic})+$/u, '')
    .replace(/^"?([^"{}[\]]*)"?,?\}+$/, '$1')
    .replace(/^(\$\$?|\\[([])\s*(.*?)\s*(?:\$\$?|\\[)\]])\.?$/s, '$2')
    .trim();
