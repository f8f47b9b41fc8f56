import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markRow } from '../../../src/base/file-mark.ts';
import { readSet } from '../../../src/question/set/read-set.ts';
import type { SetSource } from '../../../src/question/set/source.ts';
import { inPieces, lines, utf16 } from './text.ts';

async function itemsOf(source: SetSource): Promise<unknown> {
  const read = await readSet(source);
  return read.ok ? read.value : read.fault;
}
async function faultOf(source: SetSource): Promise<unknown> {
  const read = await readSet(source);
  return read.ok ? null : read.fault;
}
const verifiable = (text: string, truth: string) => ({ kind: 'verifiable', text, truth });

describe('a question set', () => {
  it('has a question and its answer on each line', async () => {
    const rows = lines({ question: ' 2 + 2? ', answer: '4' }, { question: 'Half?', answer: 0.5 });
    expect(await itemsOf(rows)).toEqual([
      { question: verifiable('2 + 2?', '4'), tags: [] },
      { question: verifiable('Half?', '0.5'), tags: [] },
    ]);
  });

  it('may have rows in which nothing stands, as spreadsheets write them', async () => {
    expect(await itemsOf('question;answer\nA?;1\n;\n ; \n')).toEqual([
      { question: verifiable('A?', '1'), tags: [] },
    ]);
  });

  it('may label its questions', async () => {
    const row = { question: 'A?', answer: '1', id: 7, subject: 'algebra', level: 2, tags: ['x', 'x'] };
    expect(await itemsOf(lines(row, { question: 'B?', answer: '2', level: '', tags: null }))).toEqual([
      { question: verifiable('A?', '1'), id: '7', subject: 'algebra', level: '2', tags: ['x'] },
      { question: verifiable('B?', '2'), tags: [] },
    ]);
  });

  it('may have a rubric where there is no final answer', async () => {
    const rubric = [
      { criterion: 'names a cause', points: 5, more: 1 },
      { criterion: 'invents a figure', points: -3 },
    ];
    expect(await itemsOf(lines({ question: 'Why?', rubric }))).toEqual([
      {
        question: {
          kind: 'open',
          text: 'Why?',
          rubric: [
            { criterion: 'names a cause', points: 5 },
            { criterion: 'invents a figure', points: -3 },
          ],
        },
        tags: [],
      },
    ]);
  });

  it('may say that a question is open, whatever else it says of it', async () => {
    const row = { question: 'How to start a garden?', kind: 'open', topic: 'garden', points: {} };
    expect(await itemsOf(lines(row))).toEqual([
      { question: { kind: 'open', text: 'How to start a garden?' }, tags: [] },
    ]);
  });

  it('of GSM8K has the answer behind four hashes, without marks and separators of thousands', async () => {
    const rows = lines(
      { question: 'How much?', answer: '70 * 1000 = <<70*1000=70000>>70,000\n#### 70,000' },
      { question: 'And now?', answer: 'so\n#### <<1+1=2>>2' },
    );
    expect(await itemsOf(rows)).toMatchObject([
      { question: { truth: '70000' } },
      { question: { truth: '2' } },
    ]);
  });

  it.each([
    ['$1,234,567.5', '$1234567.5'],
    ['-12,000 m', '-12000 m'],
    ['3,5', '3,5'],
    ['(1, 2)', '(1, 2)'],
    ['1,000, 2,000', '1,000, 2,000'],
    ['1234,567', '1234,567'],
  ])('of GSM8K that ends in %s keeps every comma that is not of thousands', async (behind, truth) => {
    const row = { question: 'How much?', answer: `so\n#### ${behind}` };
    expect(await itemsOf(lines(row))).toMatchObject([{ question: { truth } }]);
  });

  it('of MATH-500 has problems with subject and level', async () => {
    const row = {
      problem: 'Find $x$.',
      solution: 'So $\\boxed{\\frac{1}{2}}$.',
      answer: '\\frac{1}{2}',
      subject: 'Algebra',
      level: 1,
      unique_id: 'test/algebra/1.json',
    };
    const other = { ...row, level: 'Level 5', unique_id: 'test/algebra/2.json' };
    expect(await itemsOf(lines(row, other))).toEqual([
      {
        question: verifiable('Find $x$.', '\\frac{1}{2}'),
        id: 'test/algebra/1.json',
        subject: 'Algebra',
        level: '1',
        tags: [],
      },
      expect.objectContaining({ level: '5' }),
    ]);
  });

  const healthbench = {
    prompt: [{ role: 'user', content: 'My head aches.' }],
    prompt_id: 'p-1',
    rubrics: [
      { criterion: 'asks how long', points: 7, tags: ['axis:context'] },
      { criterion: 'names a wrong dose', points: -8, tags: [] },
    ],
    example_tags: ['theme:emergency'],
    ideal_completions_data: null,
    canary: 'c',
  };

  it('of HealthBench has open questions with the rubric of the set', async () => {
    expect(await itemsOf(lines(healthbench))).toEqual([
      {
        question: {
          kind: 'open',
          text: 'My head aches.',
          rubric: [
            { criterion: 'asks how long', points: 7 },
            { criterion: 'names a wrong dose', points: -8 },
          ],
        },
        id: 'p-1',
        tags: ['theme:emergency'],
      },
    ]);
  });

  it('of HealthBench asks with a whole conversation where there is one', async () => {
    const prompt = [
      { role: 'user', content: 'My head aches.' },
      { role: 'assistant', content: 'How long?' },
      { role: 'user', content: 'A week.' },
    ];
    expect(await itemsOf(lines({ ...healthbench, prompt }))).toMatchObject([
      { question: { text: 'User: My head aches.\n\nAssistant: How long?\n\nUser: A week.' } },
    ]);
  });

  it('may be a table with commas, semicolons or tabs, its columns in any order', async () => {
    const expected = [
      { question: verifiable('Is 1,5 > 1?\nWhy?', '1;5'), subject: 'maths', tags: ['a', 'b'] },
      { question: verifiable('B?', '2'), tags: [] },
    ];
    const table = (separator: string): string =>
      [
        ['', 'Answer', 'question', 'Subject', 'tags'],
        ['0', '"1;5"', '"Is 1,5 > 1?\nWhy?"', 'maths', '"a; b"'],
        ['1', '2', 'B?', '', ''],
      ]
        .map((row) => row.join(separator))
        .join('\r\n');
    for (const separator of [',', ';', '\t']) {
      expect(await itemsOf(table(separator))).toEqual(expected);
    }
  });

  it('may be a table of MATH-500 or GSM8K', async () => {
    expect(await itemsOf('problem,answer,level,unique_id\nA?,1,3,x')).toMatchObject([
      { level: '3', id: 'x' },
    ]);
    expect(await itemsOf('question,answer\nA?,"so\n#### 1,000"')).toMatchObject([
      { question: { truth: '1000' } },
    ]);
  });

  it('may come with a byte order mark, in UTF-16, byte by byte, or as a stream of the browser', async () => {
    const text = `${lines({ question: 'Größe?', answer: '1' })}\r\n\r\n  \r\n`;
    const bytes = new TextEncoder().encode(`\uFEFF${text}`);
    const expected = [{ question: verifiable('Größe?', '1'), tags: [] }];
    expect(await itemsOf(`\uFEFF${text}`)).toEqual(expected);
    expect(await itemsOf(bytes)).toEqual(expected);
    expect(await itemsOf(utf16(text, 'le'))).toEqual(expected);
    expect(await itemsOf(inPieces(bytes, 1))).toEqual(expected);
    expect(await itemsOf(new Blob([bytes]).stream())).toEqual(expected);
  });

  it('may have a line separator of Unicode inside a text', async () => {
    expect(await itemsOf('{"question": "A\u2028B", "answer": "1"}')).toMatchObject([
      { question: { text: 'A\u2028B' } },
    ]);
  });

  it('may begin with the mark of CaT Lab', async () => {
    const rows = lines(markRow({ kind: 'questions', version: 1 }), { question: 'A?', answer: '1' });
    expect(await itemsOf(rows)).toMatchObject([{ question: { text: 'A?' } }]);
  });
});

