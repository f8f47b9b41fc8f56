/**
 * Keys of servers, in memory until the page is closed: never in a record, an address, a fault or a log.
 * A key belongs to one origin, so that no other server is sent it.
 */
export class ServerKeys {
  readonly #keys = new Map<string, string>();

  /** An empty key takes it away. */
  set(address: string, key: string): void {
    const trimmed = key.trim();
    if (trimmed === '') this.#keys.delete(originOf(address));
    else this.#keys.set(originOf(address), trimmed);
  }

  get(address: string): string | null {
    return this.#keys.get(originOf(address)) ?? null;
  }
}

const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin : address;
