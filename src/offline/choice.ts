/** A person's choice to keep nothing for later, by page: other pages of the origin have their own. */
export interface OfflineChoice {
  isOff(): boolean;
  set(isOff: boolean): void;
}

/** Where nothing can be kept, not even this, the choice holds until the page is closed. */
export function createChoice(scope: string): OfflineChoice {
  const key = `cat-lab/offline-off ${scope}`;
  let isOff = false;
  return {
    isOff() {
      try {
        return localStorage.getItem(key) !== null;
      } catch {
        return isOff;
      }
    },
    set(next) {
      isOff = next;
      try {
        if (next) localStorage.setItem(key, '1');
        else localStorage.removeItem(key);
      } catch {
        // Kept in memory alone.
      }
    },
  };
}
