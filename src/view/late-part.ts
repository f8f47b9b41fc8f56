/**
 * A part of the page whose code comes when it is first needed; its element draws itself as that comes.
 * Where it cannot be fetched, the page is told, and offers another try (missing-parts.ts).
 */
export interface MissingPart {
  readonly again: () => void;
}

/** As often as it is drawn: only the first call fetches, until a person wants another try. */
export type Need = () => void;

export function latePart(fetchPart: () => Promise<unknown>): Need {
  let coming: Promise<unknown> | null = null;
  const need = (): void => {
    coming ??= fetchPart().catch(() => {
      tellMissing(() => {
        coming = null;
        need();
      });
    });
  };
  return need;
}

export const tellMissing = (again: () => void): void => {
  const detail: MissingPart = { again };
  document.dispatchEvent(new CustomEvent('cat-part-missing', { detail }));
};

declare global {
  interface DocumentEventMap {
    'cat-part-missing': CustomEvent<MissingPart>;
  }
}
