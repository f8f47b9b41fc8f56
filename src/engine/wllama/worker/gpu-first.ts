/**
 * A start on the graphics processor, and one on the CPU where that fails or never comes to an end: a driver
 * may hang without a word.
 */
import { Watchdog } from '../../watchdog.ts';
import { LaneError } from './lane-error.ts';

export interface Starts<T> {
  /** What it has opened is to be closed as its signal is aborted; what becomes of it then is nobody's matter. */
  readonly onGpu: (signal: AbortSignal) => Promise<T>;
  readonly onCpu: (why: string) => Promise<T>;
  /** That the first may take; while the computer sleeps none pass. */
  readonly patience: number;
}

/** Rejects as the start on the CPU does, and with what is no LaneError of the other. */
export async function gpuFirst<T>({ onGpu, onCpu, patience }: Starts<T>): Promise<T> {
  const given = new AbortController();
  let watchdog: Watchdog | null = null;
  const late = new Promise<never>((_, reject) => {
    watchdog = new Watchdog((seconds) => {
      reject(new LaneError(`it did not start within ${Math.round(seconds)} seconds`, true));
      given.abort();
    });
    watchdog.watch(patience);
  });
  try {
    return await Promise.race([onGpu(given.signal), late]);
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    return await onCpu(`the model could not be started on it: ${error.message}`);
  } finally {
    (watchdog as Watchdog | null)?.end();
  }
}

const ANY_MODEL_SECONDS = 90;
/** Slow for a disk, a bus and a compiler of shaders together: no start that only takes long is given up. */
const SLOWEST_BYTES_A_SECOND = 10_000_000;

/** Seconds for weights of so many bytes: they are read, sent over, and their kernels compiled. */
export const gpuPatience = (bytes: number): number => ANY_MODEL_SECONDS + bytes / SLOWEST_BYTES_A_SECOND;
