import { expect, test } from 'vitest';
import { recipeDifferences } from '../../src/group/recipe-differences.ts';
import { doneGroup } from '../kit/group.ts';

const { recipe } = doneGroup({});

test('two recipes differ in members, each by its path', () => {
  const other = {
    ...recipe,
    policy: { ...recipe.policy, model: 'other' },
    sampling: { ...recipe.sampling, temperature: 0.5 },
    methods: ['perplexity' as const],
  };
  expect(recipeDifferences(recipe, other)).toEqual([
    { path: 'methods', first: undefined, second: ['perplexity'] },
    { path: 'policy.model', first: 'nano', second: 'other' },
    { path: 'sampling.temperature', first: 1, second: 0.5 },
  ]);
});

test('equal recipes differ in nothing, whatever the order of their members', () => {
  const reversed = Object.fromEntries(Object.entries(recipe).reverse()) as unknown as typeof recipe;
  expect(recipeDifferences(recipe, reversed)).toEqual([]);
});
