/** Measures how fast lanes decode: short, and with several lanes at the same time. */
import type { Lane } from './lane.ts';
import { LaneError } from './lane-error.ts';

const mostTokens = 24;
const mostMilliseconds = 400;

/**
 * Tokens per second over all lanes together, one sequence in each. The first tokens of a lane are
 * slow, since the browser is still compiling; `warmUp` before the first measurement.
 */
export async function measure(lanes: readonly Lane[]): Promise<number> {
  const speeds = await Promise.all(lanes.map(decodeSpeed));
  return speeds.reduce((all, speed) => all + speed, 0);
}

export async function warmUp(lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.map((lane) => decode(lane, 6)));
}

async function decodeSpeed(lane: Lane): Promise<number> {
  const { tokens, milliseconds } = await decode(lane, mostTokens);
  return (1000 * tokens) / milliseconds;
}

/** Decodes up to `count` tokens; the time runs from the first one. */
async function decode(lane: Lane, count: number): Promise<{ tokens: number; milliseconds: number }> {
  const body = {
    prompt: '1 2 3 4',
    stream: false,
    n_predict: count + 1,
    ignore_eos: true,
    seed: 1,
    temperature: 1,
    cache_prompt: true,
  };
  const request = await lane.begin(body, false);
  let from = 0;
  let tokens = -1;
  try {
    for (let more = true; more && performance.now() - (from || Infinity) < mostMilliseconds; ) {
      ({ more } = await lane.next(request));
      tokens += 1;
      if (tokens === 0) from = performance.now();
    }
  } catch (error) {
    // The text as a whole may not be UTF-8; its tokens were decoded all the same.
    if (!(error instanceof LaneError) || error.fatal) throw error;
  }
  const milliseconds = performance.now() - from;
  await lane.cancel(request);
  return { tokens: Math.max(tokens, 1), milliseconds };
}
