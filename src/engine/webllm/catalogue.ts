/**
 * The models that web-llm has compiled libraries for, one line for each model instead of one for
 * each of its quantisations, ranked by what fits the device; of those, the paper's models first and
 * then the largest. `prebuilt.json` is written from the
 * pinned package (`bin/catalogue.ts`).
 */
import { paperPreset } from '../presets.ts';
import { estimate } from './estimate.ts';
import type { Offer } from './offer.ts';
import prebuilt from './prebuilt.json';

/** As `bin/catalogue.ts` writes it. */
interface Prebuilt {
  readonly id: string;
  readonly model: string;
  readonly library: string;
  readonly memoryMb: number;
  readonly contextTokens: number;
  readonly fullContext?: boolean;
}

export interface DeviceHints {
  readonly halfPrecision: boolean;
  /** Memory of the machine in GiB, as coarsely as browsers tell it; null where they do not. */
  readonly memoryGib: number | null;
}

/** A model's name and its way of storing numbers: `Qwen3-4B`, `q4f16_1`. */
const parts = /^(.*?)-(q\d+f(?:16|32)(?:_\d)?)-MLC$/;

/** Best first, for either precision; other ways are larger or worse. */
const wanted = {
  half: ['q4f16_1', 'q4f32_1', 'q0f16', 'q0f32'],
  full: ['q4f32_1', 'q0f32'],
} as const;

/** By the beginning of a name; the first that fits counts. Longer answers stand on the model's page. */
const licences: readonly (readonly [string, string])[] = [
  ['Qwen2.5-3B', 'Qwen research'],
  ['Qwen2.5-Coder-3B', 'Qwen research'],
  ['Qwen', 'Apache-2.0'],
  ['Llama-2', 'Llama 2 community'],
  ['Llama-3.1', 'Llama 3.1 community'],
  ['Llama-3.2', 'Llama 3.2 community'],
  ['Llama-3', 'Llama 3 community'],
  ['gemma-4', 'Apache-2.0'],
  ['gemma', 'Gemma terms'],
  ['SmolLM2', 'Apache-2.0'],
  ['OLMo', 'Apache-2.0'],
  ['TinyLlama', 'Apache-2.0'],
  ['Phi', 'MIT'],
  ['phi', 'MIT'],
  ['Mistral', 'Apache-2.0'],
  ['Ministral', 'Apache-2.0'],
];

/** Without a word from the browser, what a laptop has at least. */
const usualGib = 8;

export function catalogue({ halfPrecision, memoryGib }: DeviceHints): Offer[] {
  const ways: readonly string[] = halfPrecision ? wanted.half : wanted.full;
  const best = new Map<string, { rank: number; offer: Offer }>();
  // Integrated graphics share the machine's memory, and the system wants its half.
  const budgetMb = ((memoryGib ?? usualGib) * 1024) / 2;
  for (const record of prebuilt as readonly Prebuilt[]) {
    const { id, model, library, memoryMb, contextTokens } = record;
    const [, name, way] = parts.exec(id) ?? [];
    if (name === undefined || way === undefined) continue;
    const rank = ways.indexOf(way);
    if (rank === -1 || rank >= (best.get(name)?.rank ?? Infinity)) continue;
    const fit = memoryMb <= budgetMb ? 'likely' : memoryMb <= 1.6 * budgetMb ? 'perhaps' : 'hardly';
    const licence = licences.find(([start]) => name.startsWith(start))?.[1] ?? 'see its page';
    const preset = paperPreset(name);
    best.set(name, {
      rank,
      offer: {
        name,
        spec: {
          id,
          engine: 'webllm',
          urls: [model],
          library,
          chat: 'general',
          ...(preset === null ? {} : { preset }),
          ...(record.fullContext === true ? { fullContext: true as const } : {}),
        },
        ...{ memoryMb, contextTokens, licence, fit, preset },
        about: estimate(name, way, memoryMb),
      },
    });
  }
  const order = { likely: 0, perhaps: 1, hardly: 2 };
  const ofPaper = ({ preset }: Offer): number => (preset === null ? 1 : 0);
  return [...best.values()]
    .map(({ offer }) => offer)
    .sort(
      (a, b) =>
        order[a.fit] - order[b.fit] || ofPaper(a) - ofPaper(b) || b.memoryMb - a.memoryMb,
    );
}
