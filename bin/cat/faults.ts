import type { Fault } from '../../src/base/fault.ts';
import { faultText } from '../../src/view/text/faults.ts';
import { ExpectedError } from '../expected-error.ts';

/** Ends the command with exit code 1 after its message. */
export class CommandError extends ExpectedError {}

/** A fault in the same words as in the page: what happened, why, what to do. */
export function faultLine(fault: Fault): string {
  const { what, why, remedy } = faultText(fault);
  return `${what} ${why} ${remedy}`;
}

/**
 * The end of work that gave nothing. Its faults were told as they came, so that only an end
 * without any needs words.
 */
export const endedWithout = (faults: readonly Fault[]): CommandError =>
  new CommandError(faults.length === 0 ? 'It ended without a reason.' : '');
