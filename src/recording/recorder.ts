/** Listens to a lab's events and keeps when each piece came, for the group that was begun last. */
import type { GroupId } from '../base/id.ts';
import { evidenceKey } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { RunEvent } from '../run/event.ts';
import type { AssessingAt, Recording, Timing, Written } from './recording.ts';

/** Absolute, as the clock told them. */
interface Heard {
  readonly pieces: { readonly length: number; readonly at: number }[];
  done: number | null;
}

export class Recorder {
  #id: GroupId | null = null;
  #start = 0;
  #last = 0;
  #plan: number | null = null;
  #rollouts = new Map<number, Heard>();
  #synthesis: Heard = nothing();
  #evidence = new Map<string, number>();
  #assessing: AssessingAt[] = [];

  /** `at` is a monotonic clock in milliseconds. */
  hear(event: RunEvent, at: number): void {
    if (event.kind === 'group-start') {
      this.#begin(event.group.id, at);
      return;
    }
    if (!('groupId' in event) || event.groupId !== this.#id) return;
    const since = Math.round(at) - this.#start;
    this.#last = since;
    switch (event.kind) {
      case 'rollout-token':
        this.#rollout(event.index).pieces.push({ length: event.text.length, at: since });
        return;
      case 'rollout-done':
        this.#rollout(event.rollout.index).done = since;
        return;
      case 'synthesis-plan':
        this.#plan = since;
        return;
      case 'synthesis-token':
        this.#synthesis.pieces.push({ length: event.text.length, at: since });
        return;
      case 'synthesis-done':
        this.#synthesis.done = since;
        return;
      case 'evidence':
        this.#evidence.set(evidenceKey(event.evidence), since);
        return;
      case 'assessing': {
        const { job, done, total } = event;
        this.#assessing.push({ at: since, job, done, total });
        return;
      }
      default:
        return;
    }
  }

  /** Of the group as it was stored at its end; without times where it is not the one that was heard. */
  of(group: Group): Recording {
    if (group.id !== this.#id) return { group };
    const end = this.#last;
    const { synthesis } = group;
    const timing: Timing = {
      rollouts: group.rollouts.map(({ index, text }) =>
        written(this.#rollouts.get(index) ?? nothing(), text, end),
      ),
      ...(synthesis === undefined
        ? {}
        : {
            synthesis: written(this.#synthesis, synthesis.text, end),
            plan: this.#plan ?? this.#synthesis.pieces[0]?.at ?? end,
          }),
      evidence: group.evidence.map((piece) => this.#evidence.get(evidenceKey(piece)) ?? end),
      assessing: this.#assessing,
      end,
    };
    return { group, timing };
  }

  #begin(id: GroupId, at: number): void {
    this.#id = id;
    this.#start = Math.round(at);
    this.#last = 0;
    this.#plan = null;
    this.#rollouts = new Map();
    this.#synthesis = nothing();
    this.#evidence = new Map();
    this.#assessing = [];
  }

  #rollout(index: number): Heard {
    const found = this.#rollouts.get(index) ?? nothing();
    this.#rollouts.set(index, found);
    return found;
  }
}

const nothing = (): Heard => ({ pieces: [], done: null });

/** What was not streamed came at the end: the text of a rollout that a group went on from, say. */
function written({ pieces, done }: Heard, text: string, end: number): Written {
  const lengths: number[] = [];
  const gaps: number[] = [];
  let [length, at] = [0, 0];
  for (const piece of pieces) {
    const fits = Math.min(piece.length, text.length - length);
    lengths.push(fits);
    gaps.push(piece.at - at);
    length += fits;
    at = piece.at;
  }
  const ended = Math.max(at, done ?? end);
  if (length < text.length) {
    lengths.push(text.length - length);
    gaps.push(ended - at);
    at = ended;
  }
  return { lengths, gaps: [...gaps, ended - at] };
}
