import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Kept, Update } from '../../../src/offline/door.ts';
import { tellMissing } from '../../../src/view/late-part.ts';
import { say } from '../../../src/view/text/current.ts';
import { offlineTexts } from '../../../src/view/text/en-offline.ts';
import { nanoSpec } from '../../kit/lab.ts';
import { HandOfflineDoor } from '../../kit/offline-door.ts';
import { openPage, type Page } from '../page.ts';

let page: Page;
let door: HandOfflineDoor;
const give = ({ detail }: DocumentEventMap['cat-offline-door']): void => detail.give(door);

beforeEach(async () => {
  door = new HandOfflineDoor();
  document.addEventListener('cat-offline-door', give);
  page = await openPage();
});
afterEach(() => {
  document.removeEventListener('cat-offline-door', give);
  page.close();
});

const told = async (kept: Kept): Promise<string> => {
  door.tell({ kept });
  await page.drawn();
  return page.text('cat-offline-status');
};

describe('the foot of the page', () => {
  test('says nothing before anything is known, then what is kept and how far that is', async () => {
    expect(await told({ kind: 'unknown' })).toBe('');
    expect(await told({ kind: 'filling', bytes: 5e6, total: 25e6 })).toContain('5.0 MB of 25.0 MB');
    expect(await told({ kind: 'unable', why: 'insecure' })).toBe(offlineTexts.insecure);
    expect(await told({ kind: 'unable', why: 'no-workers' })).toBe(offlineTexts.noWorkers);
    const ready = { kind: 'ready', files: 90, bytes: 25e6, mended: 0 } as const;
    expect(await told(ready)).toContain(offlineTexts.ready(90, 25e6));
    expect(await told({ ...ready, mended: 2 })).toContain(offlineTexts.mended(2));
  });

  test('checks again, frees the space, and keeps the page again', async () => {
    await told({ kind: 'ready', files: 90, bytes: 25e6, mended: 0 });
    await page.click(offlineTexts.check);
    await page.click(offlineTexts.free);
    await told({ kind: 'off' });
    await page.click(offlineTexts.keep);
    await told({ kind: 'failed', reason: 'index.html: did not come' });
    expect(page.text('cat-offline-status')).toContain('index.html: did not come');
    await page.click(offlineTexts.again);
    expect(door.asked.filter((what) => !what.startsWith('at '))).toEqual(['check', 'free', 'keep', 'keep']);
  });
});

describe('a new version', () => {
  const offer = async (update: Update): Promise<string> => {
    door.tell({ update });
    await page.drawn();
    return page.text('cat-update-note');
  };

  test('is offered, and can wait', async () => {
    expect(await offer('none')).toBe('');
    expect(await offer('offered')).toContain(offlineTexts.update.offered);
    await page.click(offlineTexts.update.later);
    await page.click(offlineTexts.update.reload);
    expect(door.asked.slice(-2)).toEqual(['later', 'update']);
  });

  test('is said to wait for a model that is being loaded, which the door is told of', async () => {
    await offer('offered');
    page.lab.emit({ kind: 'model-progress', model: nanoSpec.id, progress: { stage: 'start' } });
    await page.drawn();
    expect(door.asked.at(-1)).toBe('at work');
    expect(page.text('cat-update-note')).toContain(offlineTexts.update.busy);
    expect(page.button(offlineTexts.update.whenDone)).toBeTruthy();
    page.lab.ready();
    await page.drawn();
    expect(door.asked.at(-1)).toBe('at rest');
    expect(page.text('cat-update-note')).not.toContain(offlineTexts.update.busy);
  });

  test('that another tab let in is told here too', async () => {
    expect(await offer('elsewhere')).toContain(offlineTexts.update.elsewhere);
  });
});

describe('a part of the page that could not be fetched', () => {
  test('is told with a way to try again, which tries all of them', async () => {
    const tried: string[] = [];
    tellMissing(() => tried.push('rubric'));
    tellMissing(() => tried.push('methods'));
    await page.drawn();
    expect(page.text('cat-missing-parts')).toContain(say.places.failed);
    await page.click(say.places.again);
    expect(tried).toEqual(['rubric', 'methods']);
    await page.drawn();
    expect(page.text('cat-missing-parts')).toBe('');
  });
});
