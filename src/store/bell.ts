import type { Fault } from '../base/fault.ts';

/** Tells faults to whoever listens; what comes before the first listener waits for it. */
export interface FaultBell {
  tell(fault: Fault): void;
  /** What was told is over: an equal fault is told again. */
  forget(fault: Fault): void;
  /** The result takes the listener off. */
  listen(listener: (fault: Fault) => void): () => void;
}

export function createFaultBell(): FaultBell {
  const listeners = new Set<(fault: Fault) => void>();
  let waiting: Fault[] = [];
  const told = new Set<string>();
  return {
    // Equal faults are told once: a broken record is met at every reading of the list.
    tell(fault) {
      const text = JSON.stringify(fault);
      if (told.has(text)) return;
      told.add(text);
      if (listeners.size === 0) waiting.push(fault);
      for (const listener of [...listeners]) listener(fault);
    },
    forget(fault) {
      told.delete(JSON.stringify(fault));
    },
    listen(listener) {
      listeners.add(listener);
      const missed = waiting;
      waiting = [];
      for (const fault of missed) listener(fault);
      return () => listeners.delete(listener);
    },
  };
}
