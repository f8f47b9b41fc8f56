import type { Assessor } from './assess.ts';
import { assessMethods } from './assess-methods.ts';
import { assessRubric } from './assess-rubric.ts';
import { assessSmaller } from './assess-smaller.ts';

/** In their order, after the synthesis of every group. */
export const ASSESSORS: readonly Assessor[] = [assessMethods, assessRubric, assessSmaller];
