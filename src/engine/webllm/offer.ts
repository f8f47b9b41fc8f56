/** Models that a person may choose from, and what is known of them before anything is fetched. */
import type { ModelSpec } from '../model.ts';
import type { Sampling } from '../sample.ts';

export interface Offer {
  /** Without what the files' names add: `Llama-3.2-1B-Instruct`. */
  readonly name: string;
  readonly spec: ModelSpec;
  /** Graphics memory that it takes, in MB (2^20 bytes), as its makers say. */
  readonly memoryMb: number;
  readonly contextTokens: number;
  readonly licence: string;
  /** Whether this device has the memory, as far as the browser tells. */
  readonly fit: 'likely' | 'perhaps' | 'hardly';
  /** Settings that the paper used with this very model. */
  readonly preset: Sampling | null;
}

/** What of a model is on this machine. */
export interface Kept {
  readonly state: 'none' | 'part' | 'whole';
  readonly bytes: number;
}

/** The models that can be had, and those that are here already. */
export interface Shelf {
  /** Best first. */
  offers(): Promise<readonly Offer[]>;
  kept(spec: ModelSpec): Promise<Kept>;
  /** Deletes the files of a model from this browser. */
  remove(spec: ModelSpec): Promise<void>;
}
