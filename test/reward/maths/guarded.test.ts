import { describe, expect, it } from 'vitest';
import { guardAlgebra } from '../../../src/reward/maths/guarded.ts';
import { whole } from '../../../src/reward/maths/node.ts';
import { threads } from './fake-threads.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const pair = [whole(1n), whole(2n)] as const;

describe('algebra behind a thread', () => {
  it('starts no thread before the first question', async () => {
    const { start, all } = threads();
    const algebra = guardAlgebra(start);
    expect(all).toHaveLength(0);
    const verdict = algebra.compareExpressions(...pair);
    await settled();
    all[0]!.say('different');
    expect(await verdict).toBe('different');
  });

  it('asks one question at a time and keeps the answers apart', async () => {
    const { start, all } = threads();
    const algebra = guardAlgebra(start);
    const verdicts = [algebra.compareExpressions(...pair), algebra.compareExpressions(...pair)];
    await settled();
    expect(all[0]!.asked).toHaveLength(1);
    all[0]!.say('equal');
    await settled();
    expect(all[0]!.asked).toHaveLength(2);
    all[0]!.say('different');
    expect(await Promise.all(verdicts)).toEqual(['equal', 'different']);
    expect(all).toHaveLength(1);
  });

  it('leaves undecided what takes too long, ends that thread and goes on with another', async () => {
    const { start, all } = threads();
    const algebra = guardAlgebra(start, { load: 1000, answer: 20 });
    expect(await algebra.compareExpressions(...pair)).toBe('undecided');
    expect(all[0]!.ended).toBe(true);
    expect(algebra.expired).toBe(1);
    const next = algebra.compareExpressions(...pair);
    await settled();
    // An answer that comes too late is nobody's.
    all[0]!.say('different');
    all[1]!.say('equal');
    expect(await next).toBe('equal');
  });

  it('leaves undecided what a thread dies of', async () => {
    const { start, all } = threads();
    const algebra = guardAlgebra(start);
    const verdict = algebra.compareExpressions(...pair);
    await settled();
    all[0]!.die();
    expect(await verdict).toBe('undecided');
    expect(algebra.expired).toBe(0);
  });

  it('leaves undecided what no thread can be started for', async () => {
    const algebra = guardAlgebra(() => {
      throw new Error('no workers here');
    });
    expect(await algebra.compareExpressions(...pair)).toBe('undecided');
  });
});
