/** Every question and every circumstance of the world of notes, read once for all tests. */
import fc from 'fast-check';
import { noteQuestions } from '../../../src/question/notes/note-question.ts';
import type { NoteQuestion } from '../../../src/question/notes/note-question.ts';
import type { Point, Points } from '../../../src/question/notes/point.ts';
import type { Place } from '../../../src/question/notes/recognise.ts';

export const taught: readonly NoteQuestion[] = [...noteQuestions('train')];
export const heldout: readonly NoteQuestion[] = [...noteQuestions('heldout')];

/** One question of each topic and situation. */
export const cases: readonly NoteQuestion[] = [
  ...new Map([...taught, ...heldout].map((question) => [question.topic, question])).values(),
];

export const anyCase = fc.nat(cases.length - 1).map((at) => cases[at] as NoteQuestion);

export const allPoints = ({ true: right, wrong }: Points): readonly Point[] => [...right, ...wrong];

export interface Said {
  readonly said: string;
  readonly place: Place;
  readonly points: Points;
}

/** Every wording of every point of the questions. */
export const eachWording = (questions: readonly NoteQuestion[]): readonly Said[] =>
  questions.flatMap(({ points }) =>
    (['true', 'wrong'] as const).flatMap((kind) =>
      points[kind].flatMap(({ wordings }, at) =>
        wordings.map((said) => ({ said, place: { kind, at }, points })),
      ),
    ),
  );
