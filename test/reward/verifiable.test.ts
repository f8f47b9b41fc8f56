import { expect, it } from 'vitest';
import { compare } from '../../src/reward/maths/compare.ts';
import { readAnswer } from '../../src/reward/maths/read.ts';
import type { Reading } from '../../src/reward/maths/reading.ts';
import { verifiableRewards } from '../../src/reward/verifiable.ts';

const absent: Reading = { kind: 'absent' };
const answer = (text: string): Reading => readAnswer(`The answer is ${text}.`);

it('a rollout earns 1 where its answer is the synthesis’s, however it is written', async () => {
  const rollouts = [answer('1/2'), answer('0.5'), answer('2'), absent];
  expect(await verifiableRewards(rollouts, answer('50%'), compare)).toEqual([1, 1, 0, 0]);
});

it('nobody earns anything from a synthesis without an answer, not even who has none either', async () => {
  expect(await verifiableRewards([answer('7'), absent], absent, compare)).toEqual([0, 0]);
});

it('an undecided comparison earns nothing', async () => {
  const undecided = (): Promise<'undecided'> => Promise.resolve('undecided');
  expect(await verifiableRewards([answer('7')], answer('7'), undecided)).toEqual([0]);
});
