/**
 * What a file is that CaT Lab wrote itself: its first row has the member `cat-lab`, the kind of its
 * content, beside `version`, counted from 1. Whoever reads a file looks for it first, so that an
 * export of a newer version, or of something else, is named instead of misread.
 */
export interface FileMark {
  readonly kind: string;
  readonly version: number;
}

const MEMBER = 'cat-lab';

/** The row to begin a file with. */
export const markRow = ({ kind, version }: FileMark): Readonly<Record<string, unknown>> => ({
  [MEMBER]: kind,
  version,
});

/** Null where the row bears no mark; a mark without a sensible version has the version NaN. */
export function readMark(row: object): FileMark | null {
  const own = (name: string): unknown =>
    Object.hasOwn(row, name) ? (row as Record<string, unknown>)[name] : undefined;
  const [kind, version] = [own(MEMBER), own('version')];
  if (typeof kind !== 'string') return null;
  return { kind, version: Number.isSafeInteger(version) ? (version as number) : Number.NaN };
}

/** Why a file of this version cannot be read by a CaT Lab that reads up to `known`; null where it can. */
export function versionFault(version: number, known: number): string | null {
  if (version > known) {
    return `written by a newer CaT Lab: version ${version}, and this one reads up to ${known}`;
  }
  return version >= 1 ? null : 'its version is no whole number from 1';
}
