/** Times for a group that nobody measured: each text word by word, evenly, over the seconds it took. */
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { Timing, Written } from './recording.ts';

export function assumedTiming(group: Group): Timing {
  const rollouts = group.rollouts.map(({ text, seconds, elapsed = seconds }) =>
    evenly(text, Math.max(0, elapsed - seconds), elapsed),
  );
  let at = Math.max(0, ...rollouts.map(endOf));
  const plan = at;
  const { synthesis } = group;
  const reference =
    synthesis === undefined ? undefined : evenly(synthesis.text, at / 1000, at / 1000 + synthesis.seconds);
  if (reference !== undefined) at = endOf(reference);
  const evidence = group.evidence.map((piece) => (at += milliseconds(secondsOf(piece))));
  return {
    rollouts,
    ...(reference === undefined ? {} : { synthesis: reference, plan }),
    evidence,
    assessing: [],
    end: at,
  };
}

const endOf = ({ gaps }: Written): number => gaps.reduce((sum, gap) => sum + gap, 0);

const milliseconds = (seconds: number): number => Math.max(0, Math.round(seconds * 1000));

/** A word with the space before it. */
const WORD = /\s*\S+|\s+$/gu;

function evenly(text: string, from: number, to: number): Written {
  const lengths = (text.match(WORD) ?? []).map((word) => word.length);
  const [start, end] = [milliseconds(from), Math.max(milliseconds(from), milliseconds(to))];
  const at = (place: number): number =>
    start + Math.round(((end - start) * place) / Math.max(1, lengths.length));
  const gaps = lengths.map((_, place) => at(place) - (place === 0 ? 0 : at(place - 1)));
  const last = lengths.length === 0 ? 0 : at(lengths.length - 1);
  return { lengths, gaps: [...gaps, end - last] };
}

function secondsOf(evidence: Evidence): number {
  switch (evidence.kind) {
    case 'selection':
      return evidence.seconds;
    case 'rubric':
      return evidence.proposals.reduce((sum, { seconds }) => sum + seconds, 0);
    case 'verdict':
      return evidence.call.seconds;
    case 'smaller-synthesis':
      return evidence.synthesis.seconds;
    default:
      return evidence satisfies never;
  }
}
