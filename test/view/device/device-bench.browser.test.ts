import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DeviceTable } from '../../../src/run/measure-device.ts';
import type { DeviceExport } from '../../../src/view/device/device-export.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import { HandShelf } from '../../kit/shelf.ts';
import { expectAccessible, openPage, type Page } from '../page.ts';

let page: Page;
afterEach(() => {
  vi.restoreAllMocks();
  page.close();
});

const table: DeviceTable = {
  ...{ model: 'nano', revision: 'f'.repeat(64), decoding: 'shared-prompt', device: 'software-gpu' },
  ...{ bytes: 5e6, gpuBytes: 27e7, slots: 8, tokens: 16, rounds: 3, leftOut: [16, 32] },
  rows: [
    { group: 1, decode: 54, inTurn: 54, prefill: 504, firstToken: 0.12, step: 18.5 },
    { group: 8, decode: 165, inTurn: 55, prefill: 3140, firstToken: 0.13, step: 48.5 },
  ],
};

const open = async (): Promise<void> => {
  page = await openPage();
  page.app.shelf = new HandShelf();
  page.lab.ready(loadedModel({ ...nanoSpec, engine: 'webllm' }));
  await page.drawn();
};

const bench = (): string => page.text('cat-device-bench');

describe('measuring this device', () => {
  test('is offered only with a model on the graphics processor', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    expect(bench()).toBe('');
    page.lab.ready(loadedModel({ ...nanoSpec, engine: 'webllm' }));
    await page.drawn();
    expect(bench()).toContain('How fast nano decodes here');
    await expectAccessible(page);
  });

  test('shows how far it is, and Stop ends it without a table', async () => {
    await open();
    await page.click('Measure this device');
    expect(bench()).toContain('waiting for the model');
    const [measured] = page.lab.measured;
    measured!.options.onProgress?.({ done: 3, all: 16, group: 4 });
    await page.drawn();
    expect(bench()).toContain('3 of 16 timings · 4 answers at once');
    await expectAccessible(page);
    await page.click('Stop');
    expect(measured!.options.signal?.aborted).toBe(true);
    expect(bench()).toContain('Ended without a table.');
    expect(page.button('Measure this device').disabled).toBe(false);
  });

  test('ends in a table of what came out, which says what it is not', async () => {
    await open();
    await page.click('Measure this device');
    page.lab.measured[0]!.settle(table);
    await page.drawn();
    const cells = page.all('tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['1', '54', '54', '1.00 ×', '19', '0.12', '504'],
      ['8', '165', '55', '3.00 ×', '49', '0.13', '3,140'],
    ]);
    expect(bench()).toContain('nano on Card, a GPU in software: 16 tokens an answer, the middle of 3 rounds.');
    expect(bench()).toContain('holds 0.3 GB for it, with room for 8 answers at once');
    expect(bench()).toContain('Left out: 16, 32 at once, since there is room for 8.');
    expect(bench()).toContain('only “npm run bench -- webllm” does');
    await expectAccessible(page);
  });

  test('says so where the model is decoded one answer after another', async () => {
    await open();
    await page.click('Measure this device');
    page.lab.measured[0]!.settle({ ...table, decoding: 'in-turn', gpuBytes: null });
    await page.drawn();
    expect(bench()).toContain('decoded one answer after another here');
    expect(bench()).not.toContain('The graphics processor holds');
  });

  test('is saved as JSON with the device, the table and the rows of the bench', async () => {
    await open();
    await page.click('Measure this device');
    page.lab.measured[0]!.settle(table);
    await page.drawn();
    const saved: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:nothing';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await page.click('Save as JSON');
    expect(names).toEqual(['nano-device.json']);
    const file = JSON.parse(await saved[0]!.text()) as DeviceExport;
    expect(file).toMatchObject({ kind: 'cat-lab-device', version: 1, adapter: 'Card', table });
    expect(file.userAgent).toBe(navigator.userAgent);
    expect(Number.isNaN(Date.parse(file.measuredAt))).toBe(false);
    expect(file.rows.find(({ group, metric }) => group === 8 && metric === 'decode-in-turn')?.ratio).toBe(3);
  });

  test('waits while a question is being answered', async () => {
    await open();
    await page.click('Ask');
    expect(page.button('Measure this device').disabled).toBe(true);
  });
});
