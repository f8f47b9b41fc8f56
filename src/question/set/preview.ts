/** What is in a file, before anything of it is stored. */
import type { SetFault, SetItem } from './item.ts';
import { setFault } from './item.ts';
import type { SetFormat } from './parser.ts';
import { SetParser } from './parser.ts';
import type { SetSource } from './source.ts';
import { eventsOf } from './source.ts';

export interface Preview {
  /** Null where it is no question set. */
  readonly format: SetFormat | null;
  /** Questions that can be read. */
  readonly count: number;
  /** How many of them have no final answer. */
  readonly open: number;
  /** The first few. */
  readonly sample: readonly { readonly line: number; readonly item: SetItem }[];
  /** The first of them, in the order of lines; with any, `readSet` takes nothing over. */
  readonly faults: readonly SetFault[];
  /** All of them. */
  readonly faultCount: number;
  readonly subjects: readonly LabelCount[];
  readonly levels: readonly LabelCount[];
  readonly tags: readonly LabelCount[];
}

/** A label to filter by, and how many questions have it. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

const MOST_SHOWN = 5;
const MOST_FAULTS = 100;
/** Sets of thousands of tags would be no help to choose by. */
const MOST_LABELS = 1000;

/** Reads all of it once, keeping next to nothing; throws the signal's reason once it is aborted. */
export async function previewSet(
  source: SetSource,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Preview> {
  const parser = new SetParser();
  const sample: { line: number; item: SetItem }[] = [];
  const faults: SetFault[] = [];
  const [subjects, levels, tags] = [new Tally(), new Tally(), new Tally()];
  let [count, open, faultCount] = [0, 0, 0];
  const blame = (fault: SetFault): void => {
    faultCount += 1;
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  for await (const event of eventsOf(source, parser, signal)) {
    if (event.kind === 'fault') {
      blame(event.fault);
      continue;
    }
    const { line, item } = event;
    count += 1;
    if (item.question.kind === 'open') open += 1;
    if (sample.length < MOST_SHOWN) sample.push({ line, item });
    if (item.subject !== undefined) subjects.add(item.subject);
    if (item.level !== undefined) levels.add(item.level);
    for (const tag of item.tags) tags.add(tag);
  }
  if (count + faultCount === 0) blame(setFault(0, '', 'no question in it'));
  return {
    format: parser.format,
    count,
    open,
    sample,
    faults,
    faultCount,
    subjects: subjects.counts(),
    levels: levels.counts(),
    tags: tags.counts(),
  };
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(label: string): void {
    const count = this.#counts.get(label) ?? 0;
    if (count > 0 || this.#counts.size < MOST_LABELS) this.#counts.set(label, count + 1);
  }

  /** By name, numbers as numbers: level 10 after level 9. */
  counts(): LabelCount[] {
    return [...this.#counts]
      .map(([label, count]) => ({ label, count }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
  }
}
