/**
 * The hosts besides our own that this page has asked for anything since it was opened. A worker has a
 * list of its own and tells the page of it.
 */
const known = new Set<string>();
const listeners = new Set<(host: string) => void>();

const own = (): string | null => (globalThis as { location?: { host: string } }).location?.host ?? null;

export const contacts = {
  get hosts(): readonly string[] {
    return [...known];
  },
  note(host: string): void {
    if (host === '' || host === own() || known.has(host)) return;
    known.add(host);
    for (const listener of listeners) listener(host);
  },
  /** Gives what ends the listening. */
  listen(listener: (host: string) => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
