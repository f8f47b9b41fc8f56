/** The outcome of work that may fail as expected. Bugs throw; everything else is a value. */
export type Result<T, E> = Ok<T> | Failed<E>;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Failed<E> {
  readonly ok: false;
  readonly fault: E;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const failed = <E>(fault: E): Failed<E> => ({ ok: false, fault });
