import { describe, expect, test, vi, afterEach } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../bin/notes-figures.ts';
import { notesFigures } from '../../bin/notes-figures/figures.ts';
import { readRows } from '../../bin/notes-figures/rows.ts';
import type { Row } from '../../bin/notes-figures/rows.ts';
import { createRandom } from '../../src/base/random.ts';
import { criterionOf, verdictOn } from '../../src/question/notes/criteria.ts';
import { chooseNote, combineNotes, roughNote, writeNote } from '../../src/question/notes/note.ts';
import { shuffledQuestions } from '../../src/question/notes/note-questions.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const questions = shuffledQuestions(1, 'heldout').slice(0, 60);

/** A group as a perfect anchor and judge would leave it. */
function perfectRow(at: number): Row {
  const { text, points } = questions[at]!;
  const random = createRandom(at);
  const rollouts = Array.from({ length: 8 }, (_, index) => ({
    index,
    text: roughNote(points, random),
  }));
  const texts = rollouts.map((rollout) => rollout.text);
  const criteria = points.true.map((point) => ({ text: criterionOf(point.wordings[0]!) }));
  const verdicts = rollouts.flatMap(({ index, text: note }) =>
    criteria.map((criterion, place) => ({
      kind: 'verdict' as const,
      criterion: place,
      rollout: index,
      value: verdictOn(criterion.text, note, points)!.value,
    })),
  );
  return {
    question: text,
    recipe: { group: 8 },
    // The extra rollout of equal compute is no part of the group.
    rollouts: [...rollouts, { index: 8, text: writeNote(points.true) }],
    synthesis: { text: combineNotes(points, texts) },
    evidence: [
      { kind: 'selection', method: 'bestOfN', index: chooseNote(points, texts) },
      { kind: 'rubric', criteria },
      ...verdicts,
    ],
  };
}

const perfect = questions.map((_, at) => perfectRow(at));
const withEvidence = (row: Row, change: (piece: Row['evidence'][number]) => object): Row => ({
  ...row,
  evidence: row.evidence.map((piece) => change(piece) as Row['evidence'][number]),
});

