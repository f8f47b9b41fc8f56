/** JSON on disk, lines of it or a file: it is there as a whole or not at all, whatever ends the command. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

export interface RowFile {
  /**
   * Returns with the line on disk, not only handed to the system; throws where it does not fit, and takes
   * back what did.
   */
  append(line: unknown): void;
  close(): void;
}

type Write = (descriptor: number, bytes: Uint8Array, from: number) => number;

export function openRowFile(file: string, write: Write = writeSync): RowFile {
  const descriptor = openSync(file, 'a');
  let { size } = fstatSync(descriptor);
  return {
    append(line) {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      try {
        for (let done = 0; done < bytes.length; ) {
          const taken = write(descriptor, bytes, done);
          // A disk that is nearly full takes a part and says no more.
          if (taken === 0) throw new Error(`${file} takes no more`);
          done += taken;
        }
        fsyncSync(descriptor);
      } catch (error) {
        ftruncateSync(descriptor, size);
        throw error;
      }
      size += bytes.length;
    },
    close: () => closeSync(descriptor),
  };
}

/** In place of what stood there, which stays where there is no room or the command is killed meanwhile. */
export function replaceFile(file: string, value: unknown): void {
  const partial = `${file}.partial`;
  try {
    writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

const PIECE = 4 * 1024 * 1024;
const LINE_END = 0x0a;

/**
 * The lines of a file one by one, however long it is: as one string it may not be longer than 512 MiB. A
 * last line without its end was torn by a kill and is taken off the file.
 */
export function* readRowFile(file: string): Generator<string, void, undefined> {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  let whole = 0;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(descriptor, piece, 0, PIECE, null);
      if (length === 0) break;
      const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
      let from = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
        yield bytes.toString('utf8', from, end);
        from = end + 1;
      }
      whole += from;
      rest = bytes.subarray(from);
    }
  } finally {
    closeSync(descriptor);
  }
  if (rest.length > 0) truncateSync(file, whole);
}
