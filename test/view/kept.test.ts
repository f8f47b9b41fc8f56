import { describe, expect, test } from 'vitest';
import { makeRecipe } from '../../src/run/recipe.ts';
import { defaultSettings } from '../../src/run/settings.ts';
import type { GroupView } from '../../src/view/group-state.ts';
import { restoreGroup } from '../../src/view/group-state.ts';
import { keptOf } from '../../src/view/kept.ts';
import { doneGroup } from '../kit/group.ts';
import { HandLab, loadedModel } from '../kit/lab.ts';

const lab = new HandLab();
lab.ready();
const settings = defaultSettings('nano');

const stopped = (of: typeof settings): GroupView => ({
  ...restoreGroup({ ...doneGroup({}), recipe: makeRecipe(of, loadedModel(), loadedModel()) }, 0),
  status: 'stopped',
});

describe('of a group that was stopped', () => {
  test('a part stands for the same settings, and nothing for others', () => {
    expect(keptOf(stopped(settings), settings, lab, 'verifiable')).toBe('part');
    expect(keptOf(stopped(settings), { ...settings, seed: 9 }, lab, 'verifiable')).toBe('none');
  });

  test('a part stands although the run that it is of asked for smaller groups too', () => {
    const ofRun = stopped({ ...settings, smallerGroups: [1, 2] });
    expect(keptOf(ofRun, settings, lab, 'verifiable')).toBe('part');
  });
});

describe('of a group that the store gave back', () => {
  const kept = (of: typeof settings): GroupView => ({
    ...restoreGroup({ ...doneGroup({}), recipe: makeRecipe(of, loadedModel(), loadedModel()) }, 0),
    cached: true,
  });

  test('all stands for the same settings, and nothing for others', () => {
    expect(keptOf(kept(settings), settings, lab, 'verifiable')).toBe('whole');
    const hotter = { ...settings, sampling: { ...settings.sampling, temperature: 1.3 } };
    expect(keptOf(kept(settings), hotter, lab, 'verifiable')).toBe('none');
    expect(keptOf(kept(settings), { ...settings, seed: 9 }, lab, 'verifiable')).toBe('none');
  });

  test('its texts stand where more methods are wanted, and all of it while there is no model', () => {
    const more = { ...settings, methods: ['perplexity' as const] };
    expect(keptOf(kept(settings), more, lab, 'verifiable')).toBe('part');
    expect(keptOf(kept(more), settings, lab, 'verifiable')).toBe('whole');
    expect(keptOf(kept(settings), settings, new HandLab(), 'verifiable')).toBe('whole');
  });
});
