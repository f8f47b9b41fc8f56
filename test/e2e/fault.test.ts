import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { distFolder } from '../../bin/build.ts';
import { serve } from '../../bin/serve.ts';
import { faultText } from '../../src/view/text/faults.ts';
import { say } from '../../src/view/text/current.ts';
import { useApp } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';

const open = useApp();
const url = inject('appUrl');
const model = 'models/nano/nano.gguf';

interface WithModel {
  readonly url: string;
  /** The file that is served as the model. */
  readonly file: string;
}

/** Serves the built page with another file in the place of the model; undefined is no file. */
async function serveWithModel(bytes: Uint8Array | undefined): Promise<WithModel> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-model-'));
  const file = path.join(folder, 'nano.gguf');
  if (bytes !== undefined) await writeFile(file, bytes);
  const served = await serve({ folder: distFolder, extra: { [`/${model}`]: file } });
  onTestFinished(async () => {
    await served.close();
    await rm(folder, { recursive: true });
  });
  return { url: served.url, file };
}

describe('a model file that fails', () => {
  test('is named with its address and status when it is missing', async () => {
    const { url: address } = await serveWithModel(undefined);
    const app = await open({ url: address, errors: [/status of 404/] });
    await app.faults().first().waitFor();
    const text = await app.faults().first().innerText();
    const expected = faultText({ kind: 'model-missing', model: 'nano', url: model, status: 404 });
    expect(text).toContain(expected.what);
    expect(text).toContain('404');
    expect(text).toContain(expected.remedy);
    expect(await app.page.getByRole('button', { name: say.model.again }).isVisible()).toBe(true);
  });

  test('is called damaged when it is cut short, and loads once it is whole', async () => {
    const whole = await readFile(path.join(distFolder, model));
    const { url: address, file } = await serveWithModel(whole.subarray(0, whole.length / 2));
    const app = await open({ url: address });
    await app.faults().first().waitFor();
    const expected = faultText({ kind: 'model-corrupt', model: 'nano', reason: '' });
    expect(await app.faults().first().innerText()).toContain(expected.what);
    expect(await app.faults().first().innerText()).toContain(expected.remedy);

    await writeFile(file, whole);
    await app.page.getByRole('button', { name: say.model.again }).click();
    await app.ready();
  });

  test('is called damaged when it is no model at all', async () => {
    const { url: address } = await serveWithModel(new TextEncoder().encode('<html>not found</html>'));
    const app = await open({ url: address });
    await app.faults().first().waitFor();
    const expected = faultText({ kind: 'model-corrupt', model: 'nano', reason: '' });
    expect(await app.faults().first().innerText()).toContain(expected.what);
  });
});

describe('a browser that keeps nothing', () => {
  test('is said, and the work goes on', async () => {
    const app = await open({
      url,
      before: () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('storage is denied here', 'SecurityError');
        };
      },
    });
    const expected = faultText({ kind: 'storage-denied', reason: '' });
    await app.faults().filter({ hasText: expected.what }).waitFor();
    expect(await app.faults().first().innerText()).toContain(expected.remedy);
    await app.ready();
    await app.question().fill(easy.question);
    await app.ask().click();
    await app.headline().waitFor();
    await app.history().first().waitFor();
  });
});

describe('a question that cannot be asked', () => {
  test('is named when it is empty', async () => {
    const app = await open({ url });
    await app.ready();
    await app.question().fill('   ');
    await app.ask().click();
    const expected = faultText({ kind: 'question-empty' });
    await app.faults().filter({ hasText: expected.what }).waitFor();
  });

  test('is named when it is too long for the model', async () => {
    const app = await open({ url });
    await app.ready();
    await app.question().fill(`${'Tom buys 3 more apples and gives 2 apples to Mia. '.repeat(800)}
      How many apples does Tom have now?`);
    await app.ask().click();
    const anyway = app.page.getByRole('button', { name: say.beyond.anyway });
    const expected = faultText({ kind: 'question-too-long', tokens: 0, limit: 0 });
    const fault = app.faults().filter({ hasText: expected.what });
    await anyway.or(fault).first().waitFor();
    if (await anyway.isVisible()) await anyway.click();
    await fault.waitFor();
  });
});
