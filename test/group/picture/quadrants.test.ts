import { expect, test } from 'vitest';
import { quadrantsPicture } from '../../../src/group/picture/quadrants.ts';
import { entriesOf } from '../../kit/entries.ts';

test('each quadrant names its questions, and so do all-wrong groups and the rescued among them', () => {
  const picture = quadrantsPicture(
    entriesOf(
      { scores: { synthesis: 1, oracle: 1 } },
      { scores: { synthesis: 0, oracle: 1 } },
      { scores: { synthesis: 1, oracle: 0 }, disagrees: true },
      { scores: { synthesis: 0, oracle: 0 }, disagrees: true },
      { scores: { oracle: 0 } },
      { scored: 'nothing', disagrees: true },
    ),
  );
  expect(picture).toEqual({
    questions: 5,
    indices: {
      'agree-right': [0],
      'agree-wrong': [1, 4],
      'disagree-right': [2],
      'disagree-wrong': [3],
    },
    allWrong: [2, 3, 4],
    rescued: [2],
  });
});

test('a synthesis without an answer parts from a vote that is right', () => {
  const { indices } = quadrantsPicture(
    entriesOf({ scores: { majority: 1, synthesis: 0, oracle: 1 } }, { scores: { majority: 0, synthesis: 1, oracle: 1 } }),
  );
  expect(indices).toMatchObject({ 'disagree-wrong': [0], 'disagree-right': [1], 'agree-wrong': [] });
});
