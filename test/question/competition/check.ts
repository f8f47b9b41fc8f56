/**
 * An answer worked out again: a number, a fraction as numerator and denominator, or a text where the
 * answer is no number. By trying all cases where that can be done, else by a formula.
 */
export type Check = () => number | readonly [numerator: number, denominator: number] | string;

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

export const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

export const count = <T>(all: Iterable<T>, holds: (one: T) => boolean): number => {
  let found = 0;
  for (const one of all) if (holds(one)) found += 1;
  return found;
};

/** All lists with one element of each choice. */
export function* product<T>(choices: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = choices;
  if (first === undefined) yield [];
  else for (const tail of product(rest)) for (const one of first) yield [one, ...tail];
}

export const tuples = <T>(choice: readonly T[], length: number): Generator<T[]> =>
  product(Array.from({ length }, () => choice));

/** All orders of the elements, which must differ. */
export function* orders<T>(all: readonly T[]): Generator<T[]> {
  if (all.length === 0) yield [];
  for (const first of all) {
    for (const rest of orders(all.filter((one) => one !== first))) yield [first, ...rest];
  }
}

/** All subsets of a size, or of any. */
export function* subsets<T>(all: readonly T[], size?: number): Generator<T[]> {
  const [first, ...rest] = all;
  if (first === undefined) {
    if (size === undefined || size === 0) yield [];
    return;
  }
  if (size !== 0) {
    const smaller = size === undefined ? undefined : size - 1;
    for (const tail of subsets(rest, smaller)) yield [first, ...tail];
  }
  yield* subsets(rest, size);
}

export const share = <T>(
  all: Iterable<T>,
  holds: (one: T) => boolean,
): readonly [number, number] => {
  const list = [...all];
  return [count(list, holds), list.length];
};

export const sum = (all: Iterable<number>): number => {
  let total = 0;
  for (const one of all) total += one;
  return total;
};

/** The place where a function that rises or falls through 0 does so. */
export function root(f: (x: number) => number, low: number, high: number): number {
  const rises = f(high) > 0;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0 === rises) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The area under a function, by many thin strips; good to about ten digits where it is smooth. */
export function integral(f: (x: number) => number, from: number, to: number): number {
  const strips = 200_000;
  const width = (to - from) / strips;
  return width * sum(range(0, strips - 1).map((at) => f(from + (at + 0.5) * width)));
}
