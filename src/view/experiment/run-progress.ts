import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ExperimentSummary } from '../../run/experiments.ts';
import { controls } from '../style/controls.ts';
import { progressBar } from '../style/progress.ts';
import { tell } from '../text/experiments.ts';
import type { InFlight } from './live-run.ts';
import { runAction, runState } from './run-actions.ts';
import { sharedStyle } from './style/shared.ts';

/** How far a run is, what is in flight, and what can be done about it. */
@customElement('cat-run-progress')
export class RunProgressBar extends LitElement {
  @property({ attribute: false }) row: ExperimentSummary | null = null;
  /** Null where nobody knows it yet. */
  @property({ attribute: false }) secondsLeft: number | null = null;
  @property({ attribute: false }) inFlight: readonly InFlight[] = [];

  static override styles = [
    controls,
    progressBar,
    sharedStyle,
    css`
      .mark {
        font-size: var(--text-s);
        font-weight: 650;
      }
      .flight li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      .flight .question {
        overflow: hidden;
        font-family: var(--font-book);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media print {
        progress,
        .soft,
        .flight {
          display: none;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { row } = this;
    if (row === null) return nothing;
    const { planned, done, missed, state } = row;
    const words = tell.progress;
    const text = words.text(done, planned);
    return html`<div class="bar">
        ${runState(row)} <span class="s">${text}</span>
        ${missed > 0 ? html`<span class="s warn">${tell.list.missed(missed)}</span>` : nothing}
        ${this.#note(state)}
        <span class="bar far">${runAction(this, row, true)}</span>
      </div>
      ${state === 'done'
        ? nothing
        : html`<progress
            aria-label=${words.label}
            aria-valuetext=${text}
            max=${planned}
            .value=${done}
          ></progress>`}
      ${state === 'here' && this.inFlight.length > 0 ? this.#flight() : nothing}`;
  }

  #note(state: ExperimentSummary['state']): TemplateResult | typeof nothing {
    const words = tell.progress;
    const soft = (text: string): TemplateResult => html`<span class="s soft">${text}</span>`;
    if (state === 'elsewhere') return soft(tell.actions.takeOverHint);
    if (state === 'paused') return soft(words.paused);
    if (state !== 'here') return nothing;
    return soft(this.secondsLeft === null ? words.leftUnknown : words.left(this.secondsLeft));
  }

  #flight(): TemplateResult {
    const words = tell.progress;
    return html`<ul class="flight" aria-label=${words.inFlight}>
      ${this.inFlight.map(
        ({ question, stage, ended, rollouts }) =>
          html`<li>
            <span class="question">${question}</span>
            <span>${stage === 'sampling' ? words.sampling(ended, rollouts) : words[stage]}</span>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-progress': RunProgressBar;
  }
}
