/** The sums that a statement writes out: `408 / 12 = 34`, with units between, in chains too. */
import type { Token } from './tokens.ts';

export interface Sum {
  /** The side before the `=`; `3 + 4` and `4 + 3` share one. */
  readonly key: string;
  readonly operands: readonly number[];
  readonly signs: string;
  readonly result: Result;
  /** As it is shown. */
  readonly text: string;
}

export interface Result {
  readonly value: number;
  /** Digits behind the point; rounding is told by them. */
  readonly places: number;
}

/** Words that may stand behind a number as its unit before the sum goes on. */
const MOST_UNITS = 3;

/** Sums of one statement. */
const MOST_SUMS = 12;

export function sumsOf(tokens: readonly Token[]): Sum[] {
  const sums: Sum[] = [];
  for (let at = 0; at < tokens.length && sums.length < MOST_SUMS; ) {
    const chain: Side[] = [];
    let next = at;
    for (;;) {
      const side = readSide(tokens, next);
      if (side === null) break;
      chain.push(side);
      next = side.end;
      if (!isEquals(tokens[next], side.signs)) break;
      next += 1;
    }
    sums.push(...sumsOfChain(chain));
    at = Math.max(at + 1, chain.at(-1)?.end ?? 0);
  }
  return sums;
}

/** Whether two results are one number; `unsure` where one may be the other, rounded. */
export function compareResults(a: Result, b: Result): 'same' | 'other' | 'unsure' {
  const apart = Math.abs(a.value - b.value);
  if (apart <= 1e-9 * Math.max(1, Math.abs(a.value))) return 'same';
  const places = Math.min(a.places, b.places);
  if (a.places === b.places) return 'other';
  if (apart <= 0.5000001 * 10 ** -places) return places === 0 ? 'unsure' : 'same';
  return apart <= 10 ** -places ? 'unsure' : 'other';
}

interface Side {
  /** One past its last token. */
  readonly end: number;
  readonly operands: readonly Result[];
  readonly signs: string;
  /** With brackets where they matter. */
  readonly text: string;
}

/** A number, or numbers with signs between, that begin at this token. */
function readSide(tokens: readonly Token[], start: number): Side | null {
  const operands: Result[] = [];
  let signs = '';
  let text = '';
  let at = start;
  let end = start;
  let depth = 0;
  for (;;) {
    while (tokens[at]?.kind === 'open') {
      depth += 1;
      text += '(';
      at += 1;
    }
    const minus = isMinus(tokens[at]);
    const token = tokens[minus ? at + 1 : at];
    if (token?.kind !== 'number') break;
    at += minus ? 2 : 1;
    operands.push({ value: minus ? -token.value : token.value, places: token.places });
    text += `${minus ? '-' : ''}${token.value}`;
    if (isWord(tokens[at], 'percent')) {
      text += '%';
      at += 1;
    }
    while (depth > 0 && tokens[at]?.kind === 'close') {
      depth -= 1;
      text += ')';
      at += 1;
    }
    end = at;
    const unit = pastUnits(tokens, at, signs);
    const sign = tokens[unit];
    if (isEquals(sign, signs)) end = unit;
    if (sign?.kind !== 'sign') break;
    signs += sign.text;
    text += ` ${sign.text} `;
    at = unit + 1;
  }
  if (operands.length === 0) return null;
  // A sign at the end belongs to what follows, such as a dash; so does a bracket that never closes.
  const whole = text.replace(/[ (+*/^-]*$/, '');
  return {
    end,
    operands,
    signs: signs.slice(0, operands.length - 1),
    text: unwrap(depth > 0 ? whole.replace(/[()]/g, '') : whole),
  };
}

const isWord = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'word' && token.text === text;

const isMinus = (token: Token | undefined): boolean => token?.kind === 'sign' && token.text === '-';

/** Words for `=`, where a sum stands before them. */
const EQUALS: ReadonlySet<string> = new Set(['equals', 'is', 'gives', 'makes', 'yields']);

const isEquals = (token: Token | undefined, signs: string): boolean =>
  token?.kind === 'equals' || (token?.kind === 'word' && signs !== '' && EQUALS.has(token.text));

/** The place behind at most three words, where a sum goes on there; else the same place. */
function pastUnits(tokens: readonly Token[], at: number, signs: string): number {
  for (let place = at; place <= at + MOST_UNITS; place += 1) {
    const token = tokens[place];
    if (token?.kind === 'sign' || isEquals(token, signs)) return place;
    if (token?.kind !== 'word') break;
  }
  return at;
}

/**
 * Every side that has a sign, with the last plain number of the chain as its result. In a running chain,
 * `3 * 4 = 12 + 5 = 17`, the next side begins with it.
 */
function sumsOfChain(chain: readonly Side[]): Sum[] {
  return chain.flatMap((side, at) => {
    if (side.signs === '') return [];
    const result =
      runningResult(side, chain[at + 1]) ??
      chain.slice(at + 1).map(plainResult).findLast((value) => value !== null);
    if (result === undefined || result === null) return [];
    const operands = side.operands.map(({ value }) => value);
    const key = keyOf(side, operands);
    return [{ key, operands, signs: side.signs, result, text: `${side.text} = ${shown(result)}` }];
  });
}

/** What the next side goes on from, where that is the value of this one, of two operands. */
function runningResult({ operands: [first, second, more], signs }: Side, next?: Side): Result | null {
  const on = next?.operands[0];
  if (first === undefined || second === undefined || more !== undefined) return null;
  if (on === undefined || next?.signs === '') return null;
  const [a, b] = [first.value, second.value];
  const values: Readonly<Record<string, number>> = { '+': a + b, '-': a - b, '*': a * b, '/': a / b };
  const value = values[signs];
  return value !== undefined && compareResults(on, { value, places: on.places }) === 'same' ? on : null;
}

/** A number, or a fraction of two. */
function plainResult({ operands, signs }: Side): Result | null {
  const [first, second] = operands;
  if (first === undefined) return null;
  if (operands.length === 1) return first;
  if (operands.length === 2 && signs === '/' && second !== undefined) {
    return { value: first.value / second.value, places: EXACT };
  }
  return null;
}

/** Places of a fraction: it is not rounded. */
const EXACT = 15;

const shown = ({ value, places }: Result): string =>
  places === EXACT ? String(Number(value.toPrecision(6))) : value.toFixed(places);

function keyOf({ signs, text }: Side, operands: readonly number[]): string {
  const turns = /^(?:\++|\*+)$/.test(signs) && !text.includes('%');
  return turns ? [...operands].sort((a, b) => a - b).join(signs.charAt(0)) : text;
}

/** Without brackets round the whole or round one number. */
function unwrap(text: string): string {
  const bare = text.replace(/\((-?[\d.]+%?)\)/g, '$1');
  return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}
