import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { SetFault } from './item.ts';
import { SetParser } from './parser.ts';
import { matches } from './select.ts';
import type { Selection } from './select.ts';
import type { SetSource } from './source.ts';
import { eventsOf } from './source.ts';

/**
 * How many questions of a set match, whatever the size of a sample; reads all of it and keeps
 * nothing. The first broken line is the fault; throws the signal's reason once it is aborted.
 */
export async function countSet(
  source: SetSource,
  selection: Selection,
  signal?: AbortSignal,
): Promise<Result<number, SetFault>> {
  let count = 0;
  for await (const event of eventsOf(source, new SetParser(), signal)) {
    if (event.kind === 'fault') return failed(event.fault);
    if (matches(event.item, selection)) count += 1;
  }
  return ok(count);
}
