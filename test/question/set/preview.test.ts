import { describe, expect, it } from 'vitest';
import { MOST_LABELS, previewItems, previewSet } from '../../../src/question/set/preview.ts';
import { inPieces, lines, utf16 } from './text.ts';

describe('a preview', () => {
  it('shows the format, how many questions there are, the first ones and what to filter by', async () => {
    const row = (at: number) => ({
      problem: `Problem ${at}`,
      answer: at,
      subject: at % 2 === 0 ? 'Algebra' : 'Geometry',
      level: 1 + (at % 3),
      unique_id: `id-${at}`,
    });
    const rows = lines(...Array.from({ length: 12 }, (_, at) => row(at)));
    const preview = await previewSet(inPieces(new TextEncoder().encode(rows), 7));
    expect(preview).toMatchObject({
      format: { container: { kind: 'jsonl' }, encoding: 'utf-8', rows: 'math-500' },
      count: 12,
      open: 0,
      faults: [],
      faultCount: 0,
      subjects: [
        { label: 'Algebra', count: 6 },
        { label: 'Geometry', count: 6 },
      ],
      levels: [
        { label: '1', count: 4 },
        { label: '2', count: 4 },
        { label: '3', count: 4 },
      ],
      tags: [],
    });
    expect(preview.sample).toHaveLength(5);
    expect(preview.sample[1]).toEqual({
      line: 2,
      item: {
        question: { kind: 'verifiable', text: 'Problem 1', truth: '1' },
        id: 'id-1',
        subject: 'Geometry',
        level: '2',
        tags: [],
      },
    });
  });

  it('tells of which labels there are more than it keeps', () => {
    const preview = (tags: number) =>
      previewItems(
        Array.from({ length: tags }, (_, at) => ({
          question: { kind: 'open', text: `A ${at}?` },
          subject: `subject ${at % 3}`,
          tags: [`tag ${at}`],
        })),
      );
    expect(preview(MOST_LABELS).moreLabels).toEqual([]);
    const over = preview(MOST_LABELS + 1);
    expect(over.moreLabels).toEqual(['tags']);
    expect(over.tags).toHaveLength(MOST_LABELS);
  });

  it('shows what separates cells and how they are written', async () => {
    const preview = await previewSet(utf16('question;answer\nA?;1', 'be'));
    expect(preview.format).toEqual({
      container: { kind: 'csv', separator: ';' },
      encoding: 'utf-16be',
      rows: 'plain',
    });
  });

  it('counts open questions and their tags', async () => {
    const row = (id: string, tags: readonly string[]) => ({
      prompt: [{ role: 'user', content: 'A?' }],
      prompt_id: id,
      rubrics: [{ criterion: 'a', points: 1, tags: [] }],
      example_tags: tags,
    });
    const preview = await previewSet(lines(row('1', ['b', 'a']), row('2', ['a'])));
    expect(preview).toMatchObject({
      format: { rows: 'healthbench' },
      open: 2,
      tags: [
        { label: 'a', count: 2 },
        { label: 'b', count: 1 },
      ],
    });
  });

  it('names every fault by its line and goes on', async () => {
    const good = lines({ question: 'A?', answer: '1' });
    const preview = await previewSet(`{"no": 1}\n${good}\n{oh\n\n${good}\n{"question": "B?"}`);
    expect(preview.count).toBe(2);
    expect(preview.faults.map(({ line, path }) => [line, path])).toEqual([
      [1, ''],
      [3, ''],
      [6, 'answer'],
    ]);
    expect(preview.sample.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('keeps the first hundred faults and counts the rest', async () => {
    const good = lines({ question: 'A?', answer: '1' });
    const preview = await previewSet(`${good}\n${'{oh\n'.repeat(250)}`);
    expect([preview.faults.length, preview.faultCount]).toEqual([100, 250]);
  });

  it.each([
    ['a web page', '<html>', 0],
    ['an empty file', '', 0],
  ])('of %s has no format, and a fault that says why', async (_name, text, line) => {
    expect(await previewSet(text)).toMatchObject({
      format: null,
      count: 0,
      faults: [{ kind: 'import-invalid', line }],
      faultCount: 1,
    });
  });

  it('of a file that goes on and on keeps no more than one row of it', async () => {
    const piece = new TextEncoder().encode(
      `${lines({ question: 'x'.repeat(1000), answer: '1' })}\n`.repeat(250),
    );
    async function* file(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 20; at++) yield piece;
    }
    const preview = await previewSet(file());
    expect(preview).toMatchObject({ count: 5000, faultCount: 0 });
    expect(preview.sample).toHaveLength(5);
  });

  it('stops when it is no longer wanted', async () => {
    const signal = AbortSignal.abort();
    await expect(previewSet('{}', { signal })).rejects.toThrow(/abort/i);
  });
});
