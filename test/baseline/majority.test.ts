import { describe, expect, it } from 'vitest';
import { cluster } from '../../src/baseline/cluster.ts';
import { majorityVote } from '../../src/baseline/majority.ts';
import type { Vote } from '../../src/baseline/majority.ts';
import { oracle } from '../../src/baseline/oracle.ts';
import { single } from '../../src/baseline/single.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { wholeReading } from '../../src/reward/maths/read.ts';
import type { Reading } from '../../src/reward/maths/reading.ts';

/** An empty text is an absent answer. */
const readingsOf = (answers: readonly string[]): Reading[] => answers.map(wholeReading);

const clustersOf = (...answers: string[]): Promise<(number | null)[]> =>
  cluster(readingsOf(answers), compare);

const voteOf = async (...answers: string[]): Promise<Vote | null> => {
  const readings = readingsOf(answers);
  return majorityVote({ readings, clusters: await cluster(readings, compare) });
};

describe('clusters', () => {
  it('hold the answers of one value, numbered as they appear', async () => {
    expect(await clustersOf('1/2', '3', '0.5', '3.0', '$3')).toEqual([0, 1, 0, 1, 1]);
  });

  it('leave out missing answers, which are no answer in common', async () => {
    expect(await clustersOf('', '4', '')).toEqual([null, 0, null]);
  });

  it('put a percentage with whichever of its two readings came first', async () => {
    expect(await clustersOf('15', '15%', '0.15')).toEqual([0, 0, 1]);
    expect(await clustersOf('15%', '15', '0.15')).toEqual([0, 0, 0]);
  });

  it('keep an undecided pair apart', async () => {
    const undecided = (): Promise<'undecided'> => Promise.resolve('undecided');
    expect(await cluster(readingsOf(['1', '1']), undecided)).toEqual([0, 1]);
  });
});

describe('majority voting', () => {
  it('takes the most frequent value, however it is written', async () => {
    expect(await voteOf('7', '0.5', '7', '1/2', '\\frac12')).toEqual({
      index: 1,
      reading: { kind: 'found', raw: '0.5', rule: 'whole' },
      votes: 3,
      voters: 5,
    });
  });

  it('gives a tie to the answer seen first', async () => {
    expect(await voteOf('9', '4', '4', '9')).toMatchObject({ index: 0, votes: 2 });
  });

  it('counts no vote of a rollout without an answer, were they the most', async () => {
    expect(await voteOf('', '', '', '6')).toMatchObject({ index: 3, votes: 1, voters: 1 });
  });

  it('chooses nothing where nobody has an answer', async () => {
    expect(await voteOf('', '')).toBeNull();
  });

  it('chooses the first rollout of the winning answer', async () => {
    expect(await voteOf('1', '2', '2.0')).toMatchObject({ index: 1, votes: 2, voters: 3 });
  });
});

describe('the figures over all rollouts', () => {
  it('single is the share that is right', () => {
    expect(single.score([true, false, false, false])).toBe(0.25);
    expect(single.score([])).toBe(0);
  });

  it('the oracle needs one that is right', () => {
    expect(oracle.score([false, false, true])).toBe(1);
    expect(oracle.score([false, false])).toBe(0);
    expect(oracle.score([])).toBe(0);
  });
});
