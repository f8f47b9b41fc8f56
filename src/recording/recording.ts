/**
 * A group with the times of its writing, so that it can be played as it went. Plain data, as one file of
 * JSON that begins with the mark of src/base/file-mark.ts:
 *
 *     {"cat-lab":"recording","version":1,"group":{…},"timing":{…}}
 *
 * Which model wrote it, and which revision of its weights, the group's recipe says. A change that an
 * older page would misread raises the version.
 */
import { markRow } from '../base/file-mark.ts';
import type { Group } from '../group/group.ts';
import type { AssessJob } from '../run/event.ts';

export const RECORDING_KIND = 'recording';
export const RECORDING_VERSION = 1;

export interface Recording {
  /** As it is stored; its status is not `running`. */
  readonly group: Group;
  /** Absent where nobody measured: times are then assumed from how long each text took. */
  readonly timing?: Timing;
}

/** Whole milliseconds from the group's start, unless it says otherwise. */
export interface Timing {
  /** In the order of the group's rollouts. */
  readonly rollouts: readonly Written[];
  /** There where the group has one. */
  readonly synthesis?: Written;
  /** When it stood what the anchor reads; there with a synthesis. */
  readonly plan?: number;
  /** When each piece of the group's evidence was told, in its order. */
  readonly evidence: readonly number[];
  readonly assessing: readonly AssessingAt[];
  readonly end: number;
}

/** How one text was written. */
export interface Written {
  /** Of each piece that was streamed, in UTF-16 units; together the length of the text. */
  readonly lengths: readonly number[];
  /** From the group's start to the first piece, from piece to piece, and one more to the end. */
  readonly gaps: readonly number[];
}

/** How far the calls of one job were. */
export interface AssessingAt {
  readonly at: number;
  readonly job: AssessJob;
  readonly done: number;
  readonly total: number;
}

/** As the object that its file holds. */
export const recordingRow = ({ group, timing }: Recording): object => ({
  ...markRow({ kind: RECORDING_KIND, version: RECORDING_VERSION }),
  group,
  ...(timing === undefined ? {} : { timing }),
});

export const recordingText = (recording: Recording): string =>
  JSON.stringify(recordingRow(recording));

/**
 * The same with fewer digits: log-probabilities and seconds to three decimals, which is more than the
 * page shows. For files and links that should be small.
 */
export function slim({ group, timing }: Recording): Recording {
  const { evaluation, synthesis } = group;
  const slimmed: Group = {
    ...group,
    rollouts: group.rollouts.map((rollout) => ({
      ...short(rollout),
      ...(rollout.elapsed === undefined ? {} : { elapsed: three(rollout.elapsed) }),
    })),
    ...(synthesis === undefined ? {} : { synthesis: short(synthesis) }),
    ...(evaluation === undefined
      ? {}
      : { evaluation: { ...evaluation, advantages: evaluation.advantages.map(threeOrNull) } }),
  };
  return { group: slimmed, ...(timing === undefined ? {} : { timing }) };
}

const three = (value: number): number => Math.round(value * 1000) / 1000;

const threeOrNull = (value: number | null): number | null => (value === null ? null : three(value));

const short = <T extends { readonly logprobs: readonly number[]; readonly seconds: number }>(
  written: T,
): T => ({ ...written, logprobs: written.logprobs.map(three), seconds: three(written.seconds) });
