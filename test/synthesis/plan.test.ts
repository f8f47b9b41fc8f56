import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import { failed, ok } from '../../src/base/result.ts';
import type { Result } from '../../src/base/result.ts';
import type { Rollout } from '../../src/rollout/rollout.ts';
import { planSynthesis } from '../../src/synthesis/plan.ts';
import type { CountTokens, PlannedSynthesis, PlanOptions } from '../../src/synthesis/plan.ts';
import { SYNTHESIS_PROMPTS } from '../../src/synthesis/prompt.ts';
import { keepEnd } from '../../src/synthesis/shorten.ts';
import { scriptedTokens } from '../kit/engine.ts';
import { rollout, solution } from './rollouts.ts';

const countWords: CountTokens = (messages) =>
  Promise.resolve(
    ok(messages.reduce((sum, { content }) => sum + scriptedTokens(content).length, 0)),
  );

const options: PlanOptions = {
  prompts: SYNTHESIS_PROMPTS.nano,
  chat: 'nano',
  questionVisible: false,
  group: 8,
  contextTokens: 3000,
  maxTokens: 256,
};

const planOf = (
  rollouts: readonly Rollout[],
  change: Partial<PlanOptions> = {},
): Promise<Result<PlannedSynthesis, Fault>> =>
  planSynthesis('How many?', rollouts, { ...options, ...change }, countWords);

const planned = async (
  rollouts: readonly Rollout[],
  change: Partial<PlanOptions> = {},
): Promise<PlannedSynthesis> => {
  const result = await planOf(rollouts, change);
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
};

describe('the plan of a synthesis', () => {
  it('shows every rollout whole, in the order of sampling, where there is room', async () => {
    const { plan, messages } = await planned([rollout(1, 'b'), rollout(0, 'a')]);
    expect(plan).toEqual({
      order: [0, 1],
      shortened: [],
      omitted: [],
      questionVisible: false,
      promptTokens: 7,
    });
    expect(messages[0]?.content).toBe('Combine.\n[1]\n1. a\n[2]\n1. b');
  });

  it('names the rollouts that are empty or failed', async () => {
    const { plan } = await planned([
      rollout(0, ' \n'),
      rollout(1, 'half', { stop: 'fault' }),
      rollout(2, 'c', { stop: 'length' }),
    ]);
    expect(plan.order).toEqual([2]);
    expect(plan.omitted).toEqual([
      { index: 0, why: 'empty' },
      { index: 1, why: 'fault' },
    ]);
  });

  it('never shows the extra rollout of equal-compute voting', async () => {
    const { plan } = await planned([rollout(0, 'a'), rollout(8, 'extra')]);
    expect(plan.order).toEqual([0]);
    expect(plan.omitted).toEqual([]);
  });

  it('shows the question where the recipe says so', async () => {
    const { plan, messages } = await planned([rollout(0, 'a')], { questionVisible: true });
    expect(plan.questionVisible).toBe(true);
    expect(messages[0]?.content).toContain('Question: How many?');
  });

  it('is a fault where there is nothing to read', async () => {
    expect(await planOf([])).toMatchObject({ ok: false, fault: { kind: 'no-rollouts' } });
    expect(await planOf([rollout(0, '')])).toMatchObject({
      ok: false,
      fault: { kind: 'no-rollouts' },
    });
  });
});

