/** A group's texts and readings as what explains its synthesis (src/synthesis/explain). */
import type { StopReason } from '../engine/sample.ts';
import type { Evaluation } from '../group/group.ts';
import { exactValue } from '../reward/maths/exact.ts';
import { parseAnswer } from '../reward/maths/parse-answer.ts';
import type { Rational } from '../reward/maths/rational.ts';
import { sameRational } from '../reward/maths/rational.ts';
import type { Reading } from '../reward/maths/reading.ts';
import { explain } from '../synthesis/explain/explain.ts';
import type { Explanation } from '../synthesis/explain/explanation.ts';

interface Text {
  readonly text: string;
  readonly stop: StopReason | null;
}

/** `rollouts` by index; those beyond the evaluation's G, sampled for another vote, take no part. */
export function explainGroup(
  synthesis: Text,
  rollouts: readonly Text[],
  evaluation: Pick<Evaluation, 'readings' | 'synthesis' | 'rewards'>,
): Explanation {
  const own = evaluation.synthesis;
  return explain({
    synthesis: synthesis.text,
    ended: synthesis.stop === 'end',
    answer: rawOf(own),
    rollouts: rollouts.slice(0, evaluation.readings.length).map(({ text, stop }, index) => {
      const reading = evaluation.readings[index] ?? ABSENT;
      const equal = evaluation.rewards[index] === 1;
      const agreement = equal ? 'same' : isOther(reading, own) ? 'other' : 'unsure';
      return { index, text, ended: stop === 'end', answer: rawOf(reading), agreement };
    }),
  });
}

const ABSENT: Reading = { kind: 'absent' };

const rawOf = (reading: Reading): string | null => (reading.kind === 'found' ? reading.raw : null);

/**
 * Whether two answers that were not found equal are two numbers. A reward of 0 alone may also mean
 * that nothing could be decided (docs/deviations.md, 10).
 */
function isOther(a: Reading, b: Reading): boolean {
  if (a.kind === 'absent' || b.kind === 'absent') return false;
  const [first, second] = [numberOf(a.raw), numberOf(b.raw)];
  return first !== null && second !== null && !sameRational(first, second);
}

function numberOf(raw: string): Rational | null {
  const answer = parseAnswer(raw, { literal: false });
  return answer.kind === 'expression' ? exactValue(answer.node) : null;
}
