import { describe, expect, test } from 'vitest';
import {
  alikePerLane,
  candidates,
  slotsPerLane,
} from '../../../src/engine/wllama/worker/layout.ts';

const mebi = 2 ** 20;
const nano = 2.6 * mebi;
const isolated = (cores: number) => ({ cores, isolated: true });
const open = (cores: number) => ({ cores, isolated: false });

describe('the layouts that are tried', () => {
  test.each([
    ['a small model on two cores', 'auto', nano, isolated(2), [[1, 1], [2, 1]]],
    ['a small model without isolation', 'auto', nano, open(2), [[1, 1], [2, 1]]],
    ['a small model on many cores', 'auto', nano, isolated(32), [[1, 1], [8, 1]]],
    ['one core', 'auto', nano, isolated(1), [[1, 1]]],
    ['a model that fits twice', 'auto', 98 * mebi, isolated(8), [[1, 1], [2, 1]]],
    ['a big model', 'auto', 900 * mebi, isolated(8), [[1, 1], [1, 8]]],
    ['a big model without isolation', 'auto', 900 * mebi, open(8), [[1, 1]]],
    ['a set number', 3, nano, isolated(8), [[3, 1]]],
    ['a set number for a big model', 3, 900 * mebi, isolated(8), [[1, 3]]],
    ['a set number that cannot be had', 3, 900 * mebi, open(8), [[1, 1]]],
    ['more than is ever used', 99, nano, isolated(8), [[8, 1]]],
  ] as const)('%s', (_name, threads, bytes, machine, expected) => {
    const layouts = candidates(threads, null, bytes, machine);
    expect(layouts.map((layout) => [layout.lanes, layout.threads])).toEqual(expected);
  });
});

test('fewer slots wanted than cores make fewer lanes', () => {
  expect(candidates(4, 1, nano, isolated(8))).toEqual([{ lanes: 1, threads: 1 }]);
  expect(candidates(4, 2, nano, isolated(8))).toEqual([{ lanes: 2, threads: 1 }]);
  expect(candidates('auto', 1, nano, isolated(8))).toEqual([{ lanes: 1, threads: 1 }]);
});

describe('slots', () => {
  test('of a small model are at least four over all lanes', () => {
    for (const lanes of [1, 2, 3, 4, 8]) {
      expect(lanes * slotsPerLane(lanes, null, nano)).toBeGreaterThanOrEqual(4);
    }
  });

  test('wanted are given up to sixteen', () => {
    expect(2 * slotsPerLane(2, 16, nano)).toBe(16);
    expect(2 * slotsPerLane(2, 100, nano)).toBe(16);
    expect(slotsPerLane(1, 1, nano)).toBe(1);
    expect(2 * slotsPerLane(2, 3, nano)).toBeLessThanOrEqual(3);
  });

  test('of a big model are one in each lane: each answer is done sooner, and no later together', () => {
    expect(slotsPerLane(1, null, 900 * mebi)).toBe(1);
  });
});

test('a lane takes two alike prompts at once only where lanes are few', () => {
  expect([1, 2, 3, 4, 8].map((lanes) => alikePerLane(lanes, 4))).toEqual([2, 2, 2, 1, 1]);
  expect(alikePerLane(2, 1)).toBe(1);
});
