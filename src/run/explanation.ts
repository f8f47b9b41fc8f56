/** What an explanation says, as the page reads it; apart from what makes one, which is fetched as it is needed. */
export { stepsOf } from '../synthesis/explain/explanation.ts';
export { partingOf } from '../synthesis/explain/parting.ts';
