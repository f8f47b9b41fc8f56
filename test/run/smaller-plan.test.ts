import { describe, expect, test } from 'vitest';
import type { Loss } from '../../src/engine/engine.ts';
import type { Capabilities } from '../../src/engine/model.ts';
import { smallerPlan, type LoadPlan } from '../../src/run/smaller-plan.ts';
import { loadedModel, nanoSpec } from '../kit/lab.ts';

const first: LoadPlan = { spec: nanoSpec, options: { threads: 2 }, halved: 'nothing' };

const loss = (atOnce: number, more: Partial<Capabilities> = {}): Loss => {
  const { capabilities, ...model } = loadedModel();
  const had = { ...capabilities, slots: 32, contextTokens: 4096, cacheTokens: 32896, ...more };
  return { fault: { kind: 'out-of-memory', reason: 'full' }, model: { ...model, capabilities: had }, atOnce };
};

describe('the plan after memory ran out', () => {
  test('first decodes half as many at once, in no larger a cache', () => {
    expect(smallerPlan(first, loss(9))).toEqual({
      spec: nanoSpec,
      options: { threads: 2, slots: 4, cacheTokens: 32896 },
      halved: 'batch',
    });
  });

  test('never asks for more at once than a usual cache has room for', () => {
    expect(smallerPlan(first, loss(32))?.options.slots).toBe(8);
  });

  test('then has half the context, in half the cache', () => {
    const second = smallerPlan(first, loss(8)) ?? first;
    expect(smallerPlan(second, loss(4, { slots: 4, cacheTokens: 16448 }))).toEqual({
      spec: { ...nanoSpec, contextTokens: 2048 },
      options: { threads: 2, slots: 4, cacheTokens: 8224 },
      halved: 'context',
    });
  });

  test('has half the context at once where one answer was decoded alone', () => {
    const plan = smallerPlan(first, loss(1, { slots: 1, contextTokens: 3000 }));
    expect(plan).toMatchObject({ spec: { contextTokens: 1488 }, halved: 'context' });
  });

  test('is none after that, and none where half the context would be of no use', () => {
    expect(smallerPlan({ ...first, halved: 'context' }, loss(8))).toBeNull();
    expect(smallerPlan({ ...first, halved: 'batch' }, loss(8, { contextTokens: 1000 }))).toBeNull();
  });
});
