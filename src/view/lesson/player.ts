import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupView } from '../group-state.ts';
import type { Moment, Tape } from './tape.ts';

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Longer than this few would wait for a recording. */
const LONGEST = 15_000;

/**
 * The slowest speed at which so many milliseconds are not too long: a small model writes eight answers
 * in a second, which nobody can follow.
 */
const paceOf = (milliseconds: number): Speed =>
  SPEEDS.find((speed) => milliseconds / speed <= LONGEST) ?? 4;

/** How the time passes: the browser's frames, or a test's hand. */
export interface Frames {
  request(callback: (now: number) => void): number;
  cancel(frame: number): void;
  /** Whether what is played can be seen: in another room of the page the tape waits. */
  isShown(): boolean;
}

/**
 * Of the browser, for what this element plays. In a room that is hidden the element has no width; to ask for its
 * visibility in each frame instead would lay out the whole page in each frame, while another room is drawn.
 */
export function framesOf(host: Element): Frames {
  let isShown = false;
  new ResizeObserver(([entry]) => (isShown = (entry?.contentRect.width ?? 0) > 0)).observe(host);
  return {
    request: (callback) => requestAnimationFrame(callback),
    cancel: (frame) => cancelAnimationFrame(frame),
    isShown: () => isShown,
  };
}

/** A page in the background gets no frames: what it missed is not made up for. */
const LONGEST_FRAME = 250;

/** Plays a tape: where it stands, whether it goes on, how fast. */
export class PlayerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #frames: Frames;
  #tape: Tape | null = null;
  #position = 0;
  #until = Infinity;
  #speed: Speed = 1;
  #frame: number | null = null;
  /** Of the tape, in milliseconds; and when the last frame was. */
  #time = 0;
  #before: number | null = null;

  constructor(host: ReactiveControllerHost, frames: Frames) {
    this.#host = host;
    this.#frames = frames;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.pause();
  }

  get tape(): Tape | null {
    return this.#tape;
  }

  get position(): number {
    return this.#position;
  }

  /** Where the tape ends, or is to end. */
  get end(): number {
    return Math.min(this.#until, this.#tape?.length ?? 0);
  }

  get playing(): boolean {
    return this.#frame !== null;
  }

  get speed(): Speed {
    return this.#speed;
  }

  /** From the start on there is one, without a token: its places do not move as it begins. */
  get group(): GroupView | null {
    return this.#tape?.groupAt(Math.max(1, this.#position)) ?? null;
  }

  get moment(): Moment | null {
    return this.#tape?.momentAt(this.#position) ?? null;
  }

  /** Milliseconds to here. */
  get time(): number {
    return this.#tape?.timeAt(this.#position) ?? 0;
  }

  get endTime(): number {
    return this.#tape?.timeAt(this.end) ?? 0;
  }

  load(tape: Tape | null): void {
    this.pause();
    this.#tape = tape;
    this.#speed = paceOf(tape?.timeAt(tape.length) ?? 0);
    this.#move(0);
  }

  /** Ends the tape at this position. */
  stopAt(until: number): void {
    this.#until = until;
    if (this.#position > this.end) this.seek(this.end);
  }

  /** Going there by hand; what plays goes on from there. */
  seek(position: number): void {
    this.#move(position);
    this.#time = this.time;
    this.#before = null;
    if (this.playing && this.#position >= this.end) this.pause();
  }

  /** From the start where it had ended. */
  play(): void {
    if (this.#tape === null || this.playing) return;
    if (this.#position >= this.end) this.#move(0);
    this.#time = this.time;
    this.#before = null;
    this.#next();
    this.#host.requestUpdate();
  }

  pause(): void {
    if (this.#frame === null) return;
    this.#frames.cancel(this.#frame);
    this.#frame = null;
    this.#host.requestUpdate();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** To the next moment, or the one before; what plays is paused, since one wants to look. */
  step(by: 1 | -1): void {
    this.pause();
    if (this.#tape !== null) this.seek(this.#tape.stepFrom(this.#position, by));
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#host.requestUpdate();
  }

  #move(position: number): void {
    const next = Math.round(Math.min(Math.max(0, position), this.end));
    if (next === this.#position) return;
    this.#position = next;
    this.#host.requestUpdate();
  }

  #next(): void {
    this.#frame = this.#frames.request((now) => this.#tick(now));
  }

  #tick(now: number): void {
    const stands = this.#before === null || !this.#frames.isShown();
    const passed = stands ? 0 : Math.min(now - (this.#before ?? now), LONGEST_FRAME);
    this.#before = now;
    this.#time += passed * this.#speed;
    this.#move(this.#tape?.positionAt(this.#time, this.#position) ?? 0);
    if (this.#position < this.end) {
      this.#next();
      return;
    }
    this.#frame = null;
    this.#host.requestUpdate();
  }
}

/** Whether the person asked for less motion: nothing then begins to move by itself. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
