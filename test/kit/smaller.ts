import type { SmallerSynthesis } from '../../src/group/smaller.ts';
import type { StopReason } from '../../src/engine/sample.ts';

/** What the anchor wrote from these members: that answer, as plain data. */
export const smaller = (
  members: readonly number[],
  answer: string,
  stop: StopReason = 'end',
): SmallerSynthesis => ({
  kind: 'smaller-synthesis',
  size: members.length,
  members,
  synthesis: {
    text: `The answer is ${answer}.`,
    tokens: 5,
    promptTokens: 20,
    logprobs: [-0.1, -0.2, -0.3, -0.1, -0.3],
    stop,
    seconds: 0.2,
    seed: 7,
    plan: { order: members, shortened: [], omitted: [], questionVisible: false, promptTokens: 20 },
  },
});
