/** The words around models that can be had, in German: what there is, what it takes, and whether it is whole. */
import type { modelTexts as english } from './en-models.ts';
import { ggufTexts } from './de-ggufs.ts';
import { checkTexts, downloadTexts, shelfTexts } from './de-shelf.ts';

export const modelTexts: typeof english = {
  ggufs: ggufTexts,
  shelf: shelfTexts,
  download: downloadTexts,
  check: checkTexts,
};
