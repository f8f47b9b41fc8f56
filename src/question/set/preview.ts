/** What is in a file, before anything of it is stored. */
import type { SetFault, SetItem } from './item.ts';
import { setFault } from './item.ts';
import type { SetFormat } from './parser.ts';
import { SetParser } from './parser.ts';
import type { SetSource } from './source.ts';
import { eventsOf } from './source.ts';

export interface Preview {
  /** Null where it is no question set, or comes from no file. */
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
  /** Of which of the three there are more than stand there. */
  readonly moreLabels: readonly LabelKind[];
}

export type LabelKind = 'subjects' | 'levels' | 'tags';

/** A label to filter by, and how many questions have it. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

const MOST_SHOWN = 5;
const MOST_FAULTS = 100;
/** Thousands of tags would be no help to choose by: the first of each kind, in the order of the questions. */
export const MOST_LABELS = 1000;

/** Reads all of it once, keeping next to nothing; throws the signal's reason once it is aborted. */
export async function previewSet(
  source: SetSource,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Preview> {
  const parser = new SetParser();
  const overview = new Overview();
  for await (const event of eventsOf(source, parser, signal)) {
    if (event.kind === 'fault') overview.blame(event.fault);
    else overview.add(event.line, event.item);
  }
  return overview.preview(parser.format);
}

/** The same of questions that are not from a file; their lines are their places, from 1. */
export function previewItems(items: readonly SetItem[]): Preview {
  const overview = new Overview();
  items.forEach((item, at) => overview.add(at + 1, item));
  return overview.preview(null);
}

class Overview {
  readonly #sample: { line: number; item: SetItem }[] = [];
  readonly #faults: SetFault[] = [];
  readonly #labels: Readonly<Record<LabelKind, Tally>> = {
    subjects: new Tally(),
    levels: new Tally(),
    tags: new Tally(),
  };
  #count = 0;
  #open = 0;
  #faultCount = 0;

  add(line: number, item: SetItem): void {
    this.#count += 1;
    if (item.question.kind === 'open') this.#open += 1;
    if (this.#sample.length < MOST_SHOWN) this.#sample.push({ line, item });
    const { subjects, levels, tags } = this.#labels;
    if (item.subject !== undefined) subjects.add(item.subject);
    if (item.level !== undefined) levels.add(item.level);
    for (const tag of item.tags) tags.add(tag);
  }

  blame(fault: SetFault): void {
    this.#faultCount += 1;
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(fault);
  }

  preview(format: SetFormat | null): Preview {
    if (this.#count + this.#faultCount === 0) this.blame(setFault(0, '', 'no question in it'));
    const { subjects, levels, tags } = this.#labels;
    return {
      format,
      count: this.#count,
      open: this.#open,
      sample: this.#sample,
      faults: this.#faults,
      faultCount: this.#faultCount,
      subjects: subjects.counts(),
      levels: levels.counts(),
      tags: tags.counts(),
      moreLabels: (['subjects', 'levels', 'tags'] as const).filter((kind) => this.#labels[kind].isFull),
    };
  }
}

class Tally {
  readonly #counts = new Map<string, number>();
  #isFull = false;

  /** Another label came that there was no place for. */
  get isFull(): boolean {
    return this.#isFull;
  }

  add(label: string): void {
    const count = this.#counts.get(label) ?? 0;
    if (count > 0 || this.#counts.size < MOST_LABELS) this.#counts.set(label, count + 1);
    else this.#isFull = true;
  }

  /** By name, numbers as numbers: level 10 after level 9. */
  counts(): LabelCount[] {
    return [...this.#counts]
      .map(([label, count]) => ({ label, count }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
  }
}
