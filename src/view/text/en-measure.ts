/** The words around a measured device, in English. */
import type { DeviceTable } from '../../run/measure-device.ts';
import { count, decimals, gigabytes, rate, tenth } from '../format.ts';

const answers = (n: number): string => (n === 1 ? '1 answer' : `${count(n)} answers`);

export const measureTexts = {
  heading: 'This device',
  text: (id: string) =>
    `How fast ${id} decodes here: many answers as one batch, against one at a time. It takes from half ` +
    'a minute to a few minutes; asking a question ends it.',
  start: 'Measure this device',
  again: 'Measure again',
  stop: 'Stop',
  progress: 'Measuring this device',
  at: (done: number, all: number, group: number) =>
    `${count(done)} of ${count(all)} timings · ${answers(group)} at once`,
  waiting: 'waiting for the model',
  stopped: 'Ended without a table.',
  done: 'Measured.',
  table: 'Speed by the number of answers at once',
  save: 'Save as JSON',
  columns: {
    group: 'answers at once',
    decode: 'decode, tokens/s',
    inTurn: 'one at a time, tokens/s',
    gain: 'gain',
    step: 'a step, ms',
    firstToken: 'first token, s',
    prefill: 'prompt, tokens/s',
  },
  gain: (times: number) => `${decimals(times)} ×`,
  milliseconds: (value: number) => (value < 10 ? tenth(value) : count(value)),
  seconds: (value: number) => decimals(value),
  caption: ({ model, tokens, rounds, device }: DeviceTable, adapter: string | null) =>
    `${model} on ${adapter ?? 'this device'}${device === 'software-gpu' ? ', a GPU in software' : ''}: ` +
    `${count(tokens)} tokens an answer, the middle of ${count(rounds)} rounds.`,
  memory: ({ gpuBytes, slots }: DeviceTable) =>
    gpuBytes === null
      ? ''
      : `The graphics processor holds ${gigabytes(gpuBytes)} for it, with room for ${answers(slots)} at once.`,
  limit: (bytes: number, step: number) =>
    `A step reads all weights once, however many answers it serves: about ${gigabytes(bytes)}, so a ` +
    `step of one answer reads ${rate(bytes / 1e6 / step)} GB a second. Were that the only cost, all ` +
    'steps would take the same time.',
  leftOut: (sizes: readonly number[], slots: number) =>
    `Left out: ${sizes.map(count).join(', ')} at once, since there is room for ${count(slots)}.`,
  inTurn:
    'This model is decoded one answer after another here, since a batch was not had or did not ' +
    'compute the same on this device.',
  bench:
    'WebLLM’s own loop over n answers is not in this table: for that the model has to be loaded a ' +
    'second time, which only “npm run bench -- webllm” does.',
};
