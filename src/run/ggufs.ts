/** The GGUF models as the page meets them: which are worth naming, and which are here. */
export { ggufOffers } from '../engine/wllama/catalogue.ts';
export { keptModel, removeKept } from '../engine/wllama/kept.ts';
