import { describe, expect, test } from 'vitest';
import type { Group } from '../../src/group/group.ts';
import type { LoadedModel } from '../../src/engine/model.ts';
import { estimateOf } from '../../src/run/estimate.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { summaryOf } from '../../src/store/summary.ts';
import { scriptedCapabilities, scriptedSpec } from '../kit/engine.ts';
import { openScene } from '../kit/open-scene.ts';
import { openQuestion, openSettings } from './open-kit.ts';

const items = [{ question: openQuestion('How do I wake up?'), tags: [] }];

const storeOf = (group: Group): Store => ({
  ...createMemoryStore(),
  list: () => Promise.resolve([summaryOf(group)]),
  group: () => Promise.resolve(group),
});

const policyOf = ({ recipe }: Group, slots: number): LoadedModel => ({
  spec: { ...scriptedSpec, id: recipe.policy.model },
  revision: recipe.policy.revision,
  bytes: 1024,
  capabilities: { ...scriptedCapabilities, slots },
  calibration: [],
});

/** Of 2 rollouts at once and a synthesis, 0.4 s each; the criteria and 9 verdicts took 0.8 s each. */
const judged = (): Promise<Group> =>
  openScene({
    criteria: ['A b.', 'C d.', 'E f.'],
    given: [{ criterion: 'G h.', points: 1 }],
    verdicts: ['yy', 'yy', 'yy', 'yy'],
    synthesisVerdicts: 'y',
  });

const secondsOf = async (group: Group, slots: number, wanted: number): Promise<number | null> => {
  const settings = openSettings({ group: wanted });
  return (await estimateOf(storeOf(group), policyOf(group, slots), items, settings)).seconds;
};

describe('the estimate of an open question', () => {
  test('has the verdicts side by side in the slots of the model', async () => {
    const group = await judged();
    expect(await secondsOf(group, 1, 2)).toBeCloseTo(0.8 + 0.8 + 9 * 0.8, 9);
    expect(await secondsOf(group, 4, 2)).toBeCloseTo(0.8 + 0.8 + (9 * 0.8) / 4, 9);
  });

  test('has as many verdicts as another G has rollouts, but no more criteria, nor verdicts on the synthesis', async () => {
    const group = await judged();
    expect(await secondsOf(group, 1, 8)).toBeCloseTo((0.8 * 9) / 3 + 0.8 + 33 * 0.8, 9);
  });
});
