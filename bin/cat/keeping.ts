/** Work that is told by a page cannot throw to its command: what could not be kept ends the page's work. */
import { CommandError } from './faults.ts';

export interface Keeping {
  /** Keeps something; the first time that this throws, `stop` is called, and nothing is kept from then on. */
  keep(work: () => void): void;
  /** Whether something could not be kept. */
  lost(): boolean;
  /** Throws a CommandError where something could not be kept. */
  check(): void;
}

export function createKeeping(stop: () => void): Keeping {
  let lost: Error | null = null;
  return {
    lost: () => lost !== null,
    keep(work) {
      if (lost !== null) return;
      try {
        work();
      } catch (error) {
        lost = error instanceof Error ? error : new Error(String(error));
        stop();
      }
    },
    check() {
      if (lost === null) return;
      throw new CommandError(
        `--out could not be written: ${lost.message}. What was written before is whole: ` +
          'make room, and give the same command again.',
      );
    },
  };
}
