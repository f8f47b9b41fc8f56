import { describe, expect, test } from 'vitest';
import {
  applyChange,
  BOUNDS,
  checkSettings,
  defaultSettings,
  outsideTrained,
} from '../../src/run/settings.ts';
import type { Outside, SettingsChange } from '../../src/run/settings.ts';
import { nanoTrained } from '../kit/lab.ts';

const nano = defaultSettings('nano');
const changed = (change: SettingsChange) => applyChange(nano, change);

describe('settings', () => {
  test('the defaults of both kinds of model are within all bounds', () => {
    expect(checkSettings(defaultSettings('nano'))).toEqual([]);
    expect(checkSettings(defaultSettings('general'))).toEqual([]);
    expect(outsideTrained(nano, 'nano', nanoTrained)).toEqual([]);
  });

  test('a change leaves alone what it does not name', () => {
    const result = changed({ sampling: { temperature: 0.5 }, prompts: { solve: '{question}' } });
    expect(result.sampling).toEqual({ ...nano.sampling, temperature: 0.5 });
    expect(applyChange(result, { seed: 3 }).prompts).toEqual({ solve: '{question}' });
    expect(nano.prompts).toEqual({});
  });

  test.each([
    ['group', { group: 0 }],
    ['group', { group: 33 }],
    ['group', { group: 2.5 }],
    ['temperature', { sampling: { temperature: 2.1 } }],
    ['temperature', { sampling: { temperature: Number.NaN } }],
    ['topP', { sampling: { topP: 0 } }],
    ['topP', { sampling: { topP: 1.01 } }],
    ['topK', { sampling: { topK: -1 } }],
    ['maxTokens', { sampling: { maxTokens: 0 } }],
    ['maxTokens', { sampling: { maxTokens: 4097 } }],
    ['seed', { seed: 2 ** 32 }],
    ['seed', { seed: -1 }],
    ['prompts.solve', { prompts: { solve: 'Solve it.' } }],
    ['prompts.synthesise', { prompts: { synthesise: 'Combine.' } }],
    ['prompts.synthesise', { prompts: { synthesise: '{question} {rollouts}' } }],
    ['prompts.synthesiseWithQuestion', { prompts: { synthesiseWithQuestion: '{rollouts}' } }],
  ] as [string, SettingsChange][])('%s out of bounds is named: %j', (setting, change) => {
    const faults = checkSettings(changed(change));
    expect(faults).toMatchObject([{ kind: 'setting-invalid', setting }]);
  });

  test.each([
    { group: 1 },
    { group: 32 },
    { sampling: { temperature: 0, topP: 0.01, topK: 1000, maxTokens: 4096 } },
    { seed: 2 ** 32 - 1 },
  ] as SettingsChange[])('the ends of the bounds are allowed: %j', (change) => {
    expect(checkSettings(changed(change))).toEqual([]);
  });

  test('an open end is said as such', () => {
    const [fault] = checkSettings(changed({ sampling: { topP: 0 } }));
    expect(fault).toMatchObject({ expected: 'a number above 0 and up to 1', value: '0' });
    expect(BOUNDS.topP.aboveLow).toBe(true);
  });

  test.each<[SettingsChange, Outside]>([
    [{ group: 17 }, { setting: 'group', min: 1, max: 16 }],
    [{ sampling: { temperature: 1.1 } }, { setting: 'temperature', most: 1 }],
    [{ sampling: { maxTokens: 159 } }, { setting: 'maxTokens', needed: 160 }],
    [{ prompts: { solve: 'Please solve {question}' } }, { setting: 'solve' }],
  ])('%j beyond what nano learned is said with what it learned', (change, outside) => {
    expect(outsideTrained(changed(change), 'nano', nanoTrained)).toEqual([outside]);
    expect(outsideTrained(changed(change), 'general', undefined)).toEqual([]);
  });

  test('nothing is said of numbers where no manifest tells them', () => {
    const change = { group: 32, prompts: { solve: 'Please solve {question}' } };
    expect(outsideTrained(changed(change), 'nano', undefined)).toEqual([{ setting: 'solve' }]);
  });
});
