import { expect, test } from 'vitest';
import { makeRecipe } from '../../../src/run/recipe.ts';
import { applyChange, defaultSettings } from '../../../src/run/settings.ts';
import { settingsOf } from '../../../src/view/experiment/anew.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';

const big = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });
const judging = { repeats: 3, permute: true };
const settings = applyChange(defaultSettings('general'), {
  ...{ group: 4, seed: 7, equalCompute: true, judging, methods: ['bestOfN'] },
  prompts: { solve: '{question}!' },
});
const verifiable = makeRecipe(settings, big, big);
const open = makeRecipe(settings, big, big, { regime: 'open' });

test('a run of both kinds of question is asked anew with its judging and its equal compute', () => {
  expect(applyChange(defaultSettings('general'), settingsOf({ verifiable, open }))).toEqual({ ...settings, prompts: {} });
});

test('a run of one kind is asked anew with what that kind has', () => {
  expect(settingsOf({ open })).toMatchObject({ group: 4, seed: 7, judging });
  expect(settingsOf({ verifiable })).toMatchObject({ group: 4, seed: 7, equalCompute: true });
  expect(settingsOf({ verifiable })).not.toHaveProperty('judging');
});
