/** How to come by another model: by its address, or from those compiled for the GPU. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Fault } from '../base/fault.ts';
import type { Shelf } from '../engine/webllm/offer.ts';
import './model-ggufs.ts';
import './model-loader.ts';
import './model-shelf.ts';

export interface ModelChoice {
  /** A load is under way or a run is: nothing can be loaded now. */
  readonly busy: boolean;
  /** The model of the page, to go back to. */
  readonly home: string | null;
  readonly shelf: Shelf | null;
  readonly noGpu: Fault | null;
}

export const modelChoice = ({ busy, home, shelf, noGpu }: ModelChoice): TemplateResult =>
  html`<cat-model-loader .busy=${busy} .home=${home} .shelf=${shelf}></cat-model-loader
    ><cat-model-ggufs .busy=${busy}></cat-model-ggufs>${shelf === null
      ? nothing
      : html`<cat-model-shelf .shelf=${shelf} .noGpu=${noGpu} .busy=${busy}></cat-model-shelf>`}`;
