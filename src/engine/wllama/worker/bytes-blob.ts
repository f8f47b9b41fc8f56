/**
 * A file that lies in this worker's memory, in the form of a blob as far as wllama and `fetchModel` use one. A
 * real blob of this size is the browser's: Chromium moves it to disk at its own time, and where that goes wrong
 * every piece ends with a NotReadableError. So a model of 98 MB failed to load in most tries in a container.
 */
export function bytesBlob(chunks: readonly Uint8Array<ArrayBuffer>[]): Blob {
  const bytes = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return viewOf(bytes);
}

const PIECE = 1024 * 1024;

/** For browsers without JSPI, such as Firefox, where the stream of a blob made here for this alone never ended. */
function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.byteLength) controller.enqueue(bytes.slice(at, at + PIECE));
      else controller.close();
      at += PIECE;
    },
  });
}

/** Pieces are copies: wllama hands them over to another worker. */
function viewOf(bytes: Uint8Array<ArrayBuffer>): Blob {
  const view: Pick<Blob, 'size' | 'type' | 'slice' | 'stream' | 'arrayBuffer'> = {
    size: bytes.byteLength,
    type: '',
    slice: (from, to) => viewOf(bytes.subarray(from, to)),
    stream: () => streamOf(bytes),
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  };
  return view as Blob;
}
