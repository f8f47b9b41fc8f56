/** Addresses of a model, as a person typed them. */
export interface Addresses {
  readonly urls: readonly string[];
  /** Each host once, in order, with its port where that is not the usual one. */
  readonly hosts: readonly string[];
  /** The first file's name without what all model files have: short enough to stand in the page. */
  readonly id: string;
}

/** One address a line; null where there is none, or where one is not https or this very machine. */
export function readAddresses(text: string): Addresses | null {
  const urls: URL[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (!URL.canParse(line.trim())) return null;
    const url = new URL(line.trim());
    if (!isAllowed(url)) return null;
    urls.push(url);
  }
  const first = urls[0];
  if (first === undefined) return null;
  const file = first.pathname.split('/').at(-1) ?? '';
  const name = file.replace(/\.gguf$/i, '').replace(/-0*1-of-\d+$/, '');
  return {
    urls: urls.map((url) => url.href),
    hosts: [...new Set(urls.map((url) => url.host))],
    id: name === '' ? first.host : name,
  };
}

/** What the page's policy lets through: any host by https, and this machine without it. */
const isAllowed = (url: URL): boolean =>
  url.protocol === 'https:' ||
  (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname));
