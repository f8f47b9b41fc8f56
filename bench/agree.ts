/** Whether the model compiled for the GPU is as good as its GGUF: greedy, on held-out problems. */
import { gpuFlags } from '../bin/browser.ts';
import { DEFAULT_LEVEL } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import { inPage } from './served-page.ts';
import type { Answers } from './agree-page.ts';
import { row, type Row } from './row.ts';

const count = 300;

export async function agreeRows(say: (text: string) => void): Promise<Row[]> {
  const source = problems({ seed: 5, level: DEFAULT_LEVEL, split: 'heldout' });
  const asked = Array.from({ length: count }, () => source.next().value);
  const options = {
    script: 'agree-page.ts',
    packages: ['@mlc-ai/web-llm', '@wllama/wllama/esm/index.js'],
    flags: gpuFlags(),
  };
  const { cpu, gpu } = await inPage(options, (page): Promise<Answers> =>
    page.evaluate(
      (questions) => globalThis.compareEngines(questions),
      asked.map(({ question }) => question),
    ),
  );
  const right = (texts: readonly string[]): number =>
    asked.filter(({ answer }, index) => texts[index]?.endsWith(`The answer is ${answer}.`)).length;
  const same = cpu.filter((text, index) => text === gpu[index]).length;
  say(`${same} of ${count} greedy answers are the same, word for word`);
  return [
    row({
      ...{ suite: 'agree', engine: 'webllm', group: null, metric: 'accuracy', unit: '%' },
      name: `greedy accuracy on ${count} ${DEFAULT_LEVEL} problems, against the GGUF`,
      ours: (100 * right(gpu)) / count,
      against: (100 * right(cpu)) / count,
      better: 'more',
    }),
  ];
}
