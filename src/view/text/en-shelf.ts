/** The words around models for the graphics processor, in English. */
import type { About } from '../../engine/webllm/offer.ts';
import { count, gigabytes, megabytes } from '../format.ts';

const files = (n: number): string => (n === 1 ? '1 file' : `${count(n)} files`);

/** A size that is a guess has no tenths of a megabyte. */
const roughly = (bytes: number): string =>
  bytes >= 1e9 ? `${gigabytes(bytes)}` : `${count(Math.round(bytes / 1e6))} MB`;

export const shelfTexts = {
  heading: 'Models for the graphics processor',
  text: (count: number) =>
    `${count} models that WebLLM has compiled, those that suit this device first. All answers are ` +
    'decoded as one batch, so eight cost little more than one.',
  noGpu: (why: string) => `None of them can run here. ${why}`,
  noneRuns: 'None of them can run here:',
  hints: 'What to know of this device',
  missing:
    'Gemma 3 4B, one of the paper’s three models, has no WebLLM library and a row of its own above. ' +
    'Of another GGUF that is split into parts, the address of the first is enough.',
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
    whole: (size: string) => `downloaded (${size}), not verified yet`,
    checked: (size: string) => `ready offline (${size})`,
    broken: (size: string) => `here, but not in order (${size})`,
  },
  preset: 'with the paper’s settings',
  load: (name: string) => `Load ${name}`,
  remove: (name: string) => `Delete the files of ${name}`,
  removed: (name: string) => `The files of ${name} are deleted.`,
};

/** Before a download: which hosts, how much, and what may be in the way. */
export const downloadTexts = {
  hosts: (hosts: string) => `Ask ${hosts} for the list of files?`,
  about: (about: About) =>
    about.basis === 'memory'
      ? `The download has about ${roughly(about.bytes)} or less: files take less room than the ` +
        'graphics memory that the makers of the model name.'
      : `The download has about ${roughly(about.bytes)}: ${parameters(about.parameters)} parameters, ` +
        `as its name says, of ${about.bits} bits each.`,
  aboutNothing: 'How large the download is, nothing tells before the host has answered.',
  then:
    'The list is small. The exact size stands here next, before anything large is fetched. The host ' +
    'sees your network address and which model you look at.',
  ask: 'Ask for the exact size',
  asking: 'Asking for the exact size …',
  exact: (bytes: number, n: number, hosts: string) =>
    `Fetch exactly ${count(bytes)} bytes (${megabytes(bytes)}) in ${files(n)} from ${hosts}?`,
  atLeast: (bytes: number, n: number, hosts: string) =>
    `Fetch ${count(bytes)} bytes (${megabytes(bytes)}) and a little more in ${files(n)} from ${hosts}?`,
  unknown: (names: string) => `No list and no host tells the size of: ${names}. It is small beside the rest.`,
  here: (bytes: number) => `${megabytes(bytes)} of it are here already and are not fetched again.`,
  memory: (gigabytes: string) => `Once loaded it takes ${gigabytes} GB of graphics memory.`,
  free: (bytes: number) => `This page has ${gigabytes(bytes)} of storage left.`,
  confirm: 'Fetch and load',
  again: 'Ask again',
  cancel: 'Not now',
};

/** Reading again what was downloaded. */
export const checkTexts = {
  check: 'Verify',
  checkLabel: (name: string) => `Verify the files of ${name}`,
  stop: 'Stop',
  stopLabel: (name: string) => `Stop verifying ${name}`,
  progress: (name: string) => `Verifying ${name}`,
  at: (done: number, all: number, bytes: number, total: number) =>
    `${count(done)} of ${files(all)} · ${megabytes(bytes)} of ${megabytes(total)}`,
  stopped: (name: string) => `Verifying ${name} was stopped; nothing was changed.`,
  ready: (name: string, n: number) =>
    `${name} is ready offline: each of its ${files(n)} was read again and is as its digest says.`,
  notReady: (name: string) => `${name} is not ready offline.`,
  good: (n: number) => `${files(n)} ${n === 1 ? 'is' : 'are'} as the digest says.`,
  changed: (names: string) => `Changed or cut short since the download: ${names}.`,
  missing: (names: string) => `Not here: ${names}.`,
  size: (names: string) =>
    `Compared by size only, since no digest is known: ${names}. Loading fetches such files again.`,
  unknown: (names: string) =>
    `Neither a digest nor a size is known of: ${names}. Loading fetches such files again.`,
  remedy: 'Fetch these files again; the others stay.',
  repair: (n: number) => `Repair: fetch ${files(n)} again`,
  failed: (reason: string) =>
    `The files could not be read: ${reason}. Reload the page, or delete them and load them anew.`,
};

const parameters = (n: number): string =>
  n >= 1e9 ? `${n / 1e9} billion` : `${count(n / 1e6)} million`;
