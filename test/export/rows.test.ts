import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RowFormat } from '../../src/export/formats.ts';
import { ROW_FORMATS } from '../../src/export/formats.ts';
import type { Form } from '../../src/export/material.ts';
import { newTally, rowLines } from '../../src/export/row-lines.ts';
import type { Placed } from '../../src/export/row-lines.ts';
import type { Group } from '../../src/group/group.ts';
import { open, verifiable } from './groups.ts';

interface Read {
  readonly rows: Record<string, unknown>[];
  readonly leftOut: Record<string, number>;
}

async function read(format: RowFormat, groups: readonly Group[], form: Form = 'text'): Promise<Read> {
  const tally = newTally();
  const rows: Record<string, unknown>[] = [];
  const placed = groups.map((group, index) => ({ index, group }));
  for await (const line of rowLines(placed, { format, form, tally })) {
    expect(line.endsWith('\n')).toBe(true);
    rows.push(JSON.parse(line) as Record<string, unknown>);
  }
  expect(tally.rows).toBe(rows.length);
  return { rows, leftOut: Object.fromEntries(tally.leftOut) };
}

/** What a reader of columns makes of a cell; of a list what its first member that is not null says. */
function typesOf(cell: unknown): unknown {
  if (Array.isArray(cell)) return [typesOf(cell.find((one) => one !== null) ?? null)];
  if (typeof cell !== 'object' || cell === null) return cell === null ? 'null' : typeof cell;
  return Object.fromEntries(Object.entries(cell).map(([name, member]) => [name, typesOf(member)]));
}

const mixed = verifiable({ question: 'How many?', truth: '4', answers: ['5', '4', '4'], synthesis: '4' });
const from = {
  reference_is_fixed: true,
  group_id: 'group of How many?',
  recipe_hash: 'recipe',
  policy: 'nano',
  anchor: 'nano',
};
const answer = (value: string) => `The answer is ${value}.`;

describe('every format', () => {
  test.each(ROW_FORMATS)('%s says in each row that the reference is fixed, and where it comes from', async (format) => {
    const { rows } = await read(format, [mixed]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect({ ...row, ...(row['extra_info'] as object) }).toMatchObject(from);
  });

  test.each(ROW_FORMATS)('%s leaves out a group that is not done, and counts it', async (format) => {
    const { rows, leftOut } = await read(format, [{ ...mixed, status: 'stopped' }]);
    expect(rows).toEqual([]);
    expect(leftOut).toEqual({ unfinished: 1 });
  });

  test.each(ROW_FORMATS.filter((format) => format !== 'lm-eval'))(
    '%s has no row where the synthesis has no answer: every reward against it is 0',
    async (format) => {
      const { rows, leftOut } = await read(format, [verifiable({ answers: ['4', '5'], synthesis: null })]);
      expect(rows).toEqual([]);
      expect(leftOut).toEqual({ 'no-reference': 1 });
    },
  );

  test.each(ROW_FORMATS)('%s has the same columns of the same types in every row', async (format) => {
    const all = [mixed, verifiable({ answers: ['5', '4'] }), open([0.5, null]), open([1, 0])];
    const { rows } = await read(format, all);
    const types = new Set(rows.map((row) => JSON.stringify(typesOf(row))));
    expect([...types]).toHaveLength(1);
    expect([...types][0]).not.toContain('null');
  });

  test('one group is asked for at a time, and none before its line is wanted', async () => {
    let asked = 0;
    async function* groups(): AsyncGenerator<Placed> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve({ index: asked - 1, group: mixed });
      }
    }
    const lines = rowLines(groups(), { format: 'trl-sft' });
    expect(asked).toBe(0);
    await lines.next();
    await lines.next();
    expect(asked).toBe(2);
    await lines.return();
  });
});

describe('rows for GRPO', () => {
  test('hold the prompt, the fixed reference and the recorded rewards', async () => {
    const { rows } = await read('trl-grpo', [mixed]);
    expect(rows).toEqual([
      {
        prompt: 'How many?',
        reference: answer('4'),
        reference_answer: '4',
        criteria: '[]',
        truth: '4',
        recorded_rewards: [0, 1, 1],
        ...from,
      },
    ]);
  });

  test('of an open question hold the criteria that the reward counts, without those of the data set', async () => {
    const { rows } = await read('trl-grpo', [open([0.5, null])], 'conversation');
    expect(rows).toMatchObject([
      {
        prompt: [{ role: 'user', content: 'What helps?' }],
        reference: 'I wonder.',
        reference_answer: 'I wonder.',
        criteria: JSON.stringify([
          { text: 'Names the cause.', weight: 1 },
          { text: 'Names the remedy.', weight: 2 },
        ]),
        truth: '[unknown]',
        recorded_rewards: [0.5, null],
      },
    ]);
  });

  test('leave out an open question that nobody judged', async () => {
    const { leftOut } = await read('trl-grpo', [open([null, null])]);
    expect(leftOut).toEqual({ 'not-judged': 1 });
  });
});