describe('the figures on notes', () => {
  test('tell how much each method covers, with the paired difference above 0', () => {
    const { methods, synthesisMinusBestOfN, ...rest } = notesFigures(perfect);
    const of = (name: string): number => methods[name]!.covered!.estimate;
    expect(Object.keys(methods)).toEqual(['single', 'bestOfN', 'synthesis', 'best', 'union']);
    expect(of('single')).toBeLessThan(of('bestOfN'));
    expect(of('bestOfN')).toBeLessThan(of('synthesis'));
    expect(of('synthesis')).toBe(of('union'));
    expect(of('union')).toBeGreaterThan(0.97);
    expect(methods['synthesis']?.wrong?.estimate).toBe(0);
    expect(methods['union']?.wrong?.estimate).toBeGreaterThan(1);
    expect(synthesisMinusBestOfN?.estimate).toBeCloseTo(of('synthesis') - of('bestOfN'), 12);
    expect(synthesisMinusBestOfN?.low).toBeGreaterThan(0);
    expect(rest).toMatchObject({ questions: 60, foreign: 0, unchosen: 0 });
  });

  test('find a perfect judge right throughout, and one who always says yes as often as notes agree', () => {
    expect(notesFigures(perfect).judge).toMatchObject({
      agreement: { estimate: 1, low: 1, high: 1 },
      unreadable: 0,
      falseYes: 0,
      falseNo: 0,
      unknown: 0,
    });
    const kind = perfect.map((row) =>
      withEvidence(row, (piece) => (piece.kind === 'verdict' ? { ...piece, value: 'yes' } : piece)),
    );
    const { judge, methods } = notesFigures(kind);
    expect(judge.agreement?.estimate).toBeCloseTo(methods['single']!.covered!.estimate, 1);
    expect(judge.falseYes).toBeGreaterThan(0);
    expect(judge.falseNo).toBe(0);
  });

  test('count an unreadable verdict as one that does not agree', () => {
    const mute = perfect.map((row) =>
      withEvidence(row, (piece) =>
        piece.kind === 'verdict' ? { ...piece, value: 'unreadable' } : piece,
      ),
    );
    const { judge } = notesFigures(mute);
    expect(judge.agreement?.estimate).toBe(0);
    expect(judge.unreadable).toBe(judge.verdicts);
  });

  test('leave verdicts on criteria of no known point out, and say how many', () => {
    const strange = withEvidence(perfect[0]!, (piece) =>
      piece.kind === 'rubric'
        ? { ...piece, criteria: piece.criteria.map(() => ({ text: 'Says to be kind?' })) }
        : piece,
    );
    const { judge } = notesFigures([strange]);
    expect(judge).toMatchObject({ verdicts: 0, agreement: null });
    expect(judge.unknown).toBe(strange.evidence.filter(({ kind }) => kind === 'verdict').length);
  });

  test('leave out a method that the model was not taught: it had no chance', () => {
    const lacking = perfect.map((row) =>
      withEvidence(row, (piece) =>
        piece.kind === 'selection' ? { ...piece, index: null, reason: 'not-taught' } : piece,
      ),
    );
    const { methods, unchosen, synthesisMinusBestOfN } = notesFigures(lacking);
    expect(Object.keys(methods)).toEqual(['single', 'synthesis', 'best', 'union']);
    expect({ unchosen, synthesisMinusBestOfN }).toEqual({ unchosen: 0, synthesisMinusBestOfN: null });
  });

  test('count a choice that names none as one at random, and no choice as no pair', () => {
    const mute = perfect.map((row) =>
      withEvidence(row, (piece) => (piece.kind === 'selection' ? { ...piece, index: null } : piece)),
    );
    const { methods, unchosen, ...rest } = notesFigures(mute);
    expect(unchosen).toBe(60);
    expect(methods['bestOfN']?.covered?.estimate).toBeCloseTo(methods['single']!.covered!.estimate, 12);
    expect(rest.synthesisMinusBestOfN).toEqual(rest.synthesisMinusSingle);
    const none = notesFigures(perfect.map((row) => ({ ...row, evidence: [] })));
    expect(none.synthesisMinusBestOfN).toBeNull();
    expect(Object.keys(none.methods)).not.toContain('bestOfN');
  });

  test('are without rows of other questions, and there without any row', () => {
    const foreign = { ...perfect[0]!, question: 'Who wrote Hamlet?' };
    expect(notesFigures([foreign])).toMatchObject({ questions: 0, foreign: 1 });
    expect(notesFigures([]).methods['single']).toEqual({ count: 0, covered: null, wrong: null });
  });
});

test('a row that is no group is named by its line', () => {
  expect(() => readRows(`${JSON.stringify(perfect[0])}\n{"question": 3}\n`)).toThrow(/^line 2: /);
  expect(() => readRows('no JSON')).toThrow(/^line 1: /);
});

describe('the command', () => {
  const written = async (text: string, use: (file: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'figures-'));
    try {
      const file = path.join(folder, 'groups.jsonl');
      await writeFile(file, text);
      await use(file);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  test('prints the figures in words, and with --json as one object', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await written(perfect.map((row) => JSON.stringify(row)).join('\n'), async (file) => {
      expect(await main([file])).toBe(0);
      const text = log.mock.calls.flat().join('\n');
      expect(text).toContain('60 questions');
      expect(text).toMatch(/synthesis − bestOfN {2}\+\d+\.\d points \(\d+\.\d to \d+\.\d\)/);
      expect(text).toMatch(/judge {2}right in 100\.0 %/);
      log.mockClear();
      expect(await main([file, '--json'])).toBe(0);
      expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({ questions: 60 });
    });
  });

  test('refuses flags that make no sense with 2, and says which file or line is broken', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await main([])).toBe(2);
    expect(await main(['a', 'b'])).toBe(2);
    expect(await main(['a', '--loud'])).toBe(2);
    expect(error.mock.calls.flat().join('\n')).toMatch(/one file is needed/);
    await expect(main(['no-such-file'])).rejects.toThrow(/^notes-figures: no-such-file: /);
    await written('{}', async (file) => {
      await expect(main([file])).rejects.toThrow(/groups\.jsonl: line 1: /);
    });
  });
});
