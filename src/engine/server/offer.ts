/** What the page sees of servers before a model of one is loaded. */
import type { Fault } from '../../base/fault.ts';
import type { Result } from '../../base/result.ts';

export interface ServerDoor {
  /** The names that the server offers, having sent it the key; null where the signal ended it. */
  list(base: string, signal: AbortSignal): Promise<Result<readonly string[], Fault> | null>;
  /** Keeps a key for this server until the page is closed; an empty one takes it away. */
  setKey(base: string, key: string): void;
}
