import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestionSet } from '../../src/question/sets.ts';

const lines = (...rows: unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

const faultOf = (text: string): unknown => {
  const read = readQuestionSet(text);
  return read.ok ? null : read.fault;
};

const questionsOf = (text: string): unknown => {
  const read = readQuestionSet(text);
  return read.ok ? read.value : read.fault;
};

describe('a question set', () => {
  it('has a question and its answer on each line', () => {
    expect(
      questionsOf(lines({ question: ' 2 + 2? ', answer: '4' }, { question: 'Half?', answer: 0.5 })),
    ).toEqual([
      { kind: 'verifiable', text: '2 + 2?', truth: '4' },
      { kind: 'verifiable', text: 'Half?', truth: '0.5' },
    ]);
  });

  it('of GSM8K has the answer behind four hashes, commas stripped', () => {
    const row = {
      question: 'How much?',
      answer: '70 * 1000 = <<70*1000=70000>>70,000\n#### 70,000',
    };
    expect(questionsOf(lines(row))).toMatchObject([{ truth: '70000' }]);
  });

  it('of MATH-500 has problems', () => {
    const row = {
      problem: 'Find $x$.',
      solution: 'So $\\boxed{\\frac{1}{2}}$.',
      answer: '\\frac{1}{2}',
      subject: 'Algebra',
      level: 1,
      unique_id: 'test/algebra/1.json',
    };
    expect(questionsOf(lines(row))).toEqual([
      { kind: 'verifiable', text: 'Find $x$.', truth: '\\frac{1}{2}' },
    ]);
  });

  it('may start with a byte order mark, end lines as Windows does, and have blank lines', () => {
    const row = JSON.stringify({ question: 'A?', answer: '1' });
    expect(questionsOf(`\uFEFF${row}\r\n\r\n  \r\n${row}\r\n`)).toHaveLength(2);
  });

  it('may have a line separator of Unicode inside a text', () => {
    expect(questionsOf('{"question": "A\u2028B", "answer": "1"}')).toMatchObject([
      { text: 'A\u2028B' },
    ]);
  });

  it.each([
    ['no JSON', '{"question": "A?", "answer": "1"', ''],
    ['no object', '["A?", "1"]', ''],
    ['null', 'null', ''],
    ['no question', '{"answer": "1"}', 'question'],
    ['an empty question', '{"question": "  ", "answer": "1"}', 'question'],
    ['a question that is no text', '{"question": 5, "answer": "1"}', 'question'],
    ['an empty problem', '{"problem": "", "answer": "1"}', 'problem'],
    ['no answer', '{"question": "A?"}', 'answer'],
    ['an answer that is a list', '{"question": "A?", "answer": ["1"]}', 'answer'],
    ['an answer that is true', '{"question": "A?", "answer": true}', 'answer'],
    ['nothing behind the hashes', '{"question": "A?", "answer": "so\\n#### "}', 'answer'],
  ])('with %s on one line is refused as a whole, by line and member', (_name, broken, path) => {
    const good = JSON.stringify({ question: 'A?', answer: '1' });
    expect(faultOf(`${good}\n\n${broken}\n${good}`)).toMatchObject({
      kind: 'import-invalid',
      line: 3,
      path,
    });
  });

  it('without any question is refused', () => {
    expect(faultOf('\n \n')).toMatchObject({ kind: 'import-invalid', line: 0 });
  });

  it('cannot reach a prototype', () => {
    const row = '{"__proto__": {"answer": "9"}, "constructor": 1, "question": "A?"}';
    expect(faultOf(row)).toMatchObject({ line: 1, path: 'answer' });
    expect(
      faultOf('{"toString": 1, "question": "A?", "answer": {"__proto__": "4"}}'),
    ).not.toBeNull();
    expect(({} as Record<string, unknown>)['answer']).toBeUndefined();
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.json()).map((all) => all.join('\n')),
        ),
        (text) => {
          const read = readQuestionSet(text);
          expect(read.ok || read.fault.kind === 'import-invalid').toBe(true);
        },
      ),
    );
  });
});
