/**
 * The models that web-llm has compiled libraries for, one line for each model instead of one for
 * each of its quantisations, ranked by what fits the device; of those, the paper's models first and
 * then the largest. `prebuilt.json` is written from the
 * pinned package (`bin/catalogue.ts`).
 */
import type { ModelSpec } from '../model.ts';
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

function specOf({ id, model, library, fullContext }: Prebuilt, name: string): ModelSpec {
  const preset = paperPreset(name);
  return {
    id,
    engine: 'webllm',
    urls: [model],
    library,
    chat: 'general',
    ...(preset === null ? {} : { preset }),
    ...(fullContext === true ? { fullContext: true as const } : {}),
  };
}

/**
 * The model with this whole name (`Qwen3-4B-q4f16_1-MLC`), or all ways in which one of this name
 * (`Qwen3-4B`) is stored; none where there is no such model. Capitals do not count.
 */
export function prebuiltSpecs(name: string): ModelSpec[] {
  const asked = name.toLowerCase();
  const specs: ModelSpec[] = [];
  for (const record of prebuilt as readonly Prebuilt[]) {
    const [id, short] = parts.exec(record.id) ?? [];
    if (id === undefined || short === undefined) continue;
    if (id.toLowerCase() === asked) return [specOf(record, short)];
    if (short.toLowerCase() === asked) specs.push(specOf(record, short));
  }
  return specs;
}

export function catalogue({ halfPrecision, memoryGib }: DeviceHints): Offer[] {
  const ways: readonly string[] = halfPrecision ? wanted.half : wanted.full;
  const best = new Map<string, { rank: number; offer: Offer }>();
  // Integrated graphics share the machine's memory, and the system wants its half.
  const budgetMb = ((memoryGib ?? usualGib) * 1024) / 2;
  for (const record of prebuilt as readonly Prebuilt[]) {
    const { id, memoryMb, contextTokens } = record;
    const [, name, way] = parts.exec(id) ?? [];
    if (name === undefined || way === undefined) continue;
    const rank = ways.indexOf(way);
    if (rank === -1 || rank >= (best.get(name)?.rank ?? Infinity)) continue;
    const fit = memoryMb <= budgetMb ? 'likely' : memoryMb <= 1.6 * budgetMb ? 'perhaps' : 'hardly';
    const licence = licences.find(([start]) => name.startsWith(start))?.[1] ?? 'see its page';
    const spec = specOf(record, name);
    best.set(name, {
      rank,
      offer: {
        name,
        spec,
        ...{ memoryMb, contextTokens, licence, fit, preset: spec.preset ?? null },
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
