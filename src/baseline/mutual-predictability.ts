import { createRandom, deriveSeed } from '../base/random.ts';
import { highest, scoresBy } from './highest.ts';
import type { Ask, Material, Method } from './method.ts';
import { asWritten, listMessages } from '../rollout/listing.ts';

/**
 * Mutual predictability (paper, section on baselines): of each rollout, how well the other ones
 * foretell it. The others stand in the prompt in a random order of their own, the rollout comes last,
 * and the lowest perplexity wins. The score is the mean log-probability of the rollout's tokens.
 */
export const mutualPredictability: Method = {
  kind: 'method',
  name: 'mutualPredictability',
  asking: { role: 'anchor', prompt: 'predict', how: 'score', job: null, needsReference: false },
  asks: (material) => material.candidates.map((candidate) => askFor(material, candidate)),
  conclude({ group }, replies) {
    const last = new Map(replies.map(({ order, score }) => [order.at(-1), score]));
    const scores = scoresBy(group, (index) => last.get(index));
    const index = highest(scores);
    return index === null ? { index, reason: 'no-score', scores } : { index, scores };
  },
};

function askFor(
  { chat, prompt, question, candidates, seed }: Material,
  candidate: Material['candidates'][number],
): Ask {
  const others = createRandom(deriveSeed(seed, candidate.index)).shuffle(
    candidates.filter((other) => other !== candidate),
  );
  const texts = others.map(({ text }) => text);
  return {
    order: [...others.map(({ index }) => index), candidate.index],
    messages: listMessages(chat, prompt, question, texts),
    continuation: asWritten(chat, candidate.text),
  };
}
