/** Addresses of a model, as a person typed them. */
export interface Addresses {
  readonly urls: readonly string[];
  /** The library of a model compiled for WebLLM, whose one address is then its folder. */
  readonly library: string | null;
  /** Each host once, in order, with its port where that is not the usual one. */
  readonly hosts: readonly string[];
  /** The first file's name without what all model files have: short enough to stand in the page. */
  readonly id: string;
}

/**
 * One address a line; null where there is none, or where one is not https or this very machine. A
 * line that ends in `.wasm` is the library of a compiled model, beside the one line of its folder.
 */
export function readAddresses(text: string): Addresses | null {
  const urls: URL[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const url = readUrl(line);
    if (url === null) return null;
    urls.push(url);
  }
  const libraries = urls.filter(isLibrary);
  const files = urls.filter((url) => !isLibrary(url));
  const first = files[0];
  if (first === undefined || libraries.length > 1) return null;
  // A folder has no parts, and an address with a query is no folder.
  if (libraries.length === 1 && (files.length > 1 || first.search !== '')) return null;
  const file = first.pathname.replace(/\/(resolve\/[^/]+\/?)?$/, '').split('/').at(-1) ?? '';
  const name = file.replace(/\.gguf$/i, '').replace(/-0*1-of-\d+$/, '');
  return {
    urls: files.map((url) => url.href),
    library: libraries[0]?.href ?? null,
    hosts: [...new Set(urls.map((url) => url.host))],
    id: name === '' ? first.host : name,
  };
}

const isLibrary = (url: URL): boolean => /\.wasm$/i.test(url.pathname);

/** An address that the page's policy lets through: any host by https, and this machine without it. */
export function readUrl(text: string): URL | null {
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  const isHere = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  return isHere || url.protocol === 'https:' ? url : null;
}