describe('a question set is refused as a whole, by line and member,', () => {
  const good = { question: 'A?', answer: '1' };

  it.each([
    ['no JSON', '{"question": "A?", "answer": "1"', ''],
    ['no object', '["A?", "1"]', ''],
    ['null', 'null', ''],
    ['no question', '{"answer": "1"}', 'question'],
    ['an empty question', '{"question": "  ", "answer": "1"}', 'question'],
    ['a question that is no text', '{"question": 5, "answer": "1"}', 'question'],
    ['no answer', '{"question": "A?"}', 'answer'],
    ['an empty answer', '{"question": "A?", "answer": ""}', 'answer'],
    ['an answer that is a list', '{"question": "A?", "answer": ["1"]}', 'answer'],
    ['an answer that is true', '{"question": "A?", "answer": true}', 'answer'],
    ['an answer and a rubric', '{"question": "A?", "answer": 1, "rubric": [{"criterion": "x", "points": 1}]}', 'answer'],
    ['an answer of an open question', '{"question": "A?", "answer": 1, "kind": "open"}', 'answer'],
    ['an empty rubric', '{"question": "A?", "rubric": []}', 'rubric'],
    ['a level that is a list', '{"question": "A?", "answer": 1, "level": [1]}', 'level'],
    ['a tag that is an object', '{"question": "A?", "answer": 1, "tags": [{}]}', 'tags'],
    ['a problem', '{"problem": "A?", "answer": "1"}', ''],
    ['a row of GSM8K', '{"question": "A?", "answer": "so #### 1"}', ''],
    ['a key that reaches a prototype', '{"__proto__": {"answer": "9"}, "question": "A?", "answer": "1"}', '__proto__'],
    ['a hidden one', '{"question": "A?", "answer": "1", "meta": [{"constructor": 1}]}', 'meta.0.constructor'],
    ['an escaped one', '{"question": "A?", "answer": "1", "\\u005f_proto__": 1}', '__proto__'],
  ])('for %s on one line', async (_name, broken, path) => {
    expect(await faultOf(`${lines(good)}\n\n${broken}\n${lines(good)}`)).toMatchObject({
      kind: 'import-invalid',
      line: 3,
      path,
    });
    expect(({} as Record<string, unknown>)['answer']).toBeUndefined();
  });

  it.each(['1180591620717411303424', '-9007199254740993'])(
    'for %s, which JSON would have read as another number',
    async (number) => {
      const row = `{"question":"2^70?","answer":${number}}`;
      expect(await faultOf(row)).toMatchObject({ line: 1, path: 'answer' });
      const text = `{"question":"2^70?","answer":"${number}"}`;
      expect(await itemsOf(text)).toMatchObject([{ question: { truth: number } }]);
    },
  );

  it.each([
    ['a plain row', { question: 'A?', answer: '5' }, ''],
    ['nothing behind the hashes', { question: 'A?', answer: 'so\n#### ' }, 'answer'],
  ])('of GSM8K for %s', async (_name, row, path) => {
    const gsm8k = { question: 'A?', answer: 'so\n#### 5' };
    expect(await faultOf(lines(gsm8k, row))).toMatchObject({ line: 2, path });
  });

  it.each([
    ['an empty problem', { problem: '', answer: '1' }, 'problem'],
    ['a level that is none', { problem: 'A?', answer: '1', level: 6 }, 'level'],
    ['a missing answer', { problem: 'A?' }, 'answer'],
  ])('of MATH-500 for %s', async (_name, row, path) => {
    expect(await faultOf(lines({ problem: 'A?', answer: '1' }, row))).toMatchObject({ line: 2, path });
  });

  it.each([
    ['another role', { prompt: [{ role: 'tool', content: 'x' }] }, 'prompt.0.role'],
    ['a message without text', { prompt: [{ role: 'user' }] }, 'prompt.0.content'],
    ['no message', { prompt: [] }, 'prompt'],
    ['an answer at the end', { prompt: [{ role: 'assistant', content: 'x' }] }, 'prompt'],
    ['points that are text', { rubrics: [{ criterion: 'a', points: '5' }] }, 'rubrics.0.points'],
    ['no points', { rubrics: [{ criterion: 'a', points: 0 }] }, 'rubrics.0.points'],
    ['no points to gain', { rubrics: [{ criterion: 'a', points: -1 }] }, 'rubrics'],
  ])('of HealthBench for %s', async (_name, change, path) => {
    const row = {
      prompt: [{ role: 'user', content: 'A?' }],
      rubrics: [{ criterion: 'a', points: 1 }],
    };
    expect(await faultOf(lines({ ...row, prompt_id: 'a' }, { ...row, prompt_id: 'b', ...change }))).toMatchObject({
      line: 2,
      path,
    });
  });

  it.each([
    ['plain rows', { question: 'A?', answer: '1', id: 'x' }, 'id'],
    ['MATH-500', { problem: 'A?', answer: '1', unique_id: 'x' }, 'unique_id'],
  ])('for an id of %s that stands in it twice', async (_name, row, path) => {
    expect(await faultOf(lines(row, { ...row, [path]: 'y' }, row))).toEqual({
      kind: 'import-invalid',
      line: 3,
      path,
      reason: 'the same as in line 1',
    });
  });

  it.each([
    ['a line that is not in UTF-8', Uint8Array.from([...new TextEncoder().encode(`${lines(good)}\n{"question": "`), 0xe9, 0x22, 0x7d]), 2],
    ['a table with a cell too many', 'question,answer\nA?,1\nB?,2,3', 3],
    ['an unclosed quote', 'question,answer\nA?,1\n"B?,2\nC?,3', 3],
    ['a table with two columns of one name', 'question,answer,Answer\nA?,1,2', 1],
    ['a column that reaches a prototype', 'question,answer,__proto__\nA?,1,2', 1],
    ['rows of no known kind', lines({ doc_id: 1, resps: [] }), 1],
    ['a store of CaT Lab', lines(markRow({ kind: 'store', version: 1 }), good), 1],
    ['a set of a newer CaT Lab', lines(markRow({ kind: 'questions', version: 2 }), good), 1],
    ['a mark without a version', lines({ 'cat-lab': 'questions' }, good), 1],
    ['a row nested without end', `{"question": "A?", "answer": "1", "x": ${'['.repeat(5000)}${']'.repeat(5000)}}`, 1],
  ])('for %s', async (_name, source, line) => {
    expect(await faultOf(source)).toMatchObject({ kind: 'import-invalid', line });
  });

  it.each([
    ['nothing in it', '\n \n', 'no question'],
    ['only a header', 'question,answer\n', 'no question'],
    ['a web page', '\n<!doctype html><html>', 'web page'],
    ['one JSON list', '[{"question": "A?", "answer": "1"}]', 'JSON list'],
    ['one JSON object over many lines', '{\n"question": "A?",\n"answer": "1"\n}', 'JSON object'],
    ['prose', 'Dear all,\nhere are my questions.', 'neither'],
    ['a table without a header', 'A?,1\nB?,2', 'neither'],
    ['a spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]), 'spreadsheet'],
  ])('for %s', async (_name, source, reason) => {
    expect(await faultOf(source)).toMatchObject({
      kind: 'import-invalid',
      line: 0,
      reason: expect.stringContaining(reason),
    });
  });

  it('for a stream that breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(`${lines(good)}\n`);
      throw new Error('the network is gone');
    }
    expect(await faultOf(broken())).toMatchObject({
      line: 0,
      reason: expect.stringContaining('the network is gone'),
    });
  });

  it('and never throws, whatever it holds', async () => {
    const row = fc.oneof(fc.string(), fc.json(), fc.record({ question: fc.json(), answer: fc.json() }).map((one) => JSON.stringify(one)));
    const texts = fc.array(row).map((all) => all.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, fc.uint8Array()), async (source) => {
        const read = await readSet(source);
        expect(read.ok || read.fault.kind === 'import-invalid').toBe(true);
      }),
    );
  });
});

describe('a stream', () => {
  const endless = (closed: () => void) =>
    async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (let id = 0; ; id++) yield new TextEncoder().encode(`${lines({ question: 'A?', answer: '1', id })}\n`);
      } finally {
        closed();
      }
    };

  it('is left at the first fault', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"question": 1}\n');
      yield* endless(() => (closed = true))();
    }
    const stream = source();
    expect(await faultOf(stream)).toMatchObject({ line: 1 });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(closed).toBe(false);
  });

  it('is left when its reader is no longer wanted', async () => {
    let closed = false;
    const abort = new AbortController();
    async function* source(): AsyncGenerator<Uint8Array> {
      let count = 0;
      for await (const piece of endless(() => (closed = true))()) {
        if (++count === 10) abort.abort();
        yield piece;
      }
    }
    await expect(readSet(source(), { signal: abort.signal })).rejects.toThrow(/abort/i);
    expect(closed).toBe(true);
  });
});
