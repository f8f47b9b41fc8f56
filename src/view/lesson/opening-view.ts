/** What stands in the place of answers while there are none: a recorded run, and the ways from and to it. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Recording } from '../../recording/recording.ts';
import { icon } from '../icon.ts';
import { played } from '../text/recording.ts';
import './recorded.ts';

/** As the controller gets them, in one file with what they draw. */
export interface OpeningView {
  readonly stageView: typeof stageView;
  readonly wayBack: typeof wayBack;
}

export interface Stage {
  readonly recording: Recording;
  /** There are answers of this visit, which it hides. */
  readonly own: boolean;
  /** Asks its question. */
  readonly take: () => void;
  readonly giveWay: () => void;
}

export const stageView = ({ recording, own, take, giveWay }: Stage): TemplateResult =>
  html`<cat-recorded .recording=${recording} playing>
    <p slot="tools">
      <button class="small" type="button" @click=${take}>${icon('ask')}${played.take}</button>
      ${own
        ? html`<button class="small" type="button" @click=${giveWay}>${played.own}</button>`
        : nothing}
    </p>
  </cat-recorded>`;

/** Above a person's own answers. */
export const wayBack = (show: () => void): TemplateResult =>
  html`<p class="way-back">
    <button class="small" type="button" @click=${show}>${icon('ask')}${played.show}</button>
  </p>`;
