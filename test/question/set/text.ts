/** Rows as JSON lines. */
export const lines = (...rows: readonly unknown[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

/** The bytes of a text in UTF-16, with its byte order mark. */
export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const whole = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * whole.length));
  for (let at = 0; at < whole.length; at++) {
    view.setUint16(2 * at, whole.charCodeAt(at), order === 'le');
  }
  return new Uint8Array(view.buffer);
}

/** A stream of the bytes in pieces of a size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
