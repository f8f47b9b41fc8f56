/** Question sets as the page meets them: how they are read, and those that are made here. */
import { deriveSeed } from '../base/random.ts';
import type { GivenCriterion } from '../question/question.ts';
import { criterionOf } from '../question/notes/criteria.ts';
import type { NoteQuestion } from '../question/notes/note-question.ts';
import { shuffledQuestions } from '../question/notes/note-questions.ts';
import type { Point } from '../question/notes/point.ts';
import { canonical } from '../question/notes/point.ts';
import type { SetItem } from '../question/set/item.ts';
import type { Level } from '../question/world/level.ts';
import type { Problem } from '../question/world/problem.ts';
import { problems } from '../question/world/problems.ts';

export { passGate } from '../engine/gate.ts';
export { reach } from '../engine/reach.ts';
export { countSet } from '../question/set/count-set.ts';
export { previewItems, previewSet } from '../question/set/preview.ts';
export { readSet } from '../question/set/read-set.ts';
export { matches, Selector } from '../question/set/select.ts';

/** Nano's held-out problems without end: those of `npm run problems` with the same seed and level. */
export function* problemItems(level: Level, seed: number): Generator<SetItem, never> {
  const stream = problems({ seed, level, split: 'heldout' });
  for (;;) yield problemItem(stream.next().value);
}

function problemItem({ question, answer, level, template }: Problem): SetItem {
  return {
    question: { kind: 'verifiable', text: question, truth: answer },
    subject: before(template, ':'),
    level,
    tags: [],
  };
}

/** All held-out questions on notes, in the order of `npm run problems -- --world notes`. */
export const noteItems = (seed: number): SetItem[] =>
  shuffledQuestions(deriveSeed(seed, 0), 'heldout').map(noteItem);

/** Their rubric is what is known of the notes: a point for true advice, one less for wrong. */
function noteItem({ text, topic, points }: NoteQuestion): SetItem {
  const rubric = [...points.true.map(worth(1)), ...points.wrong.map(worth(-1))];
  return { question: { kind: 'open', text, rubric }, subject: before(topic, ':'), tags: [] };
}

const worth =
  (value: number) =>
  (point: Point): GivenCriterion => ({ criterion: criterionOf(canonical(point)), points: value });

const before = (text: string, mark: string): string => text.slice(0, text.indexOf(mark));
