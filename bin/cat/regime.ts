/** The flags of open questions, and what `--regime` makes of a question. */
import type { Judging } from '../../src/group/recipe.ts';
import type { Question } from '../../src/question/question.ts';
import { expectation, isWithin, REPEATS_BOUND } from '../../src/run/settings.ts';

/** `auto` leaves each question as its row says: without an answer and with a rubric it is open. */
export type Regime = 'auto' | Question['kind'];

const REGIMES: readonly Regime[] = ['auto', 'verifiable', 'open'];

/** Null where there is none of that name. */
export const regimeNamed = (name: string): Regime | null =>
  REGIMES.find((regime) => regime === name) ?? null;

/** An open question keeps the rubric of its data set; as a verifiable one it has no known answer. */
export function inRegime(question: Question, regime: Regime): Question {
  if (regime === 'auto' || regime === question.kind) return question;
  return { kind: regime, text: question.text };
}

/** What was given of it; a text says what is wrong with the number of repeats. */
export function judgingOf(
  repeats: string | undefined,
  permute: boolean,
): Partial<Judging> | undefined | string {
  const count = repeats === undefined || repeats.trim() === '' ? Number.NaN : Number(repeats);
  if (repeats !== undefined && !isWithin(REPEATS_BOUND, count)) return expectation(REPEATS_BOUND);
  if (repeats === undefined && !permute) return undefined;
  return {
    ...(repeats === undefined ? {} : { repeats: count }),
    ...(permute ? { permute } : {}),
  };
}
