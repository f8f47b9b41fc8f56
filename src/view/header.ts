/** The head of the page: what it is, and the model that it has. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Fault } from '../base/fault.ts';
import { icon, logo } from './icon.ts';
import './model/model-status.ts';
import './missing-parts.ts';
import './offline/update-note.ts';
import type { Place } from './place.ts';
import { roomOf } from './place.ts';
import type { Hideable } from '../share/link.ts';
import { placeLinks } from './place-links.ts';
import type { ModelState, RunProgress } from './state.ts';
import { say } from './text/current.ts';

export interface Header {
  readonly model: ModelState;
  /** What "load" would load; empty where the page has no model of its own. */
  readonly bundled: string;
  readonly home: string | null;
  readonly noGpu: Fault | null;
  readonly place: Place;
  readonly run: RunProgress | null;
  /** Something runs, or a model is being loaded. */
  readonly busy: boolean;
  readonly openSettings: () => void;
  /** Left out on a prepared page. */
  readonly hides: (what: Hideable) => boolean;
}

export const header = ({
  model,
  bundled,
  home,
  noGpu,
  place,
  run,
  busy,
  openSettings,
  hides,
}: Header): TemplateResult =>
  html`<header class="head">
    <div class="name">
      ${logo}
      <h1>${say.title}<small>${say.subtitle}</small></h1>
    </div>
    <div class="where">
      ${placeLinks(place, run, hides)}
      ${roomOf(place) === 'question' ? html`<p class="claim">${say.claim}</p>` : nothing}
    </div>
    <div class="tools">
      <cat-model-status
        .model=${model}
        .bundled=${bundled}
        .home=${home}
        .noGpu=${noGpu}
      ></cat-model-status>
      ${hides('settings')
        ? nothing
        : html`<button type="button" aria-haspopup="dialog" @click=${openSettings}>
            ${icon('settings')}${say.settings.open}
          </button>`}
    </div>
  </header>
    <cat-missing-parts></cat-missing-parts>
    <cat-update-note ?busy=${busy}></cat-update-note>`;
