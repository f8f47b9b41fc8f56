/** Facts of recordings as they may come, those of rare groups too. */
import fc from 'fast-check';
import type { LessonFacts } from '../../../src/view/lesson/facts.ts';
import type { StepFact } from '../../../src/view/lesson/marks.ts';

const small = fc.nat({ max: 8 });
const number = fc.nat({ max: 1999 }).map(String);

const step: fc.Arbitrary<StepFact> = fc.record({
  step: small,
  same: small,
  otherwise: small,
  silent: small,
  says: fc.constant('408 / 12 = 24'),
});

export const anyFacts: fc.Arbitrary<LessonFacts> = fc.integer({ min: 2, max: 32 }).chain((group) => {
  const share = fc.nat({ max: group });
  return fc.record({
    group: fc.constant(group),
    temperature: fc.constantFrom(0, 0.7, 1),
    model: fc.constant('nano'),
    truth: number,
    answers: fc.uniqueArray(fc.record({ answer: number, votes: fc.integer({ min: 1, max: group }) }), {
      minLength: 1,
      maxLength: group,
      selector: ({ answer }) => answer,
    }),
    absent: share,
    majority: number,
    votes: fc.integer({ min: 1, max: group }),
    tied: fc.boolean(),
    right: share,
    voteRight: fc.boolean(),
    synthesis: fc.oneof(number, fc.constant('')),
    synthesisRight: fc.boolean(),
    rewarded: share,
    advantages: fc.record({
      one: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
      zero: fc.option(fc.double({ min: -3, max: 0, noNaN: true })),
    }),
    marks: fc.option(
      fc.record({ steps: fc.integer({ min: 8, max: 12 }), disputed: fc.option(step), omitted: fc.option(step), alone: small }),
    ),
    rubric: fc.option(
      fc.record({
        criteria: fc.integer({ min: 5, max: 12 }),
        most: fc.nat({ max: 5 }),
        best: fc.integer({ min: 1, max: group }),
        least: fc.nat({ max: 5 }),
        unreadable: small,
        judgedItself: fc.boolean(),
      }),
    ),
  });
});
