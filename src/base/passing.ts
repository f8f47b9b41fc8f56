import type { Fault, FaultKind } from './fault.ts';

/** Faults of one call that the same call may be spared a moment later: a server's, which others ask too. */
const PASSING: ReadonlySet<FaultKind> = new Set<FaultKind>(['server-busy', 'server-broken']);

export const isPassing = (fault: Fault): boolean => PASSING.has(fault.kind);
