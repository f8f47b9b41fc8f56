import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { SetFault, SetItem } from './item.ts';
import { setFault } from './item.ts';
import { SetParser } from './parser.ts';
import type { Selection } from './select.ts';
import { Selector } from './select.ts';
import type { SetSource } from './source.ts';
import { eventsOf } from './source.ts';

export interface ReadOptions {
  readonly selection?: Selection;
  readonly signal?: AbortSignal;
}

/**
 * The questions of a set, or those that are wanted of it, in the order of the file. All or nothing:
 * one broken line and no question comes of it; the fault names the line, counted from 1 with blank
 * lines, and the path into its row. Of a set where nothing is wanted there are none.
 */
export async function readSet(
  source: SetSource,
  { selection = {}, signal }: ReadOptions = {},
): Promise<Result<readonly SetItem[], SetFault>> {
  const selector = new Selector(selection);
  let count = 0;
  for await (const event of eventsOf(source, new SetParser(), signal)) {
    if (event.kind === 'fault') return failed(event.fault);
    selector.add(event.item);
    count += 1;
  }
  return count === 0 ? failed(setFault(0, '', 'no question in it')) : ok(selector.items());
}