describe('rows for DPO', () => {
  test('set the best answer against the worst, as texts or as messages', async () => {
    const { rows } = await read('trl-dpo', [mixed]);
    const [row] = rows;
    expect(row).toEqual({
      prompt: 'How many?',
      chosen: answer('4'),
      rejected: answer('5'),
      chosen_reward: 1,
      rejected_reward: 0,
      ...from,
    });
    expect((await read('trl-dpo', [mixed], 'conversation')).rows).toEqual([
      {
        ...row,
        prompt: [{ role: 'user', content: 'How many?' }],
        chosen: [{ role: 'assistant', content: answer('4') }],
        rejected: [{ role: 'assistant', content: answer('5') }],
      },
    ]);
  });

  test('are none where all rewards are equal', async () => {
    const all = verifiable({ answers: ['4', '4'], synthesis: '4' });
    const none = verifiable({ answers: ['5', '6'], synthesis: '4' });
    const { rows, leftOut } = await read('trl-dpo', [all, none]);
    expect(rows).toEqual([]);
    expect(leftOut).toEqual({ 'no-difference': 2 });
  });

  test('never hold an answer that was cut off: it has no end', async () => {
    const cut = verifiable({ answers: ['5', '4', '6'], synthesis: '4', stops: ['length', 'end', 'end'] });
    expect((await read('trl-dpo', [cut])).rows).toMatchObject([{ rejected: answer('6') }]);
    const alone = verifiable({ answers: ['5', '4'], synthesis: '4', stops: ['length', 'end'] });
    expect((await read('trl-dpo', [alone])).leftOut).toEqual({ 'no-difference': 1 });
  });

  test('of equal rewards take the first, and pass over rollouts that were not judged', async () => {
    const group = open([null, 0.25, 0.75, 0.75]);
    const told = {
      ...group,
      rollouts: group.rollouts.map((rollout) => ({ ...rollout, text: `Text ${rollout.index}.` })),
    };
    expect((await read('trl-dpo', [told])).rows).toMatchObject([
      { chosen: 'Text 2.', rejected: 'Text 1.', chosen_reward: 0.75, rejected_reward: 0.25 },
    ]);
  });
});

describe('rows for KTO', () => {
  test('label each complete answer by whether its reward is at least one half', async () => {
    const { rows } = await read('trl-kto', [mixed, open([0.5, 0.25, null])]);
    expect(rows.map(({ label, reward, rollout }) => [label, reward, rollout])).toEqual([
      [false, 0, 0],
      [true, 1, 1],
      [true, 1, 2],
      [true, 0.5, 0],
      [false, 0.25, 1],
    ]);
    expect(rows[0]).toMatchObject({ prompt: 'How many?', completion: answer('5'), ...from });
  });

  test('leave out a group whose answers were all cut off, and one that nobody judged', async () => {
    const cut = verifiable({ answers: ['4'], synthesis: '4', stops: ['length'] });
    expect((await read('trl-kto', [cut, open([null])])).leftOut).toEqual({
      'no-answer': 1,
      'not-judged': 1,
    });
  });
});

test('rows for SFT have the synthesis as completion', async () => {
  expect((await read('trl-sft', [mixed])).rows).toEqual([
    { prompt: 'How many?', completion: answer('4'), ...from },
  ]);
});

describe('rows for verl', () => {
  test('hold the answer of the synthesis as ground truth, never the known one', async () => {
    const wrong = verifiable({ truth: '4', answers: ['5', '4'], synthesis: '5' });
    expect((await read('verl', [wrong])).rows).toEqual([
      {
        data_source: 'cat-lab',
        prompt: [{ role: 'user', content: 'How many?' }],
        ability: 'math',
        reward_model: { style: 'rule', ground_truth: '5' },
        extra_info: {
          split: 'train',
          index: 0,
          question: 'How many?',
          truth: '4',
          reference: answer('5'),
          criteria: '[]',
          recorded_rewards: [1, 0],
          ...from,
        },
      },
    ]);
  });

  test('of an open question hold the whole synthesis', async () => {
    expect((await read('verl', [open([1])])).rows).toMatchObject([
      { ability: 'open', reward_model: { style: 'model', ground_truth: 'I wonder.' } },
    ]);
  });
});

describe('samples for lm-evaluation-harness', () => {
  test('are a row for each filter, with what it made of the rollouts and whether that is right', async () => {
    const group = verifiable({ truth: '4', answers: ['5', '4', '4', null], synthesis: '6' });
    const { rows } = await read('lm-eval', [group]);
    expect(rows.map((row) => [row['filter'], row['filtered_resps'], row['exact_match']])).toEqual([
      ['score-first', ['5'], 0],
      ['maj@4', ['4'], 1],
      ['synthesis', ['6'], 0],
    ]);
    expect(rows[0]).toMatchObject({
      doc_id: 0,
      doc: { question: 'How many?', answer: '4' },
      target: '4',
      arguments: {
        gen_args_0: {
          arg_0: 'How many?',
          arg_1: { do_sample: true, temperature: 1, top_p: 1, top_k: 0, max_gen_toks: 256 },
        },
      },
      resps: [[answer('5'), answer('4'), answer('4'), 'I wonder.']],
      metrics: ['exact_match'],
    });
  });

  test('say of a filter without an answer what the harness says', async () => {
    const { rows } = await read('lm-eval', [verifiable({ truth: '4', answers: [null], synthesis: null })]);
    expect(rows.map((row) => row['filtered_resps'])).toEqual([
      ['[invalid]'],
      ['[invalid]'],
      ['[invalid]'],
    ]);
  });

  test('carry the hashes that the harness makes of document, prompt and target', async () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const { rows } = await read('lm-eval', [verifiable({ question: 'Où?', truth: '4', answers: ['4'] })]);
    expect(rows[0]).toMatchObject({
      doc_hash: hash('{\n  "question": "Où?",\n  "answer": "4"\n}'),
      prompt_hash: hash('Où?'),
      target_hash: hash('4'),
    });
  });

  test('are none without a known answer', async () => {
    const { leftOut } = await read('lm-eval', [verifiable({}), open([1])]);
    expect(leftOut).toEqual({ 'no-truth': 2 });
  });
});
