import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Fault } from '../base/fault.ts';
import type { GroupId } from '../base/id.ts';
import type { RunEvent } from '../run/event.ts';
import type { Lab } from '../run/lab.ts';
import {
  changeQuestion,
  dismiss,
  endRun,
  fold,
  initialState,
  startAnew,
  want,
} from './state.ts';
import type { PageState } from './state.ts';

/** What the controller needs of a browser, so that a test can hold both in its hand. */
export interface Ticks {
  readonly frame: (callback: () => void) => void;
  readonly now: () => number;
}

const browserTicks: Ticks = {
  frame: (callback) => requestAnimationFrame(callback),
  now: () => performance.now(),
};

/**
 * Holds the page's state. Each event is folded at once, and the host is asked for at most one
 * render per animation frame: with 32 rollouts streaming, a frame's tokens cost one render.
 */
export class PageController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ticks: Ticks;
  #state = initialState;
  #asked = false;
  #off: (() => void) | null = null;
  #lab: Lab | null = null;

  constructor(host: ReactiveControllerHost, ticks: Ticks = browserTicks) {
    this.#host = host;
    this.#ticks = ticks;
    host.addController(this);
  }

  get state(): PageState {
    return this.#state;
  }

  /** Listens to this lab from now on, and to no other. */
  follow(lab: Lab | null): void {
    this.#off?.();
    this.#lab = lab;
    this.#off = lab?.listen((event) => this.take(event)) ?? null;
  }

  take(event: RunEvent): void {
    this.#set(fold(this.#state, event, this.#ticks.now()));
  }

  dismiss(fault: Fault): void {
    this.#set(dismiss(this.#state, fault));
  }

  /** The question has another text. */
  changeQuestion(): void {
    this.#set(changeQuestion(this.#state));
  }

  /** Something is asked, whatever comes of it. */
  startAnew(): void {
    this.#set(startAnew(this.#state));
  }

  /** Somebody opens this group; null where it turns out to be gone. */
  want(id: GroupId | null): void {
    this.#set(want(this.#state, id));
  }

  /** The experiment of this tab is over. */
  endRun(): void {
    this.#set(endRun(this.#state));
  }

  hostConnected(): void {
    if (this.#off === null) this.follow(this.#lab);
  }

  hostDisconnected(): void {
    this.#off?.();
    this.#off = null;
  }

  #set(state: PageState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (this.#asked) return;
    this.#asked = true;
    this.#ticks.frame(() => {
      this.#asked = false;
      this.#host.requestUpdate();
    });
  }
}
