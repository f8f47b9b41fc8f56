import type { ReactiveControllerHost } from 'lit';
import { describe, expect, test } from 'vitest';
import { makeRecipe } from '../../../src/run/recipe.ts';
import { checkSettings, defaultSettings } from '../../../src/run/settings.ts';
import { SettingsController } from '../../../src/view/settings/settings-controller.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';

const host: ReactiveControllerHost = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};
const general = { ...nanoSpec, id: 'big', chat: 'general' } as const;

describe('the settings of the page', () => {
  test('keep the prompts of each kind of question apart, and everything else in common', () => {
    const settings = new SettingsController(host);
    settings.set({ group: 3, prompts: { solve: 'Count: {question}' } });
    settings.setKind('open');
    expect(settings.of('nano').prompts).toEqual({});
    settings.set({ ...settings.change, prompts: { solve: 'Advise: {question}' } });
    settings.setKind('verifiable');
    expect(settings.of('nano')).toMatchObject({ group: 3, prompts: { solve: 'Count: {question}' } });
    settings.setKind('open');
    expect(settings.of('nano').prompts).toEqual({ solve: 'Advise: {question}' });
  });

  test('tell what was changed of the prompts for each kind, whichever is in hand', () => {
    const settings = new SettingsController(host);
    settings.set({ prompts: { solve: 'Count: {question}' } });
    expect(settings.prompts).toEqual({ verifiable: { solve: 'Count: {question}' }, open: {} });
    settings.setKind('open');
    settings.set({ prompts: { solve: 'Advise: {question}' } });
    expect(settings.prompts).toEqual({
      verifiable: { solve: 'Count: {question}' },
      open: { solve: 'Advise: {question}' },
    });
    settings.anew({ group: 3 });
    expect(settings.prompts).toEqual({ verifiable: {}, open: {} });
    expect(settings.change).toEqual({ group: 3 });
  });

  test('drop prompts with the kind of model that they were written for, of both kinds', () => {
    const settings = new SettingsController(host);
    settings.set({ group: 3, prompts: { solve: 'Count: {question}' } });
    settings.setKind('open');
    settings.newModel(general, 'nano');
    settings.setKind('verifiable');
    expect(settings.of('general')).toMatchObject({ group: 3, prompts: {} });
  });

  test('ask for no smaller groups after a group of a run was opened, whatever G becomes', () => {
    const settings = new SettingsController(host);
    const ofRun = { ...defaultSettings('nano'), group: 4, smallerGroups: [1, 2, 4] };
    settings.take(makeRecipe(ofRun, loadedModel(), loadedModel()), 'nano');
    expect(settings.of('nano')).toEqual({ ...defaultSettings('nano'), group: 4 });
    settings.set({ ...settings.change, group: 2 });
    expect(checkSettings(settings.of('nano'))).toEqual([]);
  });

  test('are as before where a model was not loaded after all, unless they were changed meanwhile', () => {
    const settings = new SettingsController(host);
    const preset = { temperature: 0.6, topP: 0.8, topK: 20, maxTokens: 900 };
    settings.set({ group: 3, prompts: { solve: 'Count: {question}' } });
    const before = settings.change;
    settings.newModel({ ...general, preset }, 'nano')();
    expect(settings.change).toBe(before);
    const takeBack = settings.newModel({ ...general, preset }, 'nano');
    settings.set({ ...settings.change, group: 5 });
    takeBack();
    expect(settings.change).toMatchObject({ group: 5, sampling: preset });
  });

  test('take the sampling that suits a model, and keep prompts for another of its kind', () => {
    const settings = new SettingsController(host);
    const preset = { temperature: 0.6, topP: 0.8, topK: 20, maxTokens: 900 };
    settings.set({ prompts: { solve: 'Count: {question}' } });
    settings.newModel({ ...general, preset }, 'general');
    expect(settings.of('general')).toMatchObject({
      sampling: preset,
      prompts: { solve: 'Count: {question}' },
    });
    settings.newModel(nanoSpec, 'general');
    expect(settings.of('nano')).toEqual(defaultSettings('nano'));
  });

  test('keep sampling that the person changed after a model came with its own', () => {
    const settings = new SettingsController(host);
    const preset = { temperature: 0.6, topP: 0.8, topK: 20, maxTokens: 900 };
    settings.newModel({ ...general, preset }, 'general');
    settings.set({ ...settings.change, sampling: { ...preset, temperature: 0.2 } });
    settings.newModel(nanoSpec, 'general');
    expect(settings.of('nano').sampling).toMatchObject({ temperature: 0.2, topK: 20 });
  });
});
