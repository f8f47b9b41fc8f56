import { readMark, versionFault } from '../../base/file-mark.ts';
import { fnv1a } from '../../base/hash.ts';
import { forbidden } from './forbidden.ts';
import type { SetFault, SetItem } from './item.ts';
import { setFault } from './item.ts';
import type { RowKind } from './rows.ts';
import { ID_MEMBER, kindOf, readRow } from './rows.ts';

export type SetEvent =
  | { readonly kind: 'item'; readonly line: number; readonly item: SetItem }
  /** `last` where nothing after it can be read. */
  | { readonly kind: 'fault'; readonly fault: SetFault; readonly last: boolean };

/** Question sets that bear the mark of CaT Lab; their rows are plain. */
const SET_VERSION = 1;

/** More rows are no set to ask a model. Bounds what is kept to find an id again. */
export const MOST_ROWS = 1_000_000;

export const faultEvent = (fault: SetFault, last = false): SetEvent => ({
  kind: 'fault',
  fault,
  last,
});

/** Rows to items: all of the kind that the first one is of, no id twice. */
export class Intake {
  /** Null until a row was recognised. */
  kind: RowKind | null = null;
  #rows = 0;
  /** Lines by the hash of their id: texts would keep the rows alive that they were cut from. */
  readonly #ids = new Map<number, number>();

  /** Null for a row that only says what the file is. */
  take(line: number, row: object): SetEvent | null {
    const bad = forbidden(row);
    if (bad !== null) return faultEvent(setFault(line, bad.path, bad.reason));
    this.#rows += 1;
    if (this.#rows === 1) {
      const mark = readMark(row);
      if (mark !== null) return checkMark(line, mark);
    }
    if (this.#rows > MOST_ROWS) {
      return faultEvent(setFault(line, '', `more than ${MOST_ROWS} questions`), true);
    }
    const found = kindOf(row);
    this.kind ??= found;
    if (this.kind === null) {
      const reason = 'a row of no known kind: expected question or problem and answer, or prompt and rubrics';
      return faultEvent(setFault(line, '', reason));
    }
    if (found !== null && found !== this.kind) {
      return faultEvent(setFault(line, '', `a row of ${found} in a set of ${this.kind}`));
    }
    const read = readRow(row, this.kind);
    if (!read.ok) return faultEvent(setFault(line, read.fault.path, read.fault.reason));
    const item = read.value;
    const twin = item.id === undefined ? undefined : this.#note(item.id, line);
    return twin === undefined
      ? { kind: 'item', line, item }
      : faultEvent(setFault(line, ID_MEMBER[this.kind], `the same as in line ${twin}`));
  }

  /** The line that has this id already. */
  #note(id: string, line: number): number | undefined {
    // 53 bits: among a million ids two hashes are the same once in 10,000 files.
    const hash = fnv1a(id) * 2 ** 21 + (fnv1a(`${id.length}:${id}`) >>> 11);
    const twin = this.#ids.get(hash);
    if (twin === undefined) this.#ids.set(hash, line);
    return twin;
  }
}

function checkMark(
  line: number,
  { kind, version }: { readonly kind: string; readonly version: number },
): SetEvent | null {
  if (kind !== 'questions') {
    const reason = `a file of CaT Lab with “${kind}”, which is no question set`;
    return faultEvent(setFault(line, 'cat-lab', reason), true);
  }
  const fault = versionFault(version, SET_VERSION);
  return fault === null ? null : faultEvent(setFault(line, 'version', fault), true);
}
