/** The words around GGUF models, in English. */
export const ggufTexts = {
  heading: 'In llama.cpp, without a WebLLM library',
  text:
    'One of the paper’s three models has none. It runs in llama.cpp: on a graphics processor that has ' +
    'half precision, else on the CPU, slowly and with most of 4 GB of memory. Nobody has tried it here.',
  finer:
    'A larger, finer file must be split: “llama-gguf-split --split-max-size 512M FILE.gguf NAME”. Then ' +
    'give the address of its first part above.',
  size: (size: string) => `about ${size} GB to fetch`,
  licence: (name: string) => `licence: ${name}`,
  from: (repository: string, host: string) => `${repository} at ${host}`,
  preset: 'with the paper’s settings',
  kept: {
    part: (size: string) => `part of it is here (${size})`,
    whole: (size: string) => `here (${size})`,
  },
  load: (name: string) => `Load ${name}`,
  ask: (host: string, size: string) =>
    `Fetch about ${size} GB from ${host}? That host will see your network address.`,
  confirm: 'Fetch and load it',
  cancel: 'Not now',
  remove: (name: string) => `Delete the files of ${name}`,
  removed: (name: string) => `The files of ${name} are deleted.`,
};
