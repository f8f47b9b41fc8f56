/**
 * How a model is laid out over a machine: how many lanes, how many threads and slots in each.
 *
 * Measured with the bundled model's shape on two cores: threads inside one llama.cpp spin while
 * they wait, so that two of them fall to a tenth of the speed of one as soon as another process
 * wants a core; whole lanes beside each other share cores without harm, and need no cross-origin
 * isolation. So a model that is small enough to stand in memory several times gets lanes, each of
 * one thread; only a big one gets threads.
 */
export interface Layout {
  readonly lanes: number;
  /** Threads in each lane. */
  readonly threads: number;
}

export const layoutThreads = ({ lanes, threads }: Layout): number => lanes * threads;

const mebi = 2 ** 20;
/** What all copies of a model may weigh together. */
const copiesBytes = 256 * mebi;
const mostLanes = 8;
const wantedSlots = 4;
/** Below this a token takes a millisecond or few, and several slots in a lane stay lively. */
const smallBytes = 32 * mebi;

export interface Machine {
  readonly cores: number;
  readonly isolated: boolean;
  /** As coarsely as browsers tell it; null where they do not. */
  readonly memoryGib: number | null;
}

/**
 * Layouts worth trying, the single thread first. `threads` is what the person set, or `auto`;
 * `wanted` slots, where given, are never fewer than the lanes.
 */
export function candidates(
  threads: number | 'auto',
  wanted: number | null,
  bytes: number,
  machine: Pick<Machine, 'cores' | 'isolated'>,
): readonly [Layout, ...Layout[]] {
  const most = Math.max(1, Math.min(threads === 'auto' ? machine.cores : threads, mostLanes));
  const copies = Math.max(1, Math.floor(copiesBytes / bytes));
  const lanes = Math.min(most, copies, Math.max(1, wanted ?? most));
  const wide: Layout =
    copies > 1 || !machine.isolated ? { lanes, threads: 1 } : { lanes: 1, threads: most };
  if (threads !== 'auto') return [wide];
  const single: Layout = { lanes: 1, threads: 1 };
  return layoutThreads(wide) === 1 ? [single] : [single, wide];
}

/** Slots of each lane; all together are never more than what the caller `wanted`, or null. */
export function slotsPerLane(lanes: number, wanted: number | null, bytes: number): number {
  if (wanted !== null) return Math.max(1, Math.floor(Math.min(wanted, 16) / lanes));
  return bytes <= smallBytes ? Math.max(1, Math.ceil(wantedSlots / lanes)) : 1;
}

/**
 * How many requests with one prompt a lane decodes at once (see `Scheduler`). Each slot reads the
 * prompt anew: measured, eight answers take 3 % more time two at once than one by one, 11 % more
 * four at once. Two let a person watch several answers grow where lanes are few.
 */
export const alikePerLane = (lanes: number, perLane: number): number =>
  lanes < 4 ? Math.min(2, perLane) : 1;
