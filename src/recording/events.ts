/** A recording as the events of the run that it was, each with its time. */
import type { RunEvent } from '../run/event.ts';
import { emptied, rolloutDone } from '../run/replay.ts';
import { assumedTiming } from './assumed.ts';
import type { Recording, Written } from './recording.ts';

export interface TimedEvent {
  /** Milliseconds from the group's start; never less than that of the event before. */
  readonly at: number;
  readonly event: RunEvent;
}

/**
 * What a live run would have told, from its start to its end: the fold of all of them is the stored group.
 * Faults stand at the end, whenever they happened.
 */
export function eventsOf({ group, timing = assumedTiming(group) }: Recording): TimedEvent[] {
  const { id: groupId, synthesis, evaluation, status } = group;
  const events: TimedEvent[] = [
    { at: 0, event: { kind: 'group-start', group: emptied(group), cached: false } },
  ];
  const tell = (at: number, event: RunEvent): number => events.push({ at, event });

  group.rollouts.forEach((rollout, place) => {
    const { index, logprobs } = rollout;
    const written = timing.rollouts[place] ?? atOnce(rollout.text);
    // Of assumed pieces nobody knows a log-probability.
    const known = written.lengths.length === logprobs.length;
    const at = pieces(written, rollout.text, (when, text, piece) => {
      const logprob = known ? (logprobs[piece] ?? null) : null;
      tell(when, { kind: 'rollout-token', groupId, index, text, logprob });
    });
    tell(at, rolloutDone(group, rollout));
  });
  if (synthesis !== undefined) {
    const written = timing.synthesis ?? atOnce(synthesis.text);
    tell(timing.plan ?? written.gaps[0] ?? 0, {
      kind: 'synthesis-plan',
      groupId,
      plan: synthesis.plan,
    });
    const at = pieces(written, synthesis.text, (when, text) =>
      tell(when, { kind: 'synthesis-token', groupId, text }),
    );
    tell(at, { kind: 'synthesis-done', groupId, synthesis });
  }
  group.evidence.forEach((evidence, place) =>
    tell(timing.evidence[place] ?? timing.end, { kind: 'evidence', groupId, evidence }),
  );
  for (const { at, ...assessing } of timing.assessing) {
    tell(at, { kind: 'assessing', groupId, ...assessing });
  }
  // Stable: at one time rollouts come before the synthesis, and each text in its order.
  events.sort((a, b) => a.at - b.at);
  const end = Math.max(timing.end, events.at(-1)?.at ?? 0);
  for (const fault of group.faults) tell(end, { kind: 'fault', fault, groupId });
  if (evaluation !== undefined) tell(end, { kind: 'evaluated', groupId, evaluation });
  if (status !== 'running') tell(end, { kind: 'group-done', groupId, status });
  return events;
}

/** Tells each piece with its time, and gives the time of the end. */
function pieces(
  { lengths, gaps }: Written,
  text: string,
  tell: (at: number, text: string, piece: number) => void,
): number {
  let [from, at] = [0, 0];
  lengths.forEach((length, piece) => {
    at += gaps[piece] ?? 0;
    tell(at, text.slice(from, from + length), piece);
    from += length;
  });
  return at + (gaps[lengths.length] ?? 0);
}

const atOnce = ({ length }: string): Written => ({ lengths: [length], gaps: [0, 0] });
