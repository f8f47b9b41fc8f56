import { expect, test } from 'vitest';
import { exportFileName } from '../../src/export/file-name.ts';

const moment = Date.UTC(2026, 0, 2, 3, 4, 5, 6);

test('samples have a name of which the harness reads the task and the moment', () => {
  expect(exportFileName('GSM8K, first 30.jsonl', 'lm-eval', moment)).toBe(
    'samples_GSM8K_first_30_jsonl_2026-01-02T03-04-05.006.jsonl',
  );
});

test.each([
  ['Grün: 30 / 4?', 'Grün-30-4-trl-dpo.jsonl'],
  ['../../etc', 'etc-trl-dpo.jsonl'],
  ['  ', 'cat-lab-trl-dpo.jsonl'],
  ['a'.repeat(100), `${'a'.repeat(60)}-trl-dpo.jsonl`],
])('other files have the name of the run, without what a file system minds: %j', (name, file) => {
  expect(exportFileName(name, 'trl-dpo', moment)).toBe(file);
});
