/** Models that a person may choose from, and what is known of them before anything is fetched. */
import type { Fault } from '../../base/fault.ts';
import type { Result } from '../../base/result.ts';
import type { DownloadSize } from '../download-size.ts';
import type { ModelSpec } from '../model.ts';
import type { Sampling } from '../sample.ts';
import type { Preflight } from './device.ts';

export interface Offer {
  /** Without what the files' names add: `Llama-3.2-1B-Instruct`. */
  readonly name: string;
  readonly spec: ModelSpec;
  /** Graphics memory that it takes, in MB (2^20 bytes), as its makers say. */
  readonly memoryMb: number;
  /** What its files may take, before their list was fetched. */
  readonly about: About;
  readonly contextTokens: number;
  readonly licence: string;
  /** Whether this device has the memory, as far as the browser tells. */
  readonly fit: 'likely' | 'perhaps' | 'hardly';
  /** Settings that the paper used with this very model. */
  readonly preset: Sampling | null;
}

/** A guess in bytes, and what it was made from: parameters at so many bits each, or the memory. */
export type About =
  | { readonly bytes: number; readonly basis: 'memory' }
  | {
      readonly bytes: number;
      readonly basis: 'name';
      readonly parameters: number;
      readonly bits: number;
    };

/**
 * What of a model is on this machine. `whole`: every file is here as it came, by name; `checked`:
 * and every one of them was read again and held to its digest since.
 */
export interface Kept {
  readonly state: 'none' | 'part' | 'whole' | 'checked';
  readonly bytes: number;
}

export interface CheckProgress {
  readonly bytes: number;
  /** As far as the sizes are known. */
  readonly totalBytes: number;
  readonly done: number;
  readonly files: number;
}

/** One file that was read again, and what that showed. */
export interface CheckedFile {
  readonly name: string;
  /**
   * `digest`: it is as it came, or as the model's list says; `size`: nothing but its length could be
   * compared, `unknown`: not even that; `changed`: it is not as it was; `missing`: it is not here.
   */
  readonly state: 'digest' | 'size' | 'unknown' | 'changed' | 'missing';
  /** As the list says, else as it is here; null where neither tells. */
  readonly bytes: number | null;
}

/** The models that can be had, and those that are here already. */
export interface Shelf {
  readonly preflight: Preflight;
  /** Best first. */
  offers(): Promise<readonly Offer[]>;
  kept(spec: ModelSpec): Promise<Kept>;
  /**
   * Fetches the model's lists, which are small, and adds up what is still to come. Its hosts must be
   * confirmed: `host-refused` otherwise; `model-missing` or `model-corrupt` where a list cannot be had.
   */
  size(spec: ModelSpec, signal?: AbortSignal): Promise<Result<DownloadSize, Fault>>;
  /**
   * Reads every file of a model that is here again and compares it with the digest that its list
   * gives, or that was recorded when it came. Asks no host. Null where `signal` ended it.
   */
  check(spec: ModelSpec, options?: CheckOptions): Promise<readonly CheckedFile[] | null>;
  /** Deletes the files of a model from this browser: all, or those with these names. */
  remove(spec: ModelSpec, names?: readonly string[]): Promise<void>;
}

export interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
}
