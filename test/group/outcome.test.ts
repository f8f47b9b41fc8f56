import { expect, test } from 'vitest';
import { evaluate } from '../../src/group/evaluate.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { doneGroup } from '../kit/group.ts';

test('an open question that was not judged has no rewards, not rewards of 0', async () => {
  const done = doneGroup({});
  const group = {
    ...done,
    question: { kind: 'open' as const, text: 'What helps?' },
    recipe: { ...done.recipe, judging: { repeats: 1, permute: false } },
  };
  const outcome = outcomeOf({ ...group, evaluation: await evaluate(group, compare) });
  expect(outcome.scored).toBe('nothing');
  expect(outcome.rewards).toEqual(done.rollouts.slice(0, done.recipe.group).map(() => null));
});
