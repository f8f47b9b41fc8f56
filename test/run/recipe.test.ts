import { describe, expect, test } from 'vitest';
import { changeOf } from '../../src/run/recipe-change.ts';
import { makeRecipe } from '../../src/run/recipe.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import type { SettingsChange } from '../../src/run/settings.ts';
import { loadedModel, nanoSpec } from '../kit/lab.ts';

const nano = loadedModel();
const big = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });

describe('the change that a recipe came of', () => {
  test.each<SettingsChange>([
    {},
    { group: 3, seed: 9, questionVisible: true, equalCompute: true },
    { sampling: { temperature: 0.3, topP: 0.5, topK: 7, maxTokens: 32 } },
    { prompts: { solve: '{question}!', synthesise: '{rollouts}!' } },
  ])('is %j again', (change) => {
    const recipe = makeRecipe(applyChange(defaultSettings('nano'), change), nano, nano);
    expect(changeOf(recipe, 'nano')).toEqual({ sampling: {}, prompts: {}, ...change });
  });

  test('has no smaller groups, which a run names for itself', () => {
    const settings = applyChange(defaultSettings('nano'), { group: 4, smallerGroups: [1, 2, 4], smallerSubsets: 2 });
    expect(changeOf(makeRecipe(settings, nano, nano), 'nano')).toEqual({ group: 4, sampling: {}, prompts: {} });
  });

  test('of another kind of model brings its numbers along, but no prompts', () => {
    const settings = applyChange(defaultSettings('general'), { prompts: { solve: '{question}!' } });
    const change = changeOf(makeRecipe(settings, big, big), 'nano');
    expect(change.prompts).toEqual({});
    expect(applyChange(defaultSettings('nano'), change).sampling).toEqual(settings.sampling);
  });
});
