/** The built page in a headless Chromium, which asks and is listened to token by token. */
import type { LoadedModel } from '../../src/engine/model.ts';
import type { Question } from '../../src/question/question.ts';
import { Recorder } from '../../src/recording/recorder.ts';
import type { Recording } from '../../src/recording/recording.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { ensureBrowser, launchBrowser, launchOptions } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { ExpectedError } from '../expected-error.ts';
import { serve } from '../serve.ts';

export interface LabPage {
  readonly model: LoadedModel;
  /** Asks with the page's own settings; null where no group came of it. */
  record(question: Question, seed: number): Promise<Recording | null>;
  close(): Promise<void>;
}

interface Heard {
  readonly at: number;
  readonly event: RunEvent;
}

/** With the bundled model on the CPU engine, which every device has. */
export async function openLabPage(): Promise<LabPage> {
  const folder = await ensureBuilt();
  const browser = await launchBrowser(launchOptions(await ensureBrowser()));
  const served = await serve({ folder });
  const close = async (): Promise<void> => {
    await browser.close();
    await served.close();
  };
  try {
    const page = await browser.newPage();
    // A group takes seconds; the wait is for machines that are busy with other things.
    page.setDefaultTimeout(0);
    await page.goto(`${served.url}?command&gpu=never`);
    await page.waitForFunction(() => globalThis.catLab !== undefined);
    const loaded = await page.evaluate(() =>
      globalThis.catLab?.load({ model: 'nano', engine: 'wllama' }),
    );
    const model = loaded?.value;
    if (model === undefined || model === null) {
      throw new ExpectedError(`the bundled model could not be loaded: ${JSON.stringify(loaded?.faults)}`);
    }
    return {
      model,
      close,
      async record(question, seed) {
        // The clock is the page's own: a message to here would take a while of its own.
        const { heard, group } = await page.evaluate(
          async ([asked, withSeed]) => {
            const all: Heard[] = [];
            globalThis.catLabReport = (message) => {
              if (message.kind === 'event') all.push({ at: performance.now(), event: message.event });
            };
            const settings = { seed: withSeed, equalCompute: false };
            const request = { question: asked, settings, tokens: true, fresh: true };
            const outcome = await globalThis.catLab?.ask(request);
            return { heard: all, group: outcome?.value?.group ?? null };
          },
          [question, seed] as const,
        );
        if (group === null) return null;
        const recorder = new Recorder();
        for (const { event, at } of heard) recorder.hear(event, at);
        return recorder.of(group);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
