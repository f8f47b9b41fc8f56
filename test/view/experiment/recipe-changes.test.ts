import { expect, test } from 'vitest';
import type { Recipe } from '../../../src/group/recipe.ts';
import { recipeChanges } from '../../../src/view/experiment/recipe-changes.ts';
import { doneGroup } from '../../kit/group.ts';

const { recipe } = doneGroup({});
const changesTo = (other: Partial<Recipe>) =>
  recipeChanges({ verifiable: recipe }, { verifiable: { ...recipe, ...other } });

test('two recipes that are alike differ in nothing', () => {
  expect(changesTo({})).toEqual([]);
});

test('names what differs, with both values', () => {
  const sampling = { ...recipe.sampling, temperature: 0.7 };
  expect(changesTo({ group: 8, questionVisible: true, sampling })).toEqual([
    { name: 'group', first: '2', second: '8' },
    { name: 'temperature', first: '1', second: '0.7' },
    { name: 'questionVisible', first: 'no', second: 'yes' },
  ]);
});

test('takes other weights of one name for another model', () => {
  expect(changesTo({ policy: { ...recipe.policy, revision: 'e'.repeat(64) } })).toEqual([
    { name: 'policy', first: 'nano on wllama (fffffff)', second: 'nano on wllama (eeeeeee)' },
  ]);
});

test('says that prompts differ without their texts', () => {
  expect(changesTo({ prompts: { ...recipe.prompts, solve: 'Another {question}' } }).map(({ name }) => name)).toEqual(['prompts']);
});

test('names the methods, and not the prompts that only one of two runs needs for them', () => {
  expect(changesTo({ methods: ['perplexity', 'bestOfN'], assessPrompts: { choose: 'Which?' } })).toEqual([
    { name: 'methods', first: 'none', second: 'Least perplexity, Best of N' },
  ]);
});

test('leaves out nothing that decides what came of it: how it was judged, how the synthesis was sampled', () => {
  const synthesisSampling = { ...recipe.synthesisSampling, maxTokens: 7 };
  expect(changesTo({ judging: { repeats: 3, permute: true }, synthesisSampling })).toEqual([
    {
      name: 'rest',
      first: `judging –, synthesisSampling.maxTokens ${recipe.synthesisSampling.maxTokens}`,
      second: 'judging {"permute":true,"repeats":3}, synthesisSampling.maxTokens 7',
    },
  ]);
});

test('compares what both runs ask, of either kind of question, and says once what both kinds have', () => {
  const open: Recipe = { ...recipe, judging: { repeats: 1, permute: false } };
  const [first, second] = [{ verifiable: recipe, open }, { verifiable: { ...recipe, seed: 9 }, open: { ...open, seed: 9 } }];
  expect(recipeChanges(first, second)).toEqual([{ name: 'seed', first: String(recipe.seed), second: '9' }]);
  expect(recipeChanges({ verifiable: recipe }, { open: { ...open, seed: 9 } })).toEqual([]);
});
