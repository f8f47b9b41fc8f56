/** What one group shows about synthesis against majority voting, as one of a few named cases. */
import type { Evaluation } from '../../group/group.ts';

/**
 * With a known answer: who was right. `none` in a name means that no rollout was right, the case
 * that no way of choosing among rollouts can win. Without one: whether the two agree. Where nobody
 * gave an answer there is nothing to compare, whatever the known one is.
 */
export type Verdict =
  | 'both-right'
  | 'synthesis-right'
  | 'synthesis-right-none'
  | 'vote-right'
  | 'same-wrong'
  | 'same-wrong-none'
  | 'both-wrong'
  | 'both-wrong-none'
  | 'unsettled'
  | 'agree'
  | 'differ'
  | 'no-synthesis'
  | 'no-votes'
  | 'no-answers';

export function verdictOf(evaluation: Evaluation): Verdict {
  const { majority, synthesis, truth, disagrees } = evaluation;
  if (majority === null && synthesis.kind === 'absent') return 'no-answers';
  if (truth === undefined) {
    if (synthesis.kind === 'absent') return 'no-synthesis';
    if (majority === null) return 'no-votes';
    return disagrees ? 'differ' : 'agree';
  }
  if (truth.synthesis === 'undecided' || truth.majority === 'undecided') return 'unsettled';
  const synthesisRight = truth.synthesis === 'equal';
  const voteRight = truth.majority === 'equal';
  if (synthesisRight && voteRight) return 'both-right';
  if (synthesisRight) return truth.oracle ? 'synthesis-right' : 'synthesis-right-none';
  if (voteRight) return 'vote-right';
  const same = majority !== null && synthesis.kind === 'found' && !disagrees;
  if (same) return truth.oracle ? 'same-wrong' : 'same-wrong-none';
  return truth.oracle ? 'both-wrong' : 'both-wrong-none';
}

/** The tone of a verdict; words and marks say it too. */
export function toneOf(verdict: Verdict): 'won' | 'right' | 'wrong' | 'plain' {
  switch (verdict) {
    case 'synthesis-right':
    case 'synthesis-right-none':
      return 'won';
    case 'both-right':
      return 'right';
    case 'vote-right':
    case 'same-wrong':
    case 'same-wrong-none':
    case 'both-wrong':
    case 'both-wrong-none':
      return 'wrong';
    case 'unsettled':
    case 'agree':
    case 'differ':
    case 'no-synthesis':
    case 'no-votes':
    case 'no-answers':
      return 'plain';
    default:
      return verdict satisfies never;
  }
}
