/** Equations, inequalities and chains of them. */
import { bareList, expression } from './answer.ts';
import type { Answer, Expression, Relation, RelationAnswer } from './answer.ts';
import { insideBrackets, splitTop } from './brackets.ts';
import { isConstant, printNode, vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { parseExpression } from './parse.ts';
import { parseQuantity } from './quantity.ts';

type Parse = (text: string) => Answer;

const SIGN = /<=|>=|≠|=|<|>/y;

export function parseRelation(text: string, parse: Parse, literal: boolean): Answer | null {
  const member = /^\s*[a-zA-Z]\s*∈(.*)$/s.exec(text)?.[1];
  if (member !== undefined) return parse(member.trim());
  const parts = splitTop(text, SIGN);
  if (parts.length < 2 || parts.length > 6) return null;
  const signs = signsBetween(text, parts);
  if (parts.length === 2) return single(parts, signs[0] ?? '', parse, literal);
  if (signs.every((sign) => sign === '=')) {
    return chain(parts, parse, literal);
  }
  const links = signs.map((sign, at) => single(parts.slice(at, at + 2), sign, parse, literal));
  return links.every((link) => link !== null) ? bareList(links, 'and') : null;
}

function signsBetween(text: string, parts: readonly string[]): string[] {
  let at = 0;
  return parts.slice(0, -1).map((part) => {
    at += part.length;
    SIGN.lastIndex = at;
    const sign = SIGN.exec(text)?.[0] ?? '';
    at += sign.length;
    return sign;
  });
}

/**
 * `x = 2 + 3 = 5` and `A = πr² = 9π`: the first side and what the chain ends in. `a = b = c` and the line
 * `x/2 = y/3 = z/4` say something with each sign.
 */
function chain(parts: readonly string[], parse: Parse, literal: boolean): Answer | null {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const named = single([first, last], '=', parse, literal);
  const behind = parts.slice(1).map((part) => parseQuantity(part.trim(), literal)?.node ?? null);
  const isWorking = behind.every((node) => node === null || isConstant(node));
  const isName = named !== null && namedValue(named) !== null;
  const between = behind.slice(0, -1).filter((node) => node !== null);
  const isSimplified =
    !between.some((node) => node.kind === 'letter') && speaksOf(behind.at(-1) ?? null, between);
  if (isWorking || (isName && isSimplified)) return named;
  const ends = between.every((node) => node.kind === 'letter') ? parts.slice(0, -1) : [];
  const links =
    isName && ends.length > 0
      ? ends.map((end) => single([end, last], '=', parse, literal))
      : parts.slice(1).map((part, at) => single([parts[at] ?? '', part], '=', parse, literal));
  return links.every((link) => link !== null) ? bareList(links, 'and') : null;
}

/** Whether an expression has no letters but those of the others. */
function speaksOf(node: Node | null, others: readonly Node[]): boolean {
  const known = vocabulary(...others).letters;
  return node === null || [...vocabulary(node).letters].every((letter) => known.has(letter));
}

function single(
  [before = '', after = '']: readonly string[],
  sign: string,
  parse: Parse,
  literal: boolean,
): Answer | null {
  const right = parseQuantity(after.trim(), literal);
  const left =
    (literal ? null : nameOnTheLeft(before.trim(), right)) ?? parseQuantity(before.trim(), literal);
  if (left === null || right === null) {
    return sign === '=' && !literal ? namedStructure(before.trim(), after.trim(), parse) : null;
  }
  const relation = (op: Relation, a: Node, b: Node): RelationAnswer => ({
    kind: 'relation',
    relation: op,
    left: a,
    right: b,
    quantity: right,
  });
  if (sign === '>') return relation('<', right.node, left.node);
  if (sign === '>=') return relation('<=', right.node, left.node);
  return relation(sign as Relation, left.node, right.node);
}

/** `Area`, `the total cost`: words of four letters and more are no products. */
const WORDS =
  /^(?!(?:arc)?(?:sin|cos|tan|sec|csc|cot)h?\b|sqrt\b|log\b|ln\b)(?:[a-z]+ )*[a-z]{4,}(?: [a-z]+)*$/i;
/** `AB`, `\angle ABC`, `m\overline{AB}`. */
const SEGMENT =
  /^(?:[A-Z]{2,3}|m?\s*\\(?:angle|overline|triangle|widehat)\s*\{?\s*[A-Z]{1,4}\s*\}?)$/;

/** `P(x)`, `dy/dx` and words on the left are the name of what is asked for. */
function nameOnTheLeft(text: string, right: Expression | null): Expression | null {
  const called = /^([A-Zf-hp-suvy]'{0,3})\s*\(\s*([a-zA-Z])\s*\)$/.exec(text);
  const derived =
    /^(?:\\frac\s*\{\s*d\s*([a-zA-Z])\s*\}\s*\{\s*d\s*([a-zA-Z])\s*\}|d([a-zA-Z])\s*\/\s*d([a-zA-Z]))$/.exec(
      text,
    );
  const [name, of] = called
    ? [called[1], called[2]]
    : derived
      ? [`d${derived[1] ?? derived[3] ?? ''}`, derived[2] ?? derived[4]]
      : [];
  // `AB = 5` is about a segment, `PV = nRT` about a product.
  const isSegment = SEGMENT.test(text) && right !== null && isConstant(right.node);
  if (WORDS.test(text) || isSegment) {
    return expression({ kind: 'letter', name: text.replace(/[\s{}]+/g, ' ').toLowerCase() });
  }
  if (name === undefined || of === undefined) return null;
  return expression({ kind: 'unknown', name, of: { kind: 'letter', name: of } });
}

/** `A = (1, 2)` is (1, 2), and `(x, y) = (1, 2)` says it of each letter. */
function namedStructure(before: string, after: string, parse: Parse): Answer | null {
  const named = parse(after);
  if (/^\\?[a-zA-Z]+(?:_\{?\w+\}?)?$/.test(before) || /^[a-zA-Z]\s*\([a-zA-Z]\)$/.test(before)) {
    return named.kind === 'opaque' ? null : named;
  }
  const letters = splitTop(insideBrackets(before)?.text ?? before, /,/y).map((part) =>
    parseExpression(part.trim()),
  );
  if (named.kind !== 'sequence' || named.items.length !== letters.length) return null;
  const links = named.items.map((item, at): RelationAnswer | null => {
    const left = letters[at];
    if (item.kind !== 'expression' || left?.kind !== 'letter') return null;
    return { kind: 'relation', relation: '=', left, right: item.node, quantity: item };
  });
  return links.every((link) => link !== null) ? bareList(links, 'and') : null;
}

/** The value in `x = 5`, `5 = x` or `f(x) = 2x`: a person who is asked for x may write either. */
export function namedValue(
  answer: Answer,
): { readonly name: string; readonly value: Answer } | null {
  if (answer.kind !== 'relation' || answer.relation !== '=') return null;
  const { left, right, quantity } = answer;
  if (left.kind === 'letter' && !mentions(right, left.name))
    return { name: left.name, value: quantity };
  if (left.kind === 'unknown' && !vocabulary(right).unknown) {
    const name = left.of.kind === 'letter' ? left.name : printNode(left);
    return { name, value: quantity };
  }
  if (right.kind === 'letter' && isConstant(left))
    return { name: right.name, value: expression(left) };
  // `3 * 4 = 12` ends in its value.
  return isConstant(left, right) && left.kind !== 'unknown' ? { name: '', value: quantity } : null;
}

function mentions(node: Node, name: string): boolean {
  if (node.kind === 'letter') return node.name === name;
  if (node.kind === 'binary') return mentions(node.left, name) || mentions(node.right, name);
  return 'of' in node && mentions(node.of, name);
}
