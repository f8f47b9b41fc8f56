/** The numbers behind the pictures of an experiment, as the page draws them. */
export { binsOf, distributionOf, distributionOfWays, isIn, valuesOf, waysOf } from '../group/picture/distribution.ts';
export { methodsPicture, methodsPictureSteps } from '../group/picture/methods.ts';
export { isAllWrong, quadrantIn, quadrantsPicture } from '../group/picture/quadrants.ts';
export { scalingPicture, scalingPictureSteps } from '../group/picture/scaling.ts';
export { scoringsOf } from '../group/accuracy.ts';
