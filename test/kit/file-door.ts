/**
 * Imported in a worker before anything else: a server in it. The files that the test sends as
 * `{ files }` are answered at their addresses under `https://models.example/`; `{ stall }` sends the
 * first half of one and then nothing more. Every GET is told on the channel `file-door`.
 */
const files = new Map<string, Uint8Array<ArrayBuffer>>();
let stalled: string | null = null;
const told = new BroadcastChannel('file-door');

const fetchElsewhere = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!url.startsWith('https://models.example/')) return fetchElsewhere(input, init);
  const file = files.get(url);
  const headers = { 'content-length': String(file?.byteLength ?? 0) };
  if (file === undefined) return new Response(null, { status: 404 });
  if (init?.method === 'HEAD') return new Response(null, { headers });
  told.postMessage(url);
  if (url !== stalled) return new Response(file, { headers });
  const half = file.slice(0, file.byteLength / 2);
  const body = new ReadableStream({ start: (controller) => controller.enqueue(half) });
  return new Response(body, { headers });
};

globalThis.addEventListener('message', ({ data }) => {
  if (data?.files instanceof Map) for (const [url, file] of data.files) files.set(url, file);
  if (typeof data?.stall === 'string') stalled = data.stall;
});
