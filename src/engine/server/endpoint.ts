/** `https://host/v1` and `models` make `https://host/v1/models`; a query is dropped. */
export function endpoint(base: string, path: string): string {
  const url = new URL(base);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/${path}`;
}

/** What a server has beside its `/v1`, where it has such a folder. */
export const beside = (base: string, path: string): string =>
  endpoint(new URL(base).href.replace(/\/v1\/*([?#].*)?$/, ''), path);
