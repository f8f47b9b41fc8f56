/** Rewards and advantages of all rollouts, in bins. */
import { advantages } from '../../reward/advantage.ts';
import type { Entry } from '../plan.ts';
import type { Outcome } from '../outcome.ts';

/** What is counted of each rollout. */
export type Measure = 'reward' | 'advantage';

/** From `from` to below `to`, or to it where it is closed. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

export interface Filled extends Bin {
  /** Rollouts. */
  readonly count: number;
  /** Of these, those of groups whose rewards are all equal: they teach nothing. */
  readonly flat: number;
}

export interface Distribution {
  readonly measure: Measure;
  readonly questions: number;
  readonly rollouts: number;
  /** Rollouts without a reward, which are in no bin: open questions that were not judged. */
  readonly unknown: number;
  /** Questions whose rewards are all equal. */
  readonly flat: number;
  readonly bins: readonly Filled[];
}

const RIGHT_OR_WRONG: readonly Bin[] = [0, 1].map((at) => ({ from: at, to: at, closed: true }));

const TENTHS: readonly Bin[] = Array.from({ length: 10 }, (_, at) => ({
  from: at / 10,
  to: (at + 1) / 10,
  closed: at === 9,
}));

/** Half a deviation wide, the middle one around 0, the outer ones open. */
const HALVES: readonly Bin[] = Array.from({ length: 13 }, (_, at) => ({
  from: at === 0 ? -Infinity : at / 2 - 3.25,
  to: at === 12 ? Infinity : at / 2 - 2.75,
  closed: false,
}));

/** Two bins of rewards where all are 0 or 1, ten otherwise. Made of all entries, before any filter. */
export function binsOf(measure: Measure, entries: readonly Pick<Entry, 'outcome'>[]): readonly Bin[] {
  if (measure === 'advantage') return HALVES;
  const parts = entries.some(({ outcome }) =>
    outcome.rewards.some((reward) => reward !== null && reward !== 0 && reward !== 1),
  );
  return parts ? TENTHS : RIGHT_OR_WRONG;
}

export const isIn = ({ from, to, closed }: Bin, value: number): boolean =>
  value >= from && (closed ? value <= to : value < to);

/** Of the rollouts whose reward is known, in their order. */
export function valuesOf(measure: Measure, { rewards }: Outcome): readonly number[] {
  const known = rewards.filter((reward) => reward !== null);
  return measure === 'reward' ? known : advantages(known);
}

export const distributionOf = (
  measure: Measure,
  entries: readonly Pick<Entry, 'outcome'>[],
  bins: readonly Bin[],
): Distribution => distributionOfWays(measure, waysOf(entries), bins);

/** The same of questions that are sorted already, which serves both measures. */
export function distributionOfWays(measure: Measure, ways: Ways, bins: readonly Bin[]): Distribution {
  const counts = bins.map(() => 0);
  const flats = bins.map(() => 0);
  let [rollouts, unknown, flat] = [0, 0, 0];
  for (const { outcome, times } of ways.each) {
    const known = valuesOf('reward', outcome);
    const values = measure === 'reward' ? known : advantages(known);
    const isFlat = known.every((reward) => reward === known[0]);
    if (isFlat && known.length > 0) flat += times;
    unknown += times * (outcome.rewards.length - known.length);
    rollouts += times * known.length;
    for (const value of values) {
      const at = bins.findIndex((bin) => isIn(bin, value));
      if (at < 0) continue;
      counts[at] = (counts[at] ?? 0) + times;
      if (isFlat) flats[at] = (flats[at] ?? 0) + times;
    }
  }
  const filled = bins.map((bin, at) => ({ ...bin, count: counts[at] ?? 0, flat: flats[at] ?? 0 }));
  return { measure, questions: ways.questions, rollouts, unknown, flat, bins: filled };
}

/** Groups with the same list of rewards: one of them, and how many they are. */
interface Way {
  readonly outcome: Outcome;
  readonly times: number;
}

/** Questions by how they fell out. */
export interface Ways {
  readonly questions: number;
  readonly each: readonly Way[];
}

/** Thousands of questions fall out in some hundred ways, and each of these is looked at once. */
export function waysOf(entries: readonly Pick<Entry, 'outcome'>[]): Ways {
  const ways = new Map<string, { readonly outcome: Outcome; times: number }>();
  for (const { outcome } of entries) {
    const key = outcome.rewards.join();
    const way = ways.get(key);
    if (way === undefined) ways.set(key, { outcome, times: 1 });
    else way.times += 1;
  }
  return { questions: entries.length, each: [...ways.values()] };
}
