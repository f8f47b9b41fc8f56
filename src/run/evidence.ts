/** Evidence as the page folds and reads it. */
export { rubricOf, selectionsOf, smallerOf, verdictsOf, withEvidence } from '../group/evidence.ts';
export { pairOf } from '../reward/rubric/score.ts';
