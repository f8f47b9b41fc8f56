import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Algebra } from '../../../src/reward/maths/algebra.ts';
import { createCompare } from '../../../src/reward/maths/compare.ts';
import { guardAlgebra } from '../../../src/reward/maths/guarded.ts';
import type { GuardedAlgebra } from '../../../src/reward/maths/guarded.ts';
import { whole } from '../../../src/reward/maths/node.ts';
import { wholeReading } from '../../../src/reward/maths/read.ts';
import type { Equality } from '../../../src/reward/maths/reading.ts';
import { threads } from './fake-threads.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Tuples whose every item needs the algebra. */
const surds = (count: number): readonly [string, string] => {
  const tuple = (item: (of: number) => string): string =>
    `(${Array.from({ length: count }, (_, at) => item(at + 2)).join(', ')})`;
  return [tuple((of) => `\\sqrt{${4 * of}}`), tuple((of) => `2\\sqrt{${of}}`)];
};

const verdict = (algebra: Algebra, [a, b]: readonly [string, string]): Promise<Equality> =>
  createCompare(() => Promise.resolve(algebra))(wholeReading(a), wholeReading(b));

const pass = (milliseconds: number): Promise<unknown> =>
  vi.advanceTimersByTimeAsync(milliseconds);

const someQuestion = (algebra: GuardedAlgebra): Promise<Equality> =>
  algebra.compareExpressions(whole(1n), whole(2n));

describe('the time of a comparison', () => {
  it('does not run while the algebra is loaded', async () => {
    const { start, all } = threads({ loadAtOnce: false });
    const found = verdict(guardAlgebra(start), surds(2));
    await pass(20_000);
    all[0]!.say('ready');
    for (let item = 0; item < 2; item++) {
      await pass(100);
      all[0]!.say('equal');
    }
    expect(await found).toBe('equal');
  });

  it('does not run while others are before it', async () => {
    const { start, all } = threads();
    const algebra = guardAlgebra(start);
    const others = [1, 2, 3, 4].map(() => someQuestion(algebra));
    const found = verdict(algebra, surds(2));
    for (const other of others) {
      await pass(1900);
      all[0]!.say('different');
      expect(await other).toBe('different');
    }
    for (let item = 0; item < 2; item++) {
      await pass(100);
      all[0]!.say('equal');
    }
    expect(await found).toBe('equal');
  });

  it('runs while the algebra works on it, item by item', async () => {
    const { start, all } = threads();
    const found = verdict(guardAlgebra(start), surds(9));
    for (let item = 0; item < 3; item++) {
      await pass(1500);
      all[0]!.say('equal');
    }
    expect(await found).toBe('undecided');
    expect(all[0]!.asked).toHaveLength(3);
  });

  it('is up after two items that take too long, however many there are', async () => {
    const { start, all } = threads();
    const found = verdict(guardAlgebra(start), surds(9));
    await pass(4000);
    expect(await found).toBe('undecided');
    expect(all).toHaveLength(2);
  });

  it('is up where the algebra is never loaded, and each comparison waits for it once', async () => {
    const { start, all } = threads({ loadAtOnce: false });
    const found = verdict(guardAlgebra(start), surds(9));
    await pass(30_000);
    expect(await found).toBe('undecided');
    expect(all).toHaveLength(1);
  });

  it('is up where the thread dies of an item', async () => {
    const { start, all } = threads();
    const found = verdict(guardAlgebra(start), surds(9));
    await pass(10);
    all[0]!.die();
    expect(await found).toBe('undecided');
    expect(all).toHaveLength(1);
  });

  it('is up where no thread can be started', async () => {
    const start = vi.fn(() => {
      throw new Error('no workers here');
    });
    expect(await verdict(guardAlgebra(start), surds(9))).toBe('undecided');
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('is counted anew for the next comparison', async () => {
    const { start, all } = threads();
    const compare = createCompare(() => Promise.resolve(algebra));
    const algebra = guardAlgebra(start);
    const [a, b] = surds(9).map(wholeReading);
    const first = compare(a!, b!);
    await pass(4000);
    expect(await first).toBe('undecided');
    const second = compare(wholeReading('\\sqrt{8}'), wholeReading('2\\sqrt{2}'));
    await pass(10);
    all.at(-1)!.say('equal');
    expect(await second).toBe('equal');
  });

  it('runs on the thread of the caller too, while it works there', async () => {
    const asked = vi.fn();
    const { algebra } = await import('../../../src/reward/maths/algebra.ts');
    // A clock that moves by a second each time somebody looks.
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
    const counting: Algebra = {
      ...algebra,
      compareExpressions: (...pair) => {
        asked();
        return algebra.compareExpressions(...pair);
      },
    };
    expect(await verdict(counting, surds(9))).toBe('undecided');
    expect(asked.mock.calls.length).toBeLessThan(9);
  });
});
