/** Whether all texts of the page stand as the model wrote them, sign by sign. Lasts as the page does. */
let now = false;
const listeners = new Set<() => void>();

export const exact = {
  get now(): boolean {
    return now;
  },
  set(wanted: boolean): void {
    if (wanted === now) return;
    now = wanted;
    for (const listener of listeners) listener();
  },
  /** Gives what ends the listening. */
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
