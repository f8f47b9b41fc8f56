import { expect, it } from 'vitest';
import { algebraInWorker } from '../../../src/reward/maths/algebra-link.ts';
import { compare } from '../../../src/reward/maths/compare.ts';
import { wholeReading } from '../../../src/reward/maths/read.ts';

const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => (/mathjs/.test(name) ? [name] : []));

it('settles fractions without loading any algebra', async () => {
  expect(await compare(wholeReading('\\frac12'), wholeReading('0.5'))).toBe('equal');
  expect(loaded()).toEqual([]);
});

it('settles algebra in a worker of its own', async () => {
  expect(await compare(wholeReading('\\sqrt{12}'), wholeReading('2\\sqrt3'))).toBe('equal');
  expect(await compare(wholeReading('y=2x'), wholeReading('y=3x'))).toBe('different');
});

it('answers questions that come at once, each with its own answer', async () => {
  const algebra = await algebraInWorker();
  const pi = { kind: 'constant', name: 'pi' } as const;
  const e = { kind: 'constant', name: 'e' } as const;
  const verdicts = [algebra.compareExpressions(pi, pi), algebra.compareExpressions(pi, e)];
  expect(await Promise.all(verdicts)).toEqual(['equal', 'different']);
});