describe('where the rollouts do not fit the context', () => {
  const tight = { contextTokens: 200, maxTokens: 50 };

  it('the longest are shortened to their end and named, the others stay whole', async () => {
    const rollouts = [
      rollout(0, solution(10, 1)),
      rollout(1, solution(300, 2)),
      rollout(2, solution(12, 3)),
    ];
    const { plan, messages } = await planned(rollouts, tight);
    expect(plan.order).toEqual([0, 1, 2]);
    expect(plan.shortened).toEqual([1]);
    expect(plan.omitted).toEqual([]);
    const content = messages[0]?.content ?? '';
    expect(content).toContain(solution(10, 1));
    expect(content).toContain('The answer is 2.');
    expect(plan.promptTokens).toBeLessThanOrEqual(150);
    expect(plan.promptTokens).toBeGreaterThan(140);
  });

  it('the longest are left out and named where even the ends of all do not fit', async () => {
    const rollouts = Array.from({ length: 8 }, (_, index) =>
      rollout(index, solution(40 + index, index)),
    );
    const { plan, messages } = await planned(rollouts, tight);
    expect(plan.order).toEqual([0, 1, 2, 3, 4].slice(0, plan.order.length));
    expect(plan.omitted.length).toBe(8 - plan.order.length);
    expect(plan.omitted.every(({ why }) => why === 'no-room')).toBe(true);
    for (const index of plan.order)
      expect(messages[0]?.content).toContain(`The answer is ${index}.`);
  });

  it('of equally long ones the last is left out', async () => {
    const rollouts = Array.from({ length: 8 }, (_, index) => rollout(index, solution(40, index)));
    const { plan } = await planned(rollouts, tight);
    expect(plan.order).toEqual(plan.order.map((_, at) => at));
    expect(plan.omitted.length).toBeGreaterThan(0);
  });

  it('marks for a general model what was cut', async () => {
    const { messages } = await planned([rollout(0, solution(300, 1))], {
      chat: 'general',
      prompts: SYNTHESIS_PROMPTS.general,
      contextTokens: 300,
      maxTokens: 50,
    });
    expect(messages[0]?.content).toMatch(/~~~\n\[…\] step /);
  });

  it('is a fault with the tokens needed where not even one end fits', async () => {
    expect(
      await planOf([rollout(0, solution(300, 1))], { contextTokens: 20, maxTokens: 10 }),
    ).toEqual({
      ok: false,
      fault: { kind: 'context-overflow', job: 'synthesis', needed: 37, available: 20 },
    });
  });

  it('keeps at most half of the context free for the answer', async () => {
    const { plan } = await planned([rollout(0, solution(60, 1))], {
      contextTokens: 200,
      maxTokens: 4000,
    });
    expect(plan.shortened).toEqual([]);
    expect(plan.order).toEqual([0]);
  });

  it('always fits, and names every rollout exactly once', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 60, max: 600 }), async (words, contextTokens) => {
        const rollouts = words.map((count, index) =>
          rollout(index, count === 0 ? '' : solution(count, index)),
        );
        const result = await planOf(rollouts, { contextTokens, maxTokens: 30 });
        if (!result.ok) {
          expect(['no-rollouts', 'context-overflow']).toContain(result.fault.kind);
          return;
        }
        const { plan, messages } = result.value;
        const counted = await countWords(messages);
        expect(counted.ok && counted.value).toBe(plan.promptTokens);
        expect(plan.promptTokens).toBeLessThanOrEqual(contextTokens - 30);
        const named = [...plan.order, ...plan.omitted.map(({ index }) => index)];
        expect(named.sort((a, b) => a - b)).toEqual(words.map((_, index) => index));
        expect(plan.order).toEqual(expect.arrayContaining([...plan.shortened]));
      }),
      { numRuns: 60 },
    );
  });

  it('hands on the fault of the engine that counts', async () => {
    const fault: Fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' };
    const result = await planSynthesis('Q', [rollout(0, 'a')], options, () =>
      Promise.resolve(failed(fault)),
    );
    expect(result).toEqual(failed(fault));
  });
});

describe('keeping the end of a text', () => {
  it('starts at a line or a sentence where one begins early enough', () => {
    expect(keepEnd('First step here.\nSecond. The answer is 4.', 30, '')).toBe(
      'Second. The answer is 4.',
    );
    expect(keepEnd('A long first sentence. So the answer is 4.', 25, '… ')).toBe(
      '… So the answer is 4.',
    );
  });

  it('starts at a word otherwise', () => {
    expect(keepEnd('one two three four five six', 12, '')).toBe('five six');
  });

  it('leaves a text that is short enough', () => {
    expect(keepEnd('four', 4, '… ')).toBe('four');
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 3, max: 40 }),
        (text, length) => {
          const end = keepEnd(text, length, '… ');
          expect(end.length).toBeLessThanOrEqual(
            Math.max(length, text.length <= length ? text.length : 0),
          );
          expect(() => encodeURIComponent(end)).not.toThrow();
        },
      ),
    );
  });
});
