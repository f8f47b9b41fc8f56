/**
 * A history, or one run of it, as a file of CaT Lab's own: lines of JSON, the first of which is the mark
 * of src/base/file-mark.ts, the last the number of lines, so that a file that was cut off is known by it.
 * Between them each line has one member, the kind of record:
 *
 *     {"cat-lab":"run","version":1}
 *     {"run":{…}}       a run, before its plan and groups
 *     {"plan":{…}}      without items, which follow it
 *     {"items":[…]}     of the plan or set above, so many to a line
 *     {"missed":{…}}    a question of a plan that has no group
 *     {"set":{…}}       a question set, its items below it
 *     {"group":{…}}     without its parts, which follow it
 *     {"rollout":{…}} {"synthesis":{…}} {"evidence":{…}}
 *     {"entry":{…}}     run, index and group; its figures are made again from the group above
 *     {"end":{"lines":12}}
 *
 * A change that an older page would misread raises the version.
 */
export const EXPORT_VERSION = 1;

/** `store`: all there is. `run`: one run, and what its entries need of others. */
export type ExportKind = 'store' | 'run';

export const exportKind = (kind: string): ExportKind | null =>
  kind === 'store' || kind === 'run' ? kind : null;

/** Items in a line. */
export const ITEMS_A_LINE = 256;
/** Unless one item has more. At most 3 MiB as UTF-8. */
export const CHARACTERS_A_LINE = 1024 * 1024;
