/** Which questions of a set are wanted. */
import { fnv1a } from '../../base/hash.ts';
import { deriveSeed } from '../../base/random.ts';
import { normaliseQuestion } from '../question.ts';
import type { SetItem } from './item.ts';

export interface Selection {
  /** Any of these; all where it is left out. An item without the label is of none. */
  readonly subjects?: readonly string[];
  readonly levels?: readonly string[];
  readonly tags?: readonly string[];
  /** As many at random of what is left, in the order of the set; all where there are fewer. */
  readonly sample?: { readonly count: number; readonly seed: number };
}

export function matches(item: SetItem, { subjects, levels, tags }: Selection): boolean {
  const isAmong = (wanted: readonly string[] | undefined, found: readonly string[]): boolean =>
    wanted === undefined || found.some((one) => wanted.includes(one));
  return (
    isAmong(subjects, item.subject === undefined ? [] : [item.subject]) &&
    isAmong(levels, item.level === undefined ? [] : [item.level]) &&
    isAmong(tags, item.tags)
  );
}

interface Ticket {
  readonly draw: number;
  readonly place: number;
  readonly item: SetItem;
}

/**
 * Takes items one by one and keeps the wanted ones, never many more than the sample has. Each question
 * draws its lot from the seed and its own text, and the lowest are taken: so the same question is drawn
 * whatever the file's order and the filters, and a larger sample of the same seed holds the smaller.
 */
export class Selector {
  readonly #selection: Selection;
  #kept: Ticket[] = [];
  #seen = 0;

  constructor(selection: Selection) {
    const count = selection.sample?.count;
    if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`a sample of ${count} questions`);
    }
    this.#selection = selection;
  }

  add(item: SetItem): void {
    if (!matches(item, this.#selection)) return;
    const { sample } = this.#selection;
    const text = sample === undefined ? '' : normaliseQuestion(item.question.text);
    const draw = sample === undefined ? 0 : deriveSeed(sample.seed, fnv1a(text));
    this.#kept.push({ draw, place: this.#seen, item });
    this.#seen += 1;
    if (sample !== undefined && this.#kept.length >= 2 * sample.count + 1000) this.#cut(sample.count);
  }

  /** In the order in which they came. */
  items(): SetItem[] {
    if (this.#selection.sample !== undefined) this.#cut(this.#selection.sample.count);
    return this.#kept.sort((a, b) => a.place - b.place).map(({ item }) => item);
  }

  #cut(count: number): void {
    this.#kept.sort((a, b) => a.draw - b.draw || a.place - b.place);
    this.#kept.length = Math.min(count, this.#kept.length);
  }
}
