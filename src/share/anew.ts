/** A recording that somebody else sent, with the evaluation that its texts have here. */
import { evaluatedAnew } from '../group/evaluate.ts';
import type { Recording } from '../recording/recording.ts';
import { compare } from '../reward/maths/compare.ts';

export const anew = async (recording: Recording): Promise<Recording> => ({
  ...recording,
  group: await evaluatedAnew(recording.group, compare),
});
