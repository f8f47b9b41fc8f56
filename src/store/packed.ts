/**
 * Rows as two lists of numbers and a list of words: a browser gives back three objects at once, where the
 * thousand small lists of a page of rows take it longer than all else that is done with them.
 *
 * Each value is a code. The smallest are the whole numbers themselves, which most values are; the largest
 * say what else stands there, or where. Numbers keep every digit.
 */
export interface Packed {
  readonly codes: Uint16Array;
  /** Those that are no small whole numbers, in their order. */
  readonly numbers: Float64Array;
  /** Each once. */
  readonly words: readonly string[];
}

/** Rows hold lists, and those hold no others. */
const DEEPEST = 3;

/** The numbers of stored codes: none is changed. */
const NOTHING = 0xffff;
const NO = 0xfffe;
const YES = 0xfffd;
const NUMBER = 0xfffc;
/** Its place among the words follows, as a number. */
const WORD = 0xfffb;
/** How many follow comes next, as a number, and then they. */
const LIST = 0xfffa;
/** Room for another sixteen. */
const SMALL = 0xffea;

/** What is no number, word, flag or list of such becomes null, which rows know how to refuse. */
export function pack(rows: readonly unknown[]): Packed {
  const codes: number[] = [];
  const numbers: number[] = [];
  const places = new Map<string, number>();

  const putNumber = (value: number): void => {
    const isSmall = value >= 0 && value < SMALL && Number.isInteger(value) && !Object.is(value, -0);
    codes.push(isSmall ? value : NUMBER);
    if (!isSmall) numbers.push(value);
  };
  const put = (value: unknown): void => {
    if (typeof value === 'number') putNumber(value);
    else if (typeof value === 'boolean') codes.push(value ? YES : NO);
    else if (typeof value === 'string') {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      codes.push(WORD);
      putNumber(place);
    } else if (Array.isArray(value)) {
      codes.push(LIST);
      putNumber(value.length);
      for (const one of value as unknown[]) put(one);
    } else codes.push(NOTHING);
  };

  put(rows);
  return {
    codes: new Uint16Array(codes),
    numbers: new Float64Array(numbers),
    words: [...places.keys()],
  };
}

/** The rows, in objects of their own; null where it is nothing that `pack` made. */
export function unpack(found: unknown): unknown[] | null {
  if (!isPacked(found)) return null;
  const { codes, numbers, words } = found;
  let at = 0;
  let number = 0;
  let isBroken = false;

  const take = (depth: number): unknown => {
    const code = codes[at++];
    if (code === undefined) isBroken = true;
    else if (code < SMALL) return code;
    else if (code === NUMBER) return takeNumber();
    else if (code === YES) return true;
    else if (code === NO) return false;
    else if (code === WORD) return takeWord();
    else if (code === LIST) return takeList(depth + 1);
    else if (code !== NOTHING) isBroken = true;
    return null;
  };
  const takeNumber = (): number => {
    const value = numbers[number++];
    if (value === undefined) isBroken = true;
    return value ?? 0;
  };
  const takeCount = (): number => {
    const value = take(DEEPEST);
    if (typeof value === 'number') return value;
    isBroken = true;
    return 0;
  };
  const takeWord = (): string => {
    const value = words[takeCount()];
    if (typeof value !== 'string') isBroken = true;
    return value ?? '';
  };
  const takeList = (depth: number): unknown[] => {
    const length = takeCount();
    const list: unknown[] = [];
    // Of a broken one neither more than there is nor deeper than the stack.
    if (length > codes.length - at || depth > DEEPEST) isBroken = true;
    for (let place = 0; place < length && !isBroken; place++) list.push(take(depth));
    return list;
  };

  const rows = take(0);
  return !isBroken && at === codes.length && Array.isArray(rows) ? (rows as unknown[]) : null;
}

function isPacked(found: unknown): found is Packed {
  if (typeof found !== 'object' || found === null) return false;
  const { codes, numbers, words } = found as Partial<Record<keyof Packed, unknown>>;
  return codes instanceof Uint16Array && numbers instanceof Float64Array && Array.isArray(words);
}
