import type { Fault, FaultKind } from './fault.ts';

/**
 * Faults after which an engine answers nothing more until it is loaded again; or its server, until that
 * runs again or lets the person in: of a thousand questions each would fail alike.
 */
const ENGINE_DOWN: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'worker-died',
  'device-lost',
  'out-of-memory',
  'not-loaded',
  'server-unreachable',
  'server-denied',
]);

export const isEngineDown = (fault: Fault): boolean => ENGINE_DOWN.has(fault.kind);
