/** How to come by another model: by its address, or from those compiled for the GPU. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Fault } from '../../base/fault.ts';
import type { Shelf } from '../../engine/webllm/offer.ts';
import { latePart } from '../late-part.ts';
import { say } from '../text/current.ts';

export interface ModelChoice {
  /** A load is under way or a run is: nothing can be loaded now. */
  readonly busy: boolean;
  /** The model of the page, to go back to. */
  readonly home: string | null;
  readonly shelf: Shelf | null;
  readonly noGpu: Fault | null;
  readonly loadAs: LoadAs;
  readonly choose: (part: LoadAs) => void;
}

/** The next model answers and reconciles, or judges open questions. */
export type LoadAs = 'policy' | 'judge';

const PARTS: readonly LoadAs[] = ['policy', 'judge'];

const needWays = latePart(() => import('./model-ways.ts'));

export function modelChoice(choice: ModelChoice): TemplateResult {
  const { busy, home, shelf, noGpu, loadAs, choose } = choice;
  needWays();
  return html`<label class="load-as"
      ><span>${say.loadAs.label}</span
      ><select
        @change=${(event: Event) => {
          const part = PARTS.find((name) => name === (event.target as HTMLSelectElement).value);
          if (part !== undefined) choose(part);
        }}
        ?disabled=${busy}
      >
        ${PARTS.map(
          (part) =>
            html`<option .value=${part} .selected=${live(part === loadAs)}>
              ${say.loadAs[part]}
            </option>`,
        )}
      </select></label
    ><cat-model-loader .busy=${busy} .home=${home} .shelf=${shelf}></cat-model-loader
    ><cat-server-model .busy=${busy}></cat-server-model
    ><cat-model-ggufs .busy=${busy}></cat-model-ggufs>${shelf === null
      ? nothing
      : html`<cat-model-shelf .shelf=${shelf} .noGpu=${noGpu} .busy=${busy}></cat-model-shelf>`}`;
}
