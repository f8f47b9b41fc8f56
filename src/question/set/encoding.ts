/** How the bytes of a set are to be read, from how they begin. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What else people have under the name of a data set, by its first bytes. */
const OTHERS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], 'a gzip archive: unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a spreadsheet: unpack it, or save it as CSV'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file: export it as JSON lines'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive: unpack it first'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xff, 0xfe, 0x00, 0x00], 'UTF-32: save it as UTF-8'],
  [[0x00, 0x00, 0xfe, 0xff], 'UTF-32: save it as UTF-8'],
];

/** As many first bytes as `encodingOf` looks at. */
export const HEAD = 4;

/** A text says why it is no text. Without a byte order mark, zeros tell UTF-16: sets begin in ASCII. */
export function encodingOf(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly mark: number } | string {
  const begins = (bytes: readonly number[]): boolean =>
    head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte);
  for (const [bytes, what] of OTHERS) if (begins(bytes)) return what;
  if (begins([0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', mark: 3 };
  if (begins([0xff, 0xfe])) return { encoding: 'utf-16le', mark: 2 };
  if (begins([0xfe, 0xff])) return { encoding: 'utf-16be', mark: 2 };
  const [first, second] = head;
  if (head.length >= 2 && second === 0 && first !== 0) return { encoding: 'utf-16le', mark: 0 };
  if (head.length >= 2 && first === 0 && second !== 0) return { encoding: 'utf-16be', mark: 0 };
  if (head.includes(0)) return 'no text';
  return { encoding: 'utf-8', mark: 0 };
}
