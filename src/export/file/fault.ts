import type { FaultOf } from '../../base/fault.ts';

export type ImportFault = FaultOf<'import-invalid'>;

/** `line` counts from 1; 0 is the whole file. */
export const importFault = (line: number, path: string, reason: string): ImportFault => ({
  kind: 'import-invalid',
  line,
  path,
  reason,
});

/** Carries a fault through a transaction, which it ends. */
export class ImportStopped extends Error {
  readonly fault: ImportFault;
  constructor(fault: ImportFault) {
    super(fault.reason);
    this.fault = fault;
  }
}
