/** What one sentence says of a group where the synthesis and its rollouts part. */
import type { Evaluation } from '../../group/group.ts';
import { partingOf, stepsOf } from '../../run/explanation.ts';
import type { Explanation } from '../../synthesis/explain/explanation.ts';
import type { PartingCase, PartingFacts } from '../text/en-explain.ts';
import { answerOf } from '../verdict/votes.ts';

/** Null where the synthesis goes with the majority and some answer is right, or nothing is known. */
export function partingFacts(
  evaluation: Evaluation,
  explanation: Explanation,
): PartingFacts | null {
  const kind = caseOf(evaluation);
  if (kind === null) return null;
  const all = evaluation.readings.map((_, index) => index);
  const cluster = evaluation.clusters[evaluation.majority?.index ?? -1] ?? null;
  const voted = all.filter((index) => cluster !== null && evaluation.clusters[index] === cluster);
  const isAll = kind === 'rescued' || kind === 'lost';
  const parting = partingOf(explanation, isAll ? all : voted);
  const step = parting?.step ?? null;
  const there = step === null ? undefined : stepsOf(explanation)[step];
  return {
    kind,
    majority: answerOf(evaluation.majority?.reading) ?? '',
    step,
    isFinal: there?.contradicts.some(({ difference }) => difference === 'answer') ?? false,
    ways: parting?.ways.map(({ indices, says }) => ({ indices, says: short(says) })) ?? [],
    elsewhere: parting?.elsewhere ?? [],
  };
}

function caseOf({ truth, disagrees }: Evaluation): PartingCase | null {
  const isLost = truth?.rollouts.every((one) => one === 'different') === true;
  if (isLost && truth.synthesis === 'equal') return 'rescued';
  if (isLost && truth.synthesis === 'different') return disagrees ? 'lost-differs' : 'lost';
  return disagrees ? 'differs' : null;
}

/** Characters of a statement inside the sentence. */
const MOST = 60;

/** Without the point at its end, which the sentence brings. */
function short(says: string): string {
  const line = says.replace(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line.replace(/\.$/, '');
}
