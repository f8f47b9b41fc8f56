/** A shelf that a test holds in its hand: what it has, what it is asked, and how that ends. */
import type { Fault } from '../../src/base/fault.ts';
import { failed, ok } from '../../src/base/result.ts';
import type { Result } from '../../src/base/result.ts';
import type { DownloadSize } from '../../src/engine/download-size.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import type { Preflight } from '../../src/engine/webllm/device.ts';
import type {
  CheckedFile,
  CheckOptions,
  Kept,
  Offer,
  Shelf,
} from '../../src/engine/webllm/offer.ts';

export const handOffer = (name: string, rest: Partial<Offer> = {}): Offer => ({
  name,
  spec: {
    id: `${name}-q4f32_1-MLC`,
    engine: 'webllm',
    urls: [`https://models.example/${name}`],
    library: `https://libraries.example/${name}.wasm`,
    chat: 'general',
  },
  about: { bytes: 1.2e9, basis: 'memory' },
  ...{ memoryMb: 1536, contextTokens: 4096, licence: 'Apache-2.0', fit: 'likely', preset: null },
  ...rest,
});

export interface HandCheck {
  readonly options: CheckOptions;
  readonly settle: (files: readonly CheckedFile[]) => void;
  readonly fail: (error: Error) => void;
}

export class HandShelf implements Shelf {
  preflight: Preflight = {
    adapter: { name: 'Card', isSoftware: false, halfPrecision: true },
    shortfalls: [],
  };
  readonly here = new Map<string, Kept>();
  /** What the hosts say; a test may put a fault in its place. */
  answer: Result<DownloadSize, Fault> = ok({
    ...{ bytes: 712_345_678, here: 0, files: 24, unknown: [], free: 9e9 },
  });
  /** Specs whose size was asked for. */
  readonly sized: ModelSpec[] = [];
  readonly checks: HandCheck[] = [];
  readonly removed: (readonly string[] | 'all')[] = [];
  readonly #offers: readonly Offer[];

  constructor(...offers: Offer[]) {
    this.#offers = offers;
  }

  tell(size: Partial<DownloadSize>): void {
    this.answer = this.answer.ok ? ok({ ...this.answer.value, ...size }) : this.answer;
  }

  refuse(fault: Fault): void {
    this.answer = failed(fault);
  }

  offers(): Promise<readonly Offer[]> {
    // New ones each time, as the catalogue makes them.
    return Promise.resolve(this.#offers.map((offer) => ({ ...offer })));
  }

  kept({ id }: ModelSpec): Promise<Kept> {
    return Promise.resolve(this.here.get(id) ?? { state: 'none', bytes: 0 });
  }

  size(spec: ModelSpec): Promise<Result<DownloadSize, Fault>> {
    this.sized.push(spec);
    return Promise.resolve(this.answer);
  }

  check(_spec: ModelSpec, options: CheckOptions = {}): Promise<readonly CheckedFile[] | null> {
    return new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => resolve(null));
      this.checks.push({ options, settle: resolve, fail: reject });
    });
  }

  remove({ id }: ModelSpec, names?: readonly string[]): Promise<void> {
    this.removed.push(names ?? 'all');
    if (names === undefined) this.here.delete(id);
    else this.here.set(id, { state: 'part', bytes: 1e8 });
    return Promise.resolve();
  }
}
