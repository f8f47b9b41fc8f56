import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Lab } from '../../run/lab.ts';
import type { HistoryRow } from './history-list.ts';
import type { Intents } from '../intent.ts';
import { say } from '../text/current.ts';
import type { ToastText } from '../toast.ts';

/** How many earlier groups the page lists. */
const MOST = 200;

/** The list of earlier groups, and what was last done to it: the toast that offers to undo it. */
export class HistoryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lab: Lab | null = null;
  #rows: readonly HistoryRow[] = [];
  #toast: ToastText | null = null;
  #turns = 0;
  /** Counts the lists asked for: of several under way only the last one is taken. */
  #asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Newest first. */
  get rows(): readonly HistoryRow[] {
    return this.#rows;
  }

  get toast(): ToastText | null {
    return this.#toast;
  }

  /** Raised by each deletion and each undo: runs are gone or back too. */
  get turns(): number {
    return this.#turns;
  }

  hostConnected(): void {}

  follow(lab: Lab | null): void {
    this.#lab = lab;
    void this.list();
  }

  async list(): Promise<void> {
    const asked = ++this.#asked;
    const rows = (await this.#lab?.history(MOST)) ?? [];
    if (asked !== this.#asked) return;
    this.#rows = rows;
    this.#host.requestUpdate();
  }

  async remove(what: Intents['cat-remove']): Promise<void> {
    // Where it is not, the fault says why.
    const done = (await this.#lab?.remove(what)) ?? false;
    this.#turns += 1;
    // Said once it is gone from the list too.
    await this.list();
    if (done) this.#say({ text: removedText(what), undo: true });
  }

  async undo(): Promise<void> {
    const done = (await this.#lab?.undo()) ?? false;
    this.#turns += 1;
    await this.list();
    this.#say({ text: done ? say.history.undone : say.history.notUndone, undo: false });
  }

  closeToast(): void {
    this.#say(null);
  }

  #say(toast: ToastText | null): void {
    this.#toast = toast;
    this.#host.requestUpdate();
  }
}

function removedText(what: Intents['cat-remove']): string {
  if (what === 'everything') return say.history.removedAll;
  return 'run' in what ? say.history.removedRun : say.history.removed;
}
