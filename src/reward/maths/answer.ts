/** What an answer is, taken apart far enough to be compared. */
import { clean, joinThousands } from './clean.ts';
import type { Node } from './node.ts';
import { digitsOf, namesNumber } from './number-words.ts';
import { parseExpression } from './parse.ts';
import { splitUnit } from './unit.ts';

export type Relation = '=' | '!=' | '<' | '<=';

export type Answer =
  | {
      readonly kind: 'expression';
      readonly node: Node;
      readonly percent: boolean;
      readonly unit: string;
    }
  | {
      readonly kind: 'relation';
      readonly relation: Relation;
      readonly left: Node;
      readonly right: Node;
    }
  /** `open` is empty for a bare list; lists and sets have no order, tuples and intervals do. */
  | {
      readonly kind: 'sequence';
      readonly open: string;
      readonly close: string;
      readonly items: readonly Answer[];
    }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Answer[])[] }
  | { readonly kind: 'words'; readonly text: string }
  /** Nothing that we can read: only an equal text shows it equal. */
  | { readonly kind: 'opaque'; readonly text: string };

const LONGEST = 600;

/** Never throws; what cannot be read is `opaque`. */
export function parseAnswer(raw: string): Answer {
  const text = raw.length > LONGEST ? raw.trim() : clean(raw);
  return text.length > LONGEST ? { kind: 'opaque', text } : parseCleaned(text, 0);
}

function parseCleaned(text: string, level: number): Answer {
  const opaque: Answer = { kind: 'opaque', text };
  if (level > 4 || text === '') return opaque;
  return (
    parseMatrix(text, level) ??
    parseWords(text) ??
    parseSequence(level === 0 ? joinThousands(text) : text, level) ??
    parseRelation(text) ??
    parseQuantity(level === 0 ? joinThousands(text) : text) ??
    opaque
  );
}

const MATRIX = /^\\begin\{([pbBvV]?matrix|array)\}(?:\{[^{}]*\})?(.*)\\end\{\1\}$/s;

function parseMatrix(text: string, level: number): Answer | null {
  const body = MATRIX.exec(text)?.[2];
  if (body === undefined || body.includes('\\begin')) return null;
  const rows = body.split('\\\\').filter((row) => row.trim() !== '');
  const cells = rows.map((row) =>
    row.split('&').map((cell) => parseCleaned(cell.trim(), level + 1)),
  );
  return { kind: 'matrix', rows: cells };
}

/** Letters only, with at least one real word: no unit, function or product of letters. */
function parseWords(text: string): Answer | null {
  const plain = text.replace(/^\((.*)\)$/, '$1');
  if (!/^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u.test(plain)) return null;
  const words = plain.split(/[\s.-]+/).filter((word) => word !== '');
  if (words.every((word) => !SHORT_WORDS.test(word) && (word.length < 3 || MATHS_WORDS.test(word))))
    return null;
  const digits = digitsOf(words);
  if (digits !== null) return parseQuantity(digits);
  // `five apples` may well be the number 5, so it is shown different from nothing.
  if (namesNumber(words)) return { kind: 'opaque', text: words.join(' ').toLowerCase() };
  return { kind: 'words', text: words.join(' ').toLowerCase() };
}

const SHORT_WORDS = /^(?:no|on)$/i;

const MATHS_WORDS = /^(?:infinity|(?:arc)?(?:sin|cos|tan|csc|sec|cot)h?|sqrt|exp|log|abs)[a-z]?$/i;

/** Tuples, intervals, sets, unions and lists; `a ± b` is the list of both. */
function parseSequence(text: string, level: number): Answer | null {
  const items = (parts: readonly string[]): Answer[] =>
    parts.map((part) => parseCleaned(part.trim(), level + 1));
  const bare = (parts: readonly string[]): Answer => ({
    kind: 'sequence',
    open: '',
    close: '',
    items: items(parts),
  });
  const union = splitTop(text, /∪/y);
  if (union.length > 1) return { kind: 'sequence', open: '∪', close: '∪', items: items(union) };
  const listed = splitTop(text, /,\s*(?:and|or)\s|\s(?:and|or)\s|[,;]/y);
  if (listed.length > 1) return bare(listed);
  if ((text.match(/±/g) ?? []).length === 1) {
    return bare([text.replace('±', '+'), text.replace('±', '-')]);
  }
  const inner = insideBrackets(text);
  if (inner === null) return null;
  const parts = splitTop(inner.text, /[,;]/y);
  const isSet = inner.open === '{';
  if (parts.length < 2 && !isSet) return null;
  if (parts.length < 2) return parseCleaned(inner.text.trim(), level + 1);
  return { kind: 'sequence', open: inner.open, close: inner.close, items: items(parts) };
}

/** The text between brackets that open at the start and close at the very end. */
function insideBrackets(text: string): { open: string; close: string; text: string } | null {
  const match = /^(\\\{|[([{])(.*?)(\\\}|[)\]}])$/s.exec(text);
  if (match === null) return null;
  const [, open = '', inner = '', close = ''] = match;
  let depth = 0;
  for (const sign of inner) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return null;
  }
  return depth === 0 ? { open: open.slice(-1), close: close.slice(-1), text: inner } : null;
}

/** Splits where no bracket is open. */
function splitTop(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    if (depth !== 0) continue;
    separator.lastIndex = at;
    const match = separator.exec(text);
    if (match === null) continue;
    parts.push(text.slice(from, at));
    from = at + match[0].length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}

/** One relation between two expressions; `>` is turned round. `x ∈ A` is left to its set. */
function parseRelation(text: string): Answer | null {
  const member = /^\s*[a-zA-Z]\s*∈(.*)$/s.exec(text)?.[1];
  if (member !== undefined) return parseCleaned(member.trim(), 1);
  const parts = text.split(/(!=|<=|>=|=|<|>)/);
  if (parts.length !== 3) return null;
  const [before = '', sign = '', after = ''] = parts;
  const left = parseExpression(mixed(before));
  const behind = parseQuantity(after);
  if (left === null || behind?.kind !== 'expression') return null;
  const right = behind.node;
  if (sign === '>') return { kind: 'relation', relation: '<', left: right, right: left };
  if (sign === '>=') return { kind: 'relation', relation: '<=', left: right, right: left };
  return { kind: 'relation', relation: sign as Relation, left, right };
}

/** A unit is looked for first: `5 cm` is no product of letters. */
function parseQuantity(text: string): Answer | null {
  const { text: number, unit } = splitUnit(text);
  const percent = /%$/.test(number) || /^per\s?cents?$/i.test(unit);
  const node = parseExpression(mixed(number.replace(/\s*%$/, '')));
  if (node === null) return null;
  return { kind: 'expression', node, percent, unit: percent ? '' : unit };
}

/** `2 1/3` is two and a third. */
const mixed = (text: string): string =>
  text.replace(/(?<![\d.^/_{)\]] ?)\b(\d+)\s+(\d+)\s*\/\s*(\d+)(?![\d.])/g, '($1+$2/$3)');
