import { expect, test } from 'vitest';
import { recipeChanges } from '../../../src/view/experiment/recipe-changes.ts';
import { doneGroup } from '../../kit/group.ts';

const { recipe } = doneGroup({});

test('two recipes that are alike differ in nothing', () => {
  expect(recipeChanges(recipe, { ...recipe })).toEqual([]);
});

test('names what differs, with both values', () => {
  const other = { ...recipe, group: 8, questionVisible: true, sampling: { ...recipe.sampling, temperature: 0.7 } };
  expect(recipeChanges(recipe, other)).toEqual([
    { name: 'group', first: '2', second: '8' },
    { name: 'temperature', first: '1', second: '0.7' },
    { name: 'questionVisible', first: 'no', second: 'yes' },
  ]);
});

test('takes other weights of one name for another model', () => {
  const other = { ...recipe, policy: { ...recipe.policy, revision: 'e'.repeat(64) } };
  expect(recipeChanges(recipe, other)).toEqual([
    { name: 'policy', first: 'nano on wllama (fffffff)', second: 'nano on wllama (eeeeeee)' },
  ]);
});

test('says that prompts differ without their texts', () => {
  const other = { ...recipe, prompts: { ...recipe.prompts, solve: 'Another {question}' } };
  expect(recipeChanges(recipe, other).map(({ name }) => name)).toEqual(['prompts']);
});
