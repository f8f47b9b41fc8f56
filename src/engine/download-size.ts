/** What a download takes, before anything large of it is fetched. All in bytes. */
export interface DownloadSize {
  /** Still to come, of those files whose size is known. */
  readonly bytes: number;
  /** What is here already. */
  readonly here: number;
  /** Files still to come. */
  readonly files: number;
  /** Names of files to come whose size no list and no host tells. */
  readonly unknown: readonly string[];
  /** What the browser has left for this page; null where it does not tell. */
  readonly free: number | null;
}

/** What the browser has left for this page, in bytes; null where it does not tell. */
export async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}
