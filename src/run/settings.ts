import type { Sampling } from '../engine/sample.ts';

/** Some settings given, the rest left to the defaults of the loaded model. Plain JSON. */
export interface SettingsChange extends Partial<Omit<Settings, 'sampling'>> {
  readonly sampling?: Partial<Sampling>;
}

/** What a person sets; with the loaded model it makes a recipe. */
export interface Settings {
  /** G, 1 to 32. */
  readonly group: number;
  readonly sampling: Sampling;
  readonly seed: number;
  readonly questionVisible: boolean;
  readonly equalCompute: boolean;
  /** Prompts changed by the person; an absent one is the model's own default. */
  readonly prompts: { readonly solve?: string; readonly synthesise?: string; readonly synthesiseWithQuestion?: string };
}
