import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../bin/problems.ts';
import { verdictOn } from '../../src/question/notes/criteria.ts';
import { chooseNote, combineNotes } from '../../src/question/notes/note.ts';
import { noteQuestions } from '../../src/question/notes/note-question.ts';
import { findQuestion } from '../../src/question/notes/note-questions.ts';
import { canonical } from '../../src/question/notes/point.ts';
import { readSet } from '../../src/question/set/read-set.ts';
import { splitOf } from '../../src/question/world/split.ts';
import { faultsOf } from './check-solution.ts';

interface Row {
  readonly question: string;
  readonly answer: string;
  readonly solution?: string;
  readonly level?: string;
  readonly noisy?: string[];
}

interface NoteRow {
  readonly question: string;
  readonly kind: string;
  readonly topic: string;
  readonly points: { readonly true: string[]; readonly wrong: string[] };
  readonly wordings?: { readonly true: string[][]; readonly wrong: string[][] };
  readonly note?: string;
  readonly criteria?: string;
  readonly notes?: string[];
  readonly combined?: string;
  readonly choice?: number;
  readonly verdicts?: { readonly criterion: string; readonly verdict: string }[];
}

async function rowsOf<R = Row>(...args: string[]): Promise<R[]> {
  const folder = await mkdtemp(join(tmpdir(), 'problems-'));
  try {
    const file = join(folder, 'rows.jsonl');
    expect(main([...args, '--out', file])).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as R);
  } finally {
    await rm(folder, { recursive: true });
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the problems command', () => {
  test('writes the asked number of distinct held-out problems with question and answer', async () => {
    const rows = await rowsOf('--seed', '3', '--count', '250');
    expect(rows).toHaveLength(250);
    expect(new Set(rows.map(({ question }) => question)).size).toBe(250);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['question', 'answer']);
      expect(row.answer).toMatch(/^\d+$/);
      expect(splitOf(row.question)).toBe('heldout');
    }
  });

  test('gives the same rows for the same seed', async () => {
    const flags = ['--count', '20', '--level', 'hard'];
    expect(await rowsOf('--seed', '8', ...flags)).toEqual(await rowsOf('--seed', '8', ...flags));
    expect(await rowsOf('--seed', '9', ...flags)).not.toEqual(
      await rowsOf('--seed', '8', ...flags),
    );
  });

  test('writes training rows with solutions, mixed levels and made-up solutions', async () => {
    const mix = ['--split', 'train', '--mix', 'easy:1,hard:1', '--solutions', '--noisy', '5'];
    const rows = await rowsOf('--seed', '1', '--count', '200', ...mix, '--rate', '0.3:0.6');
    expect(new Set(rows.map(({ level }) => level))).toEqual(new Set(['easy', 'hard']));
    for (const { question, answer, solution, noisy } of rows) {
      expect(splitOf(question)).toBe('train');
      expect(faultsOf({ question, answer, solution: solution! })).toEqual([]);
      expect(noisy).toHaveLength(5);
    }
    const wrong = rows.flatMap(({ solution, noisy }) => noisy!.filter((text) => text !== solution));
    expect(wrong.length).toBeGreaterThan(500);
  });

  test('writes open questions on notes with their points, and no answer', async () => {
    const rows = await rowsOf<NoteRow>('--world', 'notes', '--seed', '3', '--count', '50');
    expect(new Set(rows.map(({ question }) => question)).size).toBe(50);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['question', 'kind', 'topic', 'points']);
      expect(row.kind).toBe('open');
      const asked = findQuestion(row.question);
      expect(asked?.topic).toBe(row.topic);
      expect(asked?.points.true.map(canonical)).toEqual(row.points.true);
      expect(asked?.points.wrong.map(canonical)).toEqual(row.points.wrong);
    }
    const set = await readSet(rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(set.ok && set.value.map(({ question }) => question)).toEqual(
      rows.map(({ question }) => ({ kind: 'open', text: question })),
    );
  });

  test('writes what is to be learned about notes, and goes round again with other notes', async () => {
    const flags = ['--world', 'notes', '--solutions', '--noisy', '2'];
    const all = [...noteQuestions('heldout')].length;
    const rows = await rowsOf<NoteRow>(...flags, '--count', String(all + 20));
    expect(new Set(rows.map(({ question }) => question)).size).toBe(all);
    expect(new Set(rows.map(({ notes }) => notes!.join())).size).toBeGreaterThan(all);
    for (const row of rows.slice(-20)) {
      const { points } = findQuestion(row.question)!;
      expect(row.wordings?.true).toEqual(points.true.map(({ wordings }) => wordings));
      expect(row.note).toBe(row.points.true.join('\n'));
      expect(row.criteria?.split('\n')).toHaveLength(row.points.true.length);
      expect(row.notes).toHaveLength(2);
      expect(row.combined).toBe(combineNotes(points, row.notes!));
      expect(row.choice).toBe((chooseNote(points, row.notes!) ?? 0) + 1);
      for (const [at, { criterion, verdict }] of row.verdicts!.entries()) {
        expect(verdict).toBe(verdictOn(criterion, row.notes![at]!, points)?.text);
      }
    }
  }, 60_000);

  test.each([
    [['--world', 'mars'], /--world is maths or notes, not "mars"/],
    [['--world', 'notes', '--level', 'easy'], /--level is not for notes/],
    [['--world', 'notes', '--solutions', '--noisy', '2', '--rate', '0:1'], /--rate is not for notes/],
    [['--world', 'notes', '--count', '1289'], /there are 1288 questions on notes/],
    [['--level', 'huge'], /--level is one of easy, medium, hard, expert, master, grandmaster, not "huge"/],
    [['--count', '0'], /--count is a whole number from 1/],
    [['--count', 'ten'], /--count is a whole number from 1/],
    [['--seed', '-1'], /--seed/],
    [['--mix', 'easy:0.4,huge:1'], /--mix is like easy:0.4/],
    [['--mix', 'easy:1', '--level', 'easy'], /--level or --mix, not both/],
    [['--split', 'test'], /--split is heldout or train/],
    [['--noisy', '3'], /need --solutions/],
    [['--solutions', '--noisy', '3', '--rate', '0.5:0.2'], /--rate is LO:HI/],
    [['--sed', '3'], /--sed/],
    [['loose'], /loose/],
  ])('refuses %j with code 2 and says why', (args, message) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(main(args)).toBe(2);
    expect(error.mock.calls.flat().join('\n')).toMatch(message);
  });

  test('says so and ends with 1 where the file cannot be written', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = join(tmpdir(), 'no-such-folder-here', 'rows.jsonl');
    expect(main(['--count', '1', '--out', file])).toBe(1);
    expect(error.mock.calls.flat().join('\n')).toMatch(/cannot write/);
  });
});
