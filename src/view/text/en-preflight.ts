/** What a device lacks, in English: each with what, why and what to do. */
import type { LimitName, Shortfall } from '../../engine/webllm/shortfall.ts';
import { binary, count, gigabytes, tenth } from '../format.ts';
import type { FaultText } from './fault-text.ts';

type ShortfallOf<K extends Shortfall['kind']> = Extract<Shortfall, { readonly kind: K }>;

const limits: Readonly<Record<LimitName, { readonly what: string; readonly of: (n: number) => string }>> = {
  maxComputeWorkgroupStorageSize: { what: 'Too little workgroup storage.', of: binary },
  maxStorageBuffersPerShaderStage: {
    what: 'Too few buffers for one shader.',
    of: (n) => `${count(n)} buffers`,
  },
  maxBufferSize: { what: 'Buffers are too small.', of: binary },
  maxStorageBufferBindingSize: { what: 'A shader sees too little of a buffer.', of: binary },
};

export const preflightTexts: { readonly [K in Shortfall['kind']]: (one: ShortfallOf<K>) => FaultText } = {
  'no-api': ({ secure }) => ({
    what: 'No WebGPU.',
    why: secure
      ? 'This browser does not offer WebGPU.'
      : 'Browsers offer WebGPU only to pages from https:// or from this machine.',
    remedy: secure
      ? 'Use a current Chrome, Edge, Safari or Firefox; in an older Firefox, switch on dom.webgpu.enabled.'
      : 'Open the page by https:// or as http://localhost.',
  }),
  'no-adapter': () => ({
    what: 'No graphics processor.',
    why: 'The browser has WebGPU and found no graphics processor to use.',
    remedy:
      'Switch on hardware acceleration in the browser’s settings, update the graphics driver, and see ' +
      'in chrome://gpu or about:support whether the browser blocks it.',
  }),
  'adapter-failed': ({ reason }) => ({
    what: 'The graphics processor could not be asked.',
    why: reason.trim() === '' ? 'The browser gave no reason.' : `The browser said: ${reason}`,
    remedy: 'Reload the page; if that changes nothing, restart the browser or update the driver.',
  }),
  limit: ({ limit, found, needed }) => ({
    what: limits[limit].what,
    why: `WebLLM needs ${limits[limit].of(needed)} (${limit}); the device offers ${limits[limit].of(found)}.`,
    remedy: 'Update the graphics driver and the browser, or use a machine with another graphics processor.',
  }),
  software: ({ name }) => ({
    what: 'A graphics processor in software.',
    why: `“${name}” computes right, and more slowly than the CPU engine.`,
    remedy: 'Switch on hardware acceleration in the browser’s settings, or use the CPU engine.',
  }),
  'no-half': () => ({
    what: 'No half precision (shader-f16).',
    why: 'The device computes in 32 bits only, so the list has the q4f32 models, which take more memory.',
    remedy: 'Nothing needs to be done. A newer driver or browser may offer it.',
  }),
  'memory-unknown': () => ({
    what: 'How much memory there is, is not known.',
    why: 'This browser does not tell it; 8 GB are assumed for what is likely to fit.',
    remedy: 'Begin with a small model, or use Chrome or Edge.',
  }),
  memory: ({ neededMb, machineGib }) => ({
    what: 'This model may not fit.',
    why:
      `It takes ${tenth(neededMb / 1024)} GB of graphics memory; ` +
      (machineGib === null
        ? 'how much this machine has, the browser does not tell.'
        : `the browser tells of ${machineGib} GB or more in the whole machine.`),
    remedy: 'Take a smaller model, or close what else needs memory. With a graphics card of its own it may fit.',
  }),
  storage: ({ needed, free }) => ({
    what: 'Not enough storage.',
    why: `${gigabytes(needed)} are still to come, and the browser has ${gigabytes(free)} left for this page.`,
    remedy: 'Delete models that are kept here, or make room on the disk, then ask again.',
  }),
};
