/** Tokens that are sampled now: those of texts that come again from the store are none. */
import type { RunEvent } from './event.ts';

export interface SampledCount {
  take(event: RunEvent): void;
  readonly tokens: number;
}

/** Counted as each text ends: a server sends several tokens at once, and one piece of text for them. */
export function countSampled(): SampledCount {
  const streamed = new Set<string>();
  let tokens = 0;
  const end = (text: string, count: number): void => {
    if (streamed.delete(text)) tokens += count;
  };
  return {
    take(event) {
      if (event.kind === 'rollout-token') streamed.add(`${event.groupId} ${event.index}`);
      else if (event.kind === 'rollout-done') end(`${event.groupId} ${event.rollout.index}`, event.rollout.tokens);
      else if (event.kind === 'synthesis-token') streamed.add(event.groupId);
      else if (event.kind === 'synthesis-done') end(event.groupId, event.synthesis.tokens);
    },
    get tokens() {
      return tokens;
    },
  };
}
