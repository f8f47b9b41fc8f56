/** How a row of each format is read and compared. */
import type { Algebra } from '../../src/reward/maths/algebra.ts';
import { createCompare } from '../../src/reward/maths/compare.ts';
import { plainEqual } from '../../src/reward/maths/plain.ts';
import { readAnswer, wholeReading } from '../../src/reward/maths/read.ts';
import type { Equality, Reading } from '../../src/reward/maths/reading.ts';
import type { Row } from './rows.ts';

export interface Verdict {
  readonly equality: Equality;
  /** The paper's own comparison: the same string. */
  readonly plain: boolean;
}

export function createChecker(algebra: Algebra): (row: Row) => Promise<Verdict> {
  const load = (): Promise<Algebra> => Promise.resolve(algebra);
  const loose = createCompare(load);
  const literal = createCompare(load, { literal: true });
  return async ({ gold, pred, format }) => {
    const [known, given] = [
      readingOf(gold, format),
      format === 'text+latex' ? response(pred) : readingOf(pred, format),
    ];
    const compare = format === 'ascii' ? literal : loose;
    return { equality: await compare(known, given), plain: plainEqual(known, given) };
  };
}

/** A response in which no answer is marked may be nothing but the answer. */
function response(text: string): Reading {
  const reading = readAnswer(text);
  return reading.kind === 'found' || text.trim().includes('\n') ? reading : wholeReading(text);
}

function readingOf(text: string, format: Row['format']): Reading {
  if (format !== 'ascii') return wholeReading(text);
  const raw = text.trim();
  return raw === '' ? { kind: 'absent' } : { kind: 'found', raw, rule: 'whole' };
}
