/**
 * The address of a server's interface, such as `https://host/v1`, as a person typed it. What the page's
 * policy lets through: any host by https, and this machine without it.
 */
export interface ServerAddress {
  /** Without a slash at its end. */
  readonly base: string;
  /** With its port where that is not the usual one. */
  readonly host: string;
}

/**
 * Null where it is no such address, or has a name, a key or a query in it: an address is shown and
 * stored. A bare host is given its usual `/v1`.
 */
export function readServerAddress(text: string): ServerAddress | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const isHere = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const path = url.pathname.replace(/(\/(chat\/completions|models))?\/*$/, '');
  return { base: `${url.origin}${path === '' ? '/v1' : path}`, host: url.host };
}
