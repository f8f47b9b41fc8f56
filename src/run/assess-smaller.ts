/** The synthesis of the smaller groups that a recipe names; those that are there are not written again. */
import type { AssessEvent, Assessed } from './assess.ts';
import { missingSubGroups, writeSmaller } from './smaller.ts';
import type { SmallerJob } from './smaller.ts';

export async function* assessSmaller({
  group,
  tools,
  signal,
}: Assessed): AsyncGenerator<AssessEvent, void, undefined> {
  const missing = missingSubGroups(group, group.recipe);
  if (missing.length === 0) return;
  const anchor = await tools.take('anchor');
  if (anchor === null || anchor.loaded === null) {
    yield { kind: 'fault', fault: { kind: 'not-loaded', engine: group.recipe.anchor.engine } };
    return;
  }
  let done = 0;
  const progress = (): AssessEvent => {
    return { kind: 'assessing', job: 'smaller-synthesis', done, total: missing.length };
  };
  yield progress();
  const jobs = missing.map((sub): SmallerJob => ({ group, sub }));
  for await (const event of writeSmaller(oneByOne(jobs), anchor, signal)) {
    if (event.kind === 'written') yield { kind: 'evidence', evidence: event.piece };
    else yield { kind: 'fault', fault: event.fault };
    done += 1;
    yield progress();
  }
}

/** As a stream, since the jobs of a whole run come as one. */
async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}
