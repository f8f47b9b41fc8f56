/**
 * Pins a few greedy answers of the bundled model for the tests, after it was trained anew:
 * `node bin/run.mjs pin-nano`. They come from the model in the browser, on held-out problems.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LEVEL_NAMES } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import { openCommandPage } from './cat/page.ts';
import { root } from './paths.ts';

const perLevel = 4;

export async function main(): Promise<number> {
  const page = await openCommandPage({}, () => undefined);
  try {
    const { value: model } = await page.load({ model: 'nano', engine: 'wllama' });
    const questions = LEVEL_NAMES.flatMap((level) => {
      const source = problems({ seed: 9, level, split: 'heldout' });
      return Array.from({ length: perLevel }, () => source.next().value.question);
    });
    const answers: { question: string; text: string }[] = [];
    for (const text of questions) {
      const settings = { group: 1, equalCompute: false, sampling: { temperature: 0, maxTokens: 160 } };
      const { value } = await page.ask({ question: { kind: 'verifiable', text }, settings });
      answers.push({ question: text, text: value?.group.rollouts[0]?.text ?? '' });
    }
    const file = path.join(root, 'test', 'nano', 'greedy.json');
    await writeFile(file, `${JSON.stringify({ revision: model?.revision, answers }, null, 2)}\n`);
    console.log(`${answers.length} answers pinned`);
    return model === null || model === undefined ? 1 : 0;
  } finally {
    await page.close();
  }
}
