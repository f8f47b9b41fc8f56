/** What a device lacks, in German: each with what, why and what to do. */
import type { LimitName } from '../../engine/webllm/shortfall.ts';
import { binary, count, gigabytes, plain, tenth } from '../format.ts';
import type { preflightTexts as english } from './en-preflight.ts';

const limits: Readonly<Record<LimitName, { readonly what: string; readonly of: (n: number) => string }>> = {
  maxComputeWorkgroupStorageSize: { what: 'Zu wenig Speicher für Arbeitsgruppen.', of: binary },
  maxStorageBuffersPerShaderStage: {
    what: 'Zu wenige Puffer für einen Shader.',
    of: (n) => `${count(n)} Puffer`,
  },
  maxBufferSize: { what: 'Puffer sind zu klein.', of: binary },
  maxStorageBufferBindingSize: { what: 'Ein Shader sieht zu wenig von einem Puffer.', of: binary },
};

export const preflightTexts: typeof english = {
  'no-api': ({ secure }) => ({
    what: 'Kein WebGPU.',
    why: secure
      ? 'Dieser Browser bietet kein WebGPU.'
      : 'Browser bieten WebGPU nur Seiten von https:// oder von diesem Rechner.',
    remedy: secure
      ? 'Verwenden Sie ein aktuelles Chrome, Edge, Safari oder Firefox; schalten Sie in einem älteren Firefox dom.webgpu.enabled ein.'
      : 'Öffnen Sie die Seite über https:// oder als http://localhost.',
  }),
  'no-adapter': () => ({
    what: 'Kein Grafikprozessor.',
    why: 'Der Browser hat WebGPU und fand keinen Grafikprozessor, den er verwenden kann.',
    remedy:
      'Schalten Sie in den Einstellungen des Browsers die Hardwarebeschleunigung ein, erneuern Sie den Grafiktreiber, ' +
      'und sehen Sie in chrome://gpu oder about:support nach, ob der Browser ihn sperrt.',
  }),
  'adapter-failed': ({ reason }) => ({
    what: 'Der Grafikprozessor ließ sich nicht befragen.',
    why: reason.trim() === '' ? 'Der Browser gab keinen Grund an.' : `Der Browser meldete: ${reason}`,
    remedy: 'Laden Sie die Seite neu; hilft das nicht, starten Sie den Browser neu oder erneuern Sie den Treiber.',
  }),
  limit: ({ limit, found, needed }) => ({
    what: limits[limit].what,
    why: `WebLLM braucht ${limits[limit].of(needed)} (${limit}); das Gerät bietet ${limits[limit].of(found)}.`,
    remedy: 'Erneuern Sie Grafiktreiber und Browser, oder verwenden Sie einen Rechner mit einem anderen Grafikprozessor.',
  }),
  software: ({ name }) => ({
    what: 'Ein Grafikprozessor in Software.',
    why: `„${name}“ rechnet richtig, und langsamer als die CPU-Engine.`,
    remedy: 'Schalten Sie in den Einstellungen des Browsers die Hardwarebeschleunigung ein, oder verwenden Sie die CPU-Engine.',
  }),
  'no-half': () => ({
    what: 'Keine halbe Genauigkeit (shader-f16).',
    why: 'Das Gerät rechnet nur mit 32 Bit, darum hat die Liste die q4f32-Modelle, die mehr Speicher brauchen.',
    remedy: 'Es ist nichts zu tun. Ein neuerer Treiber oder Browser bietet sie vielleicht.',
  }),
  'memory-unknown': () => ({
    what: 'Wie viel Speicher da ist, ist nicht bekannt.',
    why: 'Dieser Browser verrät es nicht; für das, was wohl passt, werden 8 GB angenommen.',
    remedy: 'Beginnen Sie mit einem kleinen Modell, oder verwenden Sie Chrome oder Edge.',
  }),
  memory: ({ neededMb, machineGib }) => ({
    what: 'Dieses Modell passt vielleicht nicht.',
    why:
      `Es braucht ${tenth(neededMb / 1024)} GB Grafikspeicher; ` +
      (machineGib === null
        ? 'wie viel dieser Rechner hat, verrät der Browser nicht.'
        : `der Browser nennt ${plain(machineGib)} GB oder mehr für den ganzen Rechner.`),
    remedy:
      'Nehmen Sie ein kleineres Modell, oder schließen Sie, was sonst Speicher braucht. Mit einer eigenen Grafikkarte passt es vielleicht.',
  }),
  storage: ({ needed, free }) => ({
    what: 'Nicht genug Speicherplatz.',
    why: `${gigabytes(needed)} stehen noch aus, und der Browser hat für diese Seite noch ${gigabytes(free)}.`,
    remedy: 'Löschen Sie Modelle, die hier aufbewahrt werden, oder schaffen Sie Platz auf der Festplatte; fragen Sie dann noch einmal.',
  }),
};
