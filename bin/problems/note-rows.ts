/** The rows of `npm run problems -- --world notes`. */
import { createRandom, deriveSeed } from '../../src/base/random.ts';
import type { Random } from '../../src/base/random.ts';
import { criterionOf, proposeCriteria, verdictOn } from '../../src/question/notes/criteria.ts';
import { chooseNote, combineNotes, roughNote, writeNote } from '../../src/question/notes/note.ts';
import { noteQuestions } from '../../src/question/notes/note-question.ts';
import type { NoteQuestion } from '../../src/question/notes/note-question.ts';
import { shuffledQuestions } from '../../src/question/notes/note-questions.ts';
import { canonical } from '../../src/question/notes/point.ts';
import type { Point, Points } from '../../src/question/notes/point.ts';
import type { ProblemsFlags } from '../problems-flags.ts';

/** Why there cannot be so many rows; null where there can. */
export function tooManyNotes({ world, solutions, split, count }: ProblemsFlags): string | null {
  if (world !== 'notes' || solutions) return null;
  const most = [...noteQuestions(split)].length;
  return count <= most ? null : `there are ${most} questions on notes in the split ${split}`;
}

/**
 * `count` rows. Once all questions have come they come again, in another order and with other notes:
 * it is the notes that are learned.
 */
export function* noteRows(flags: ProblemsFlags): Generator<object, void> {
  let index = 0;
  for (let round = 0; index < flags.count; round += 1) {
    const questions = shuffledQuestions(deriveSeed(flags.seed, round), flags.split);
    for (const question of questions.slice(0, flags.count - index)) {
      yield rowOf(question, flags, createRandom(deriveSeed(flags.seed ^ 0x5eed, index)));
      index += 1;
    }
  }
}

function rowOf(question: NoteQuestion, flags: ProblemsFlags, random: Random): object {
  const { text, topic, points } = question;
  const plain = { question: text, kind: 'open', topic, points: each(points, canonical) };
  if (!flags.solutions) return plain;
  const note = writeNote(points.true);
  const full = {
    ...plain,
    wordings: each(points, ({ wordings }) => wordings),
    note,
    criteria: proposeCriteria(note),
  };
  if (flags.noisy === 0) return full;
  const notes = Array.from({ length: flags.noisy }, () => roughNote(points, random));
  return {
    ...full,
    notes,
    combined: combineNotes(points, notes),
    choice: (chooseNote(points, notes) ?? 0) + 1,
    verdicts: notes.map((text) => drawVerdict(text, points, random)),
  };
}

/** Some true or wrong point's criterion, and the right verdict of the note on it. */
function drawVerdict(note: string, points: Points, random: Random): object {
  const point = random.pick([...points.true, ...points.wrong]);
  const criterion = criterionOf(random.pick(point.wordings));
  return { criterion, verdict: verdictOn(criterion, note, points)?.text };
}

const each = <T>(points: Points, of: (point: Point) => T): { true: T[]; wrong: T[] } => ({
  true: points.true.map(of),
  wrong: points.wrong.map(of),
});
