import { describe, expect, test } from 'vitest';
import type { Group } from '../../src/group/group.ts';
import type { LoadedModel } from '../../src/engine/model.ts';
import type { OpenQuestion } from '../../src/question/question.ts';
import { estimateOf } from '../../src/run/estimate.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { summaryOf } from '../../src/store/summary.ts';
import { scriptedCapabilities, scriptedSpec } from '../kit/engine.ts';
import { openScene } from '../kit/open-scene.ts';
import type { SettingsChange } from '../../src/run/settings.ts';
import { openQuestion, openSettings } from './open-kit.ts';

const itemWith = (rubric?: OpenQuestion['rubric']) => [{ question: openQuestion('How do I wake up?', rubric), tags: [] }];
const given = [{ criterion: 'Names tea.', points: 2 }];

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

const secondsOf = async (
  group: Group,
  slots: number,
  change: SettingsChange,
  rubric?: OpenQuestion['rubric'],
): Promise<number | null> => {
  const policy = policyOf(group, slots);
  return (await estimateOf(storeOf(group), policy, itemWith(rubric), openSettings(change))).seconds;
};

describe('the estimate of an open question', () => {
  test('has the verdicts side by side in the slots of the model', async () => {
    const group = await judged();
    expect(await secondsOf(group, 1, { group: 2 }, given)).toBeCloseTo(0.8 + 0.8 + 9 * 0.8, 9);
    expect(await secondsOf(group, 4, { group: 2 }, given)).toBeCloseTo(0.8 + 0.8 + (9 * 0.8) / 4, 9);
  });

  test('has as many verdicts as another G has rollouts, but no more criteria, nor verdicts on the synthesis', async () => {
    const group = await judged();
    expect(await secondsOf(group, 1, { group: 8 }, given)).toBeCloseTo((0.8 * 9) / 3 + 0.8 + 33 * 0.8, 9);
  });

  test('has verdicts on the rubric of its own data set, whatever the questions of before brought', async () => {
    const group = await judged();
    expect(await secondsOf(group, 1, { group: 2 })).toBeCloseTo(0.8 + 0.8 + 6 * 0.8, 9);
    expect(await secondsOf(group, 1, { group: 2 }, [...given, ...given])).toBeCloseTo(0.8 + 0.8 + 12 * 0.8, 9);
  });

  test('has each verdict as often as it is repeated', async () => {
    const change = { group: 2, judging: { repeats: 3 } };
    expect(await secondsOf(await judged(), 1, change, given)).toBeCloseTo(0.8 + 0.8 + 27 * 0.8, 9);
  });
});
