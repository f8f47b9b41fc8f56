/** A recording ready to be played: its events, the moments that one steps to, and the group at each place. */
import { eventsOf } from '../../recording/events.ts';
import type { TimedEvent } from '../../recording/events.ts';
import type { Recording } from '../../recording/recording.ts';
import type { GroupView } from '../group-state.ts';
import { fold, initialState } from '../state.ts';
import type { PageState } from '../state.ts';

/** Something that has just happened once so many events are folded. */
export type Moment = { readonly position: number } & (
  | { readonly kind: 'start' | 'synthesis' | 'criteria' | 'end' }
  | { readonly kind: 'rollout'; readonly index: number; readonly done: number; readonly all: number }
  /** A line of the synthesis, from 1. */
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'verdict'; readonly done: number; readonly all: number }
);

/** The page with every so many events folded is kept, so that going back is quick. */
const STRIDE = 256;

export class Tape {
  readonly events: readonly TimedEvent[];
  /** In their order; the first is the start, before anything. */
  readonly moments: readonly Moment[];
  readonly #kept: PageState[] = [initialState];
  #last: { readonly position: number; readonly state: PageState } = { position: 0, state: initialState };

  constructor(recording: Recording) {
    this.events = eventsOf(recording);
    this.moments = momentsOf(this.events, recording);
  }

  /** Positions are numbers of events, from 0 to this. */
  get length(): number {
    return this.events.length;
  }

  /** Milliseconds from the start to what happened last. */
  timeAt(position: number): number {
    return this.events[Math.min(position, this.length) - 1]?.at ?? 0;
  }

  /** How many events have happened by this time. */
  positionAt(time: number, from = 0): number {
    let position = from;
    while (position < this.length && (this.events[position]?.at ?? 0) <= time) position += 1;
    return position;
  }

  groupAt(position: number): GroupView | null {
    const wanted = Math.min(Math.max(0, position), this.length);
    const stride = Math.floor(wanted / STRIDE);
    let at = this.#last.position <= wanted ? this.#last.position : -1;
    let state = this.#last.state;
    for (let near = stride; near >= 0 && near * STRIDE > at; near -= 1) {
      const kept = this.#kept[near];
      if (kept === undefined) continue;
      at = near * STRIDE;
      state = kept;
    }
    for (; at < wanted; at += 1) {
      const next = this.events[at];
      if (next !== undefined) state = fold(state, next.event, next.at);
      if ((at + 1) % STRIDE === 0) this.#kept[(at + 1) / STRIDE] = state;
    }
    this.#last = { position: wanted, state };
    return state.group;
  }

  /** What has happened last at this place. */
  momentAt(position: number): Moment {
    const start: Moment = { kind: 'start', position: 0 };
    return this.moments.findLast((moment) => moment.position <= position) ?? start;
  }

  /** Where one comes to from here by one step; the ends stay where they are. */
  stepFrom(position: number, by: 1 | -1): number {
    if (by > 0) return this.moments.find((moment) => moment.position > position)?.position ?? this.length;
    return this.moments.findLast((moment) => moment.position < position)?.position ?? 0;
  }

  /** Where all rollouts have ended and nothing else has begun. */
  get answers(): number {
    return this.moments.findLast(({ kind }) => kind === 'rollout')?.position ?? 0;
  }
}

function momentsOf(events: readonly TimedEvent[], { group }: Recording): Moment[] {
  const moments: Moment[] = [{ kind: 'start', position: 0 }];
  const verdicts = group.evidence.filter(({ kind }) => kind === 'verdict').length;
  const all = group.rollouts.length;
  let [done, line, judged] = [0, 0, 0];
  events.forEach(({ event }, at) => {
    const position = at + 1;
    if (event.kind === 'rollout-done') {
      moments.push({ kind: 'rollout', index: event.rollout.index, done: ++done, all, position });
    } else if (event.kind === 'synthesis-token' && event.text.includes('\n')) {
      moments.push({ kind: 'line', line: ++line, position });
    } else if (event.kind === 'synthesis-done') {
      moments.push({ kind: 'synthesis', position });
    } else if (event.kind === 'evidence' && event.evidence.kind === 'rubric') {
      moments.push({ kind: 'criteria', position });
    } else if (event.kind === 'evidence' && event.evidence.kind === 'verdict') {
      moments.push({ kind: 'verdict', done: ++judged, all: verdicts, position });
    } else if (position === events.length) {
      moments.push({ kind: 'end', position });
    }
  });
  return moments;
}
