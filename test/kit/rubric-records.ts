/** Rubrics and verdicts as tests write them: short. */
import type { Criterion, Rubric, Verdict, VerdictValue } from '../../src/reward/rubric/rubric.ts';

export const criterion = (text: string, more: Partial<Criterion> = {}): Criterion => ({
  text,
  weight: 1,
  source: 'proposed',
  ...more,
});

export const given = (text: string, points: number): Criterion =>
  criterion(text, { weight: points, source: 'given' });

export const rubricOf = (...criteria: readonly Criterion[]): Rubric => ({
  kind: 'rubric',
  criteria,
  proposals: [],
  refused: [],
});

export const verdict = (
  criterion: number,
  rollout: Verdict['rollout'],
  value: VerdictValue,
  more: Partial<Verdict> = {},
): Verdict => ({
  kind: 'verdict',
  criterion,
  rollout,
  repeat: 0,
  answerFirst: false,
  value,
  reason: '',
  call: { text: value, tokens: 1, promptTokens: 1, stop: 'end', seconds: 0 },
  ...more,
});
