/** The GPU engine against web-llm's own loop, with the bundled model, in one run. */
import { gpuFlags } from '../bin/browser.ts';
import { measuredRounds, measuredTokens } from '../src/run/measure-plan.ts';
import type { Speed } from '../src/run/time-group.ts';
import { median } from '../src/stats/median.ts';
import { inPage } from './served-page.ts';
import { row, type Row } from './row.ts';
import type { WebllmTimes } from './webllm-page.ts';

const middle = (speeds: readonly Speed[], name: keyof Speed): number =>
  median(speeds.map((speed) => speed[name]));

const figure = (value: number): string => value.toPrecision(3);

export async function webllmRows(say: (text: string) => void): Promise<Row[]> {
  const times = await inPage(
    { script: 'webllm-page.ts', packages: ['@mlc-ai/web-llm'], flags: gpuFlags() },
    (page): Promise<WebllmTimes> =>
      page.evaluate(
        ([count, turns]) => globalThis.measureWebllm(null, count, turns),
        [measuredTokens, measuredRounds] as const,
      ),
  );
  const { device, decoding, bytes, groups, weights, bandwidth } = times;
  say(`${device}; answers decoded as: ${decoding}; model of ${(bytes / 1e6).toFixed(1)} MB`);
  const most = Math.max(...groups.map(({ group }) => group));
  const memory = row({
    ...{ suite: 'webllm', engine: 'webllm', group: most, metric: 'memory', unit: 'MB' },
    name: `graphics memory with room for ${most}, against that many of web-llm's own`,
    ours: times.memory.ours / 1e6,
    against: (most * times.memory.own) / 1e6,
    better: 'less',
  });
  const single = groups.find(({ group }) => group === 1);
  const step = (group: number, speeds: readonly Speed[]): number =>
    (1000 * group) / middle(speeds, 'decode');
  /** Milliseconds that no step can be shorter than: every weight read once. */
  const limit = (1000 * weights) / bandwidth;
  const first = single?.batch ?? groups[0]?.batch ?? [];
  const reading = row({
    ...{ suite: 'webllm', engine: 'webllm', group: null, metric: 'bandwidth', unit: 'GB/s' },
    name: 'the device reads a storage buffer, against the weights in steps of one',
    ours: bandwidth / 1e9,
    against: weights / step(1, first) / 1e6,
    better: 'more',
  });
  const speeds = groups.flatMap(({ group, own, inTurn, batch }) => {
    const common = { suite: 'webllm', engine: 'webllm', group } as const;
    const held = {
      ...common,
      ours: middle(batch, 'decode'),
      unit: 'tokens/s',
      better: 'more',
    } as const;
    return [
      row({
        ...held,
        name: `decode, ${group} at once, against web-llm's own loop (${device})`,
        metric: 'decode',
        against: middle(own, 'decode'),
      }),
      row({
        ...held,
        name: `decode, ${group} at once, against our own in turn`,
        metric: 'decode-in-turn',
        against: middle(inTurn, 'decode'),
      }),
      row({
        ...common,
        name: `reading the prompt for ${group}, against web-llm's own loop`,
        metric: 'prefill',
        ours: middle(batch, 'prefill'),
        against: middle(own, 'prefill'),
        unit: 'tokens/s',
        better: 'more',
      }),
      row({
        ...common,
        name: `first token of ${group}, against web-llm's own loop`,
        metric: 'first-token',
        ours: middle(batch, 'firstToken'),
        against: middle(own, 'firstToken'),
        unit: 's',
        better: 'less',
      }),
      // Were a step bound by reading the weights alone, it would cost the same for any number.
      row({
        ...common,
        name: `a step of ${group}, against a step of one`,
        metric: 'step',
        ours: step(group, batch),
        against: step(1, single?.batch ?? batch),
        unit: 'ms',
        better: 'less',
      }),
      row({
        ...common,
        name: `a step of ${group} takes ${figure(step(group, batch) / limit)} times the time of reading the weights once`,
        metric: 'step-limit',
        ours: step(group, batch),
        against: limit,
        unit: 'ms',
        better: 'less',
      }),
    ];
  });
  return [...speeds, reading, memory];
}
