/** The words around models that can be had, in English: what there is, what it takes, and whether it is whole. */
import { ggufTexts } from './en-ggufs.ts';
import { checkTexts, downloadTexts, shelfTexts } from './en-shelf.ts';

export const modelTexts = {
  ggufs: ggufTexts,
  shelf: shelfTexts,
  download: downloadTexts,
  check: checkTexts,
};
