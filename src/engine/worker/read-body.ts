/** The body of a response in the chunks it comes in, each counted. Rejects where it breaks off. */
export async function readBody(
  response: Response,
  count: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return chunks;
    chunks.push(chunk.value);
    count(chunk.value.byteLength);
  }
}
