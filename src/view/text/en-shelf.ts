/** The words around models for the graphics processor, in English. */
export const shelfTexts = {
  heading: 'Models for the graphics processor',
  text: (count: number) =>
    `${count} models that WebLLM has compiled, those that suit this device first. All answers are ` +
    'decoded as one batch, so eight cost little more than one.',
  noGpu: (why: string) => `None of them can run here. ${why}`,
  missing:
    'Gemma 3 4B, one of the paper’s three models, has no WebLLM library. A GGUF of it, split into ' +
    'parts under 2 GB, runs on the CPU engine: give the addresses of its parts above.',
  search: 'Find a model',
  none: 'No model has this name.',
  more: (count: number) => `Show ${count} more`,
  memory: (gigabytes: string) => `${gigabytes} GB of graphics memory`,
  context: (tokens: string) => `${tokens} tokens of context as compiled`,
  licence: (name: string) => `licence: ${name}`,
  fit: { likely: 'likely to fit', perhaps: 'may fit', hardly: 'hardly fits' },
  fitHint: 'by this machine’s memory, as far as the browser tells it',
  kept: {
    none: '',
    part: (size: string) => `part of it is here (${size})`,
    whole: (size: string) => `ready offline (${size})`,
  },
  preset: 'with the paper’s settings',
  load: (name: string) => `Load ${name}`,
  ask: (hosts: string, size: string) =>
    `Fetch from ${hosts}? The files take somewhat less than the ${size} GB of memory; their exact ` +
    'size is shown, and held against the free space, before the first large file comes.',
  confirm: 'Fetch and load',
  cancel: 'Not now',
  remove: (name: string) => `Delete the files of ${name}`,
  removed: (name: string) => `The files of ${name} are deleted.`,
} as const;
