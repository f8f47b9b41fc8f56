import type { ModelSpec } from '../../engine/model.ts';

/** Every host that the files of a model come from, each once, with its port where that is not usual. */
export const hostsOf = ({ urls, library }: ModelSpec): string[] => {
  const all = [...urls, ...(library === undefined ? [] : [library])];
  return [...new Set(all.map((url) => new URL(url, document.baseURI).host))];
};
