/** Evidence as the page folds and reads it. */
export { rubricOf, selectionsOf, verdictsOf, withEvidence } from '../group/evidence.ts';
