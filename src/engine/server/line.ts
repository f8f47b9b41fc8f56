import { reach } from '../reach.ts';
import type { Clock } from './clock.ts';
import type { Line } from './http.ts';

export interface LineParts {
  readonly base: string;
  readonly model: string;
  readonly key: string | null;
  readonly clock: Clock;
}

/** Makes the ways to the parts of one server's interface, all with one key. */
export const lineTo =
  ({ base, model, key, clock }: LineParts): ((url: string) => Line) =>
  (url) => ({
    url,
    model,
    key,
    clock,
    host: new URL(base).host,
    fetch: reach,
  });
