import type { Fault, FaultKind } from './fault.ts';

/** Faults after which an engine answers nothing more until it is loaded again. */
const ENGINE_DOWN: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'worker-died',
  'device-lost',
  'out-of-memory',
  'not-loaded',
]);

export const isEngineDown = (fault: Fault): boolean => ENGINE_DOWN.has(fault.kind);
