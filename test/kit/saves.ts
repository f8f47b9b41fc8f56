import { vi } from 'vitest';

export interface Saved {
  readonly name: string;
  readonly file: Blob;
}

/** Files that the page gives the browser to save, from now on; `vi.restoreAllMocks` ends it. */
export function saves(): Saved[] {
  const saved: Saved[] = [];
  let last = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    last = file as Blob;
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: last });
  });
  return saved;
}
