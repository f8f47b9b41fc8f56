import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { coverage } from '../../../src/question/notes/coverage.ts';
import type { NoteQuestion } from '../../../src/question/notes/note-question.ts';
import {
  chooseNote,
  combineNotes,
  NOTE_LINES,
  roughNote,
  writeNote,
} from '../../../src/question/notes/note.ts';
import { anyCase, cases } from './every.ts';

// Some thousand notes are made and read: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const roughNotes = (question: NoteQuestion, seed: number, count: number): string[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => roughNote(question.points, random));
};
/** Says the points of a note by whole lines alone; shares nothing with the recogniser. */
const saidIn = (note: string, points: NoteQuestion['points'], kind: 'true' | 'wrong'): number[] => {
  const lines = note.split('\n');
  return points[kind].flatMap(({ wordings }, at) =>
    wordings.some((wording) => lines.includes(wording)) ? [at] : [],
  );
};

describe('a made-up note', () => {
  test('has 4 to 8 lines, each a wording of another point, and lacks some true point', () => {
    fc.assert(
      fc.property(anyCase, anySeed, (question, seed) => {
        const [note = ''] = roughNotes(question, seed, 1);
        const lines = note.split('\n');
        const right = saidIn(note, question.points, 'true');
        const wrong = saidIn(note, question.points, 'wrong');
        expect(lines.length).toBeGreaterThanOrEqual(NOTE_LINES.fewest);
        expect(lines.length).toBeLessThanOrEqual(NOTE_LINES.most);
        expect(right.length + wrong.length).toBe(lines.length);
        expect(right.length).toBeGreaterThanOrEqual(3);
        expect(right.length).toBeLessThan(question.points.true.length);
        expect(roughNotes(question, seed, 1)).toEqual([note]);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  test('makes a wrong point about every second time, and never a true one always', () => {
    const [question] = cases;
    const notes = roughNotes(question!, 9, 2000);
    const withWrong = notes.filter((note) => saidIn(note, question!.points, 'wrong').length > 0);
    expect(withWrong.length / notes.length).toBeGreaterThan(0.5);
    expect(withWrong.length / notes.length).toBeLessThan(0.6);
    for (const at of question!.points.true.keys()) {
      const share = notes.filter((note) => saidIn(note, question!.points, 'true').includes(at));
      expect(share.length / notes.length).toBeGreaterThan(0.5);
      expect(share.length / notes.length).toBeLessThan(0.85);
    }
  });
});

test('the full note says every true point and no wrong one', () => {
  const lacking = cases.filter(({ points }) => {
    const { share, wrong } = coverage(writeNote(points.true), points);
    return share !== 1 || wrong !== 0;
  });
  expect(lacking).toEqual([]);
});

describe('a combination', () => {
  test('holds each true point that any note makes, once and in order, and no wrong one', () => {
    fc.assert(
      fc.property(anyCase, anySeed, fc.integer({ min: 1, max: 16 }), (question, seed, count) => {
        const { points } = question;
        const notes = roughNotes(question, seed, count);
        const combined = combineNotes(points, notes);
        const wanted = new Set(notes.flatMap((note) => saidIn(note, points, 'true')));
        expect(saidIn(combined, points, 'true')).toEqual([...wanted].sort());
        expect(saidIn(combined, points, 'wrong')).toEqual([]);
        expect(combined.split('\n')).toHaveLength(wanted.size);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('does not depend on the order of the notes', () => {
    fc.assert(
      fc.property(anyCase, anySeed, (question, seed) => {
        const notes = roughNotes(question, seed, 8);
        expect(combineNotes(question.points, notes.toReversed())).toBe(
          combineNotes(question.points, notes),
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('of eight notes leaves next to nothing out, where one note says about six in ten', () => {
    const share = (texts: readonly string[], of: NoteQuestion): number =>
      texts.reduce((sum, text) => sum + coverage(text, of.points).share, 0) / texts.length;
    const means = cases.slice(0, 150).map((question, at) => {
      const notes = roughNotes(question, at, 8);
      return [share(notes, question), share([combineNotes(question.points, notes)], question)];
    });
    const mean = (place: 0 | 1): number =>
      means.reduce((sum, pair) => sum + pair[place]!, 0) / means.length;
    expect(mean(0)).toBeGreaterThan(0.5);
    expect(mean(0)).toBeLessThan(0.65);
    expect(mean(1)).toBeGreaterThan(0.98);
  });
});

describe('the choice', () => {
  test('is a note that none beats in true points less wrong ones, the first of equals', () => {
    fc.assert(
      fc.property(anyCase, anySeed, fc.integer({ min: 1, max: 16 }), (question, seed, count) => {
        const { points } = question;
        const notes = roughNotes(question, seed, count);
        const scores = notes.map(
          (note) => saidIn(note, points, 'true').length - saidIn(note, points, 'wrong').length,
        );
        expect(chooseNote(points, notes)).toBe(scores.indexOf(Math.max(...scores)));
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  test('is none where there are no notes', () => {
    expect(chooseNote(cases[0]!.points, [])).toBeNull();
  });
});
