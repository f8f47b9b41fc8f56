/** A door to what is kept for offline, in a test's hand. */
import type { OfflineDoor, OfflineState } from '../../src/offline/door.ts';

export class HandOfflineDoor implements OfflineDoor {
  /** What was asked for, in its order. */
  readonly asked: string[] = [];
  state: OfflineState = { kept: { kind: 'unknown' }, update: 'none' };
  readonly #listeners = new Set<() => void>();

  tell(change: Partial<OfflineState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  check(): Promise<void> {
    return this.#note('check');
  }

  free(): Promise<void> {
    return this.#note('free');
  }

  keep(): Promise<void> {
    return this.#note('keep');
  }

  update(): void {
    void this.#note('update');
  }

  later(): void {
    void this.#note('later');
  }

  setAtWork(isAtWork: boolean): void {
    void this.#note(isAtWork ? 'at work' : 'at rest');
  }

  #note(what: string): Promise<void> {
    this.asked.push(what);
    return Promise.resolve();
  }
}
