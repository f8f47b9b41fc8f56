import { expect, test } from 'vitest';
import { holdsGiven, withGiven } from '../../../src/reward/rubric/given.ts';
import { criterion, given, rubricOf } from '../../kit/rubric-records.ts';

const brought = [
  { criterion: 'Names a.', points: 5 },
  { criterion: 'Harms.', points: -3 },
];

test('a question’s own rubric stands behind the anchor’s criteria, with its points', () => {
  const own = rubricOf(criterion('Says b.'));
  expect(withGiven(own, brought).criteria).toEqual([
    criterion('Says b.'),
    given('Names a.', 5),
    given('Harms.', -3),
  ]);
});

test('a rubric that holds it already is the very same', () => {
  const whole = rubricOf(criterion('Says b.'), given('Names a.', 5), given('Harms.', -3));
  expect(withGiven(whole, brought)).toBe(whole);
  expect(holdsGiven(whole, brought.slice(1))).toBe(false);
});

test('another rubric of the question takes the place of the one before', () => {
  const before = rubricOf(criterion('Says b.'), given('Names a.', 4));
  expect(withGiven(before, brought).criteria.slice(1)).toEqual([given('Names a.', 5), given('Harms.', -3)]);
});
