/** The page opened by a link, with a store behind it. */
import { expect } from 'vitest';
// There from the start, so that no test waits for it longer than it must.
import '../../../src/view/share/parts.ts';
import type { Group } from '../../../src/group/group.ts';
import { createTransfer } from '../../../src/run/transfer.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { Store } from '../../../src/store/store.ts';
import { HandLab } from '../../kit/lab.ts';
import { hashed } from '../../export/file.ts';
import type { Page } from '../page.ts';
import { openPage } from '../page.ts';

export interface SharedPage extends Page {
  readonly store: Store;
  /** A done group for the question that stands in the page, stored and shown. */
  answered(answers: readonly string[], synthesis: string): Promise<Group>;
  /** Waits until the page shows this text. */
  says(text: string): Promise<void>;
}

export async function openShared(hash = '#'): Promise<SharedPage> {
  history.replaceState(null, '', hash);
  const lab = new HandLab();
  const store = createMemoryStore();
  const page = await openPage(lab);
  page.app.addEventListener('cat-transfer-door', ({ detail }) => detail.give(createTransfer(store)));
  return {
    ...page,
    store,
    answered: async (answers, synthesis) => {
      const group = await hashed(await page.group(answers, synthesis));
      await store.putRun({ id: group.runId, name: 'one', createdAt: group.createdAt });
      await store.merge(async function* () {
        yield await Promise.resolve({ kind: 'group', group } as const);
      });
      lab.groups = [group];
      lab.ready();
      page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
      await page.drawn();
      return group;
    },
    says: async (text) => {
      await expect.poll(() => page.text(), { timeout: 20_000 }).toContain(text);
      await page.drawn();
    },
  };
}

/** As somebody who types another address, or follows a link while the page is open. */
export function follow(hash: string): void {
  location.hash = hash;
}
