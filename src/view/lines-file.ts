/** Characters that are joined before they become part of the file. */
const PART = 4 * 1024 * 1024;

/**
 * Lines as one file, put together in parts: what is done lies with the browser, which keeps a large file
 * on disk. Throws the signal's reason once it is aborted.
 */
export async function linesFile(
  lines: AsyncIterable<string>,
  type: string,
  signal: AbortSignal,
): Promise<Blob> {
  const parts: Blob[] = [];
  let open: string[] = [];
  let size = 0;
  const close = (): void => {
    parts.push(new Blob(open));
    open = [];
    size = 0;
  };
  for await (const line of lines) {
    signal.throwIfAborted();
    open.push(line);
    size += line.length;
    if (size >= PART) close();
  }
  signal.throwIfAborted();
  close();
  return new Blob(parts, { type });
}
