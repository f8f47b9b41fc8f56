/**
 * The paper's own figures of accuracy against G, where one is known: Qwen 3 4B on MATH-500. Only two
 * of its points, and never beside ours without the words that they are of another model and set. Which
 * of the paper's versions has them could not be confirmed, so none is named.
 */
export const PAPER = {
  model: 'Qwen 3 4B',
  set: 'MATH-500',
  series: [
    // Of one answer the vote is that answer.
    { name: 'majority', points: [{ group: 1, share: 0.79 }, { group: 8, share: 0.81 }] },
    { name: 'synthesis', points: [{ group: 1, share: 0.8 }, { group: 8, share: 0.85 }] },
  ],
} as const;
