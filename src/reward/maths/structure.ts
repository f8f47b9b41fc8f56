/** Tuples, intervals, sets, unions, lists and matrices. */
import { bareList } from './answer.ts';
import type { Answer, Sequence } from './answer.ts';
import { insideBrackets, splitTop } from './brackets.ts';
import { joinThousands } from './clean.ts';
import { binary } from './node.ts';
import { parseExpression } from './parse.ts';

type Parse = (text: string) => Answer;

const MATRIX =
  /^(.*?)\\begin\{([pbBvV]?matrix|smallmatrix|array)\}(?:\{[^{}]*\})?(.*)\\end\{\2\}\s*[\])}]?$/s;

const LINES =
  /^\\?\{?\s*\\begin\{(cases|aligned|align\*?|gathered|array)\}(?:\{[^{}]*\})?(.*)\\end\{\1\}$/s;

/** Equations below each other are a system. Cases with conditions are left alone. */
export function parseLines(text: string, parse: Parse): Answer | null {
  const lines = LINES.exec(text)?.[2]
    ?.split('\\\\')
    .map((line) => line.replaceAll('&', ' ').trim().replace(/[,;]$/, ''));
  const kept = lines?.filter((line) => line !== '') ?? [];
  if (
    kept.length === 0 ||
    !kept.every((line) => /[=<>≠]/.test(line) && !/\b(?:if|for|when)\b/.test(line))
  )
    return null;
  return parse(kept.join(', '));
}

/** A factor before a matrix is multiplied into it. */
export function parseMatrix(text: string, parse: Parse): Answer | null {
  const match = MATRIX.exec(text);
  if (match === null) return null;
  const [, before = '', , body = ''] = match;
  if (body.includes('\\begin')) return null;
  const factorText = before.replace(/[[({*\s]+$/, '');
  const factor = factorText === '' ? null : parseExpression(factorText);
  if (factorText !== '' && factor === null) return null;
  const lines = body
    .replace(/\\hline/g, '')
    .split(/\\\\|\\cr(?![a-z])/)
    .filter((row) => row.trim() !== '');
  const rows = lines.map((row) =>
    row.split('&').map((cell): Answer => {
      const answer = parse(cell.trim());
      if (factor === null || answer.kind !== 'expression') return answer;
      return { ...answer, node: binary(factor, '*', answer.node) };
    }),
  );
  return { kind: 'matrix', rows };
}

/** What brackets hold when they hold several things; `a ± b` is the list of both. */
export function parseSequence(text: string, parse: Parse): Answer | null {
  const items = (parts: readonly string[]): Answer[] => parts.map((part) => parse(part.trim()));
  const union = splitTop(text, /∪/y);
  if (union.length > 1) return { ...bareList(items(union)), open: '∪', close: '∪' };
  const alternatives = splitTop(text, /,?\s+or\s+/y);
  if (alternatives.length > 1) return bareList(items(alternatives.flatMap(splitCommas)), 'or');
  const together = splitTop(text, /,?\s+and\s+/y);
  if (together.length > 1) return bareList(items(together.flatMap(splitCommas)), 'and');
  const listed = splitCommas(text);
  if (listed.length > 1) return bareList(items(listed));
  return parseSigns(text, parse) ?? parseBracketed(text, parse);
}

const splitCommas = (text: string): string[] => {
  const parts = splitTop(text, /[,;]/y);
  return parts.length > 1 ? parts.filter((part) => part.trim() !== '') : parts;
};

/** `±` stands for both signs, each for itself; `∓` for the other one than `±`. */
function parseSigns(text: string, parse: Parse): Answer | null {
  if (text.includes('∓') && !text.includes('±'))
    return parseSigns(text.replaceAll('∓', '±'), parse);
  const count = text.match(/±/g)?.length ?? 0;
  if (count === 0 || count > 3) return null;
  if (text.includes('∓')) {
    if (count > 1) return null;
    const both = (['+-', '-+'] as const).map(([a = '', b = '']) =>
      text.replace('±', a).replaceAll('∓', b),
    );
    return bareList(both.map(parse));
  }
  let forms = [text];
  for (let at = 0; at < count; at++) {
    forms = forms.flatMap((form) => [form.replace('±', '+'), form.replace('±', '-')]);
  }
  return bareList(forms.map(parse));
}

function parseBracketed(text: string, parse: Parse): Answer | null {
  const inner = insideBrackets(text);
  if (inner === null) return null;
  const isSet = inner.open === '{';
  const condition = isSet ? /^\s*([a-zA-Z])(?:\s*∈\s*ℝ)?\s*[|:]\s*(.*)$/s.exec(inner.text) : null;
  if (condition !== null) return parse((condition[2] ?? '').trim());
  const parts = splitTop(joinInside(inner.text), /[,;]/y).map((part) => part.trim());
  if (parts.length < 2)
    return isSet || inner.open === '['
      ? oneItem(inner.open, inner.text, parse)
      : parse(inner.text.trim());
  const items = parts.map(parse);
  // Rows in brackets are a matrix.
  if (inner.open === '[' && items.length > 0) {
    const rows = items.map((item) =>
      item.kind === 'sequence' && item.open === '[' ? item.items : null,
    );
    if (rows.every((row) => row !== null)) return { kind: 'matrix', rows };
  }
  const open = inner.open as Sequence['open'];
  // With signs on both elements `{±1, ±2}` holds four.
  const flat = isSet ? items.flatMap((item) => (isBareList(item) ? item.items : [item])) : items;
  return { kind: 'sequence', open, close: inner.close, joint: ',', items: flat };
}

function oneItem(open: string, text: string, parse: Parse): Answer {
  const answer = parse(text.trim());
  if (answer.kind === 'sequence' && answer.open === '')
    return open === '{' ? { ...answer, open, close: '}' } : answer;
  if (open === '[' || (answer.kind !== 'expression' && answer.kind !== 'sequence')) return answer;
  return { kind: 'sequence', open: '{', close: '}', joint: ',', items: [answer] };
}

const isBareList = (answer: Answer): answer is Sequence =>
  answer.kind === 'sequence' && answer.open === '';

/** Inside brackets commas part items, unless others with a space behind them do. */
const joinInside = (text: string): string =>
  /,\s/.test(text) && /\d,\d{3}(?!\d)/.test(text) ? joinThousands(text) : text;
