import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Lab } from '../run/lab.ts';
import type { HistoryRow } from './history-list.ts';
import type { Intents } from './intent.ts';
import { say } from './text/current.ts';
import type { ToastText } from './toast.ts';

/** How many earlier groups the page lists. */
const MOST = 200;

/** The list of earlier groups, and what was last done to it: the toast that offers to undo it. */
export class HistoryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lab: Lab | null = null;
  #rows: readonly HistoryRow[] = [];
  #toast: ToastText | null = null;
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
    await this.#lab?.remove(what);
    const text = what === 'everything' ? say.history.removedAll : say.history.removed;
    this.#say({ text, undo: true });
    await this.list();
  }

  async undo(): Promise<void> {
    const done = (await this.#lab?.undo()) ?? false;
    this.#say({ text: done ? say.history.undone : say.history.notUndone, undo: false });
    await this.list();
  }

  closeToast(): void {
    this.#say(null);
  }

  #say(toast: ToastText | null): void {
    this.#toast = toast;
    this.#host.requestUpdate();
  }
}
