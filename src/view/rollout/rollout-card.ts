import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Equality } from '../../reward/maths/reading.ts';
import type { Stand } from '../synthesis/explain-controller.ts';
import { quoted, standMark } from '../synthesis/explain-stand.ts';
import { decimals } from '../format.ts';
import type { RolloutView } from '../group-state.ts';
import { disc, icon } from '../icon.ts';
import { prose } from '../markdown/prose.ts';
import { showInBox } from '../show-in-box.ts';
import { caret } from '../style/caret.ts';
import { answerColours, controls } from '../style/controls.ts';
import { proseStyle } from '../style/prose.ts';
import { standStyle } from '../style/stand.ts';
import { faultText } from '../text/faults.ts';
import { say } from '../text/current.ts';
import { languageTag } from '../text/language.ts';
import type { Badge } from '../verdict/votes.ts';
import { answerOf } from '../verdict/votes.ts';
import type { Written } from '../written-in.ts';

/** One rollout: its text as it streams, and below it the answer, its reward and its numbers. */
@customElement('cat-rollout-card')
export class RolloutCard extends LitElement {
  /** Null before there is a question: the card then keeps its place. */
  @property({ attribute: false }) rollout: RolloutView | null = null;
  @property({ type: Number }) index = 0;
  /** Letter and colour that all equal answers share. */
  @property({ attribute: false }) badge: Badge | null = null;
  /** 0 to 1 once there is a synthesis to compare with; 1 or 0 unless the question is open. */
  @property({ attribute: false }) reward: number | null = null;
  /** Against the known truth, where there is one. */
  @property({ attribute: false }) equality: Equality | null = null;
  /** The longest answer allowed, in tokens. */
  @property({ type: Number }) limit = 0;
  /** Sampled for voting at equal compute only. */
  @property({ type: Boolean }) extra = false;
  @property({ type: Boolean }) running = false;
  /** The question has no final answer: the text is not read for one. */
  @property({ type: Boolean }) open = false;
  /** What it is to the selected step of the synthesis. */
  @property({ attribute: false }) stand: Stand | null = null;
  /** The language that it is written in. */
  @property() written: Written = '';
  /** One of many: units give way to their numbers. */
  @property({ type: Boolean, reflect: true }) dense = false;

  static override styles = [
    controls,
    answerColours,
    caret,
    proseStyle,
    standStyle,
    css`
      :host {
        contain: strict;
        container-type: inline-size;
        min-height: 0;
        min-width: 0;
      }
      .card {
        display: grid;
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        height: 100%;
        overflow: hidden;
        border-top: 4px solid var(--answer, var(--line));
      }
      .card.empty {
        border-style: dashed;
        border-width: 1px;
        border-top-width: 4px;
        background: transparent;
        box-shadow: none;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
        min-height: 1.75rem;
        padding: var(--space-1) var(--space-2) 0;
        color: var(--ink-soft);
        font-size: var(--text-xs);
        line-height: 1.5rem;
      }
      .head strong {
        color: var(--ink);
        font-weight: 650;
      }
      .text {
        overflow: hidden auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        padding: 0 var(--space-2) var(--space-2);
        font-size: var(--text-s);
        line-height: 1.4;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      @container (min-width: 26rem) {
        .text {
          padding: var(--space-1) var(--space-3) var(--space-3);
          font-size: var(--text-m);
          line-height: 1.5;
        }
      }
      /* Rows in reverse keep the newest line in sight without any script that scrolls. */
      .text.live {
        display: flex;
        flex-direction: column-reverse;
      }
      .text.live > div {
        margin-bottom: auto;
      }
      .text:focus-visible {
        outline-offset: -2px;
      }
      .foot {
        padding: var(--space-1) var(--space-2);
        border-top: 1px solid var(--line);
        background: var(--well);
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-2);
        min-height: 1.75rem;
        min-width: 0;
      }
      .answer {
        display: flex;
        align-items: center;
        gap: 0.4em;
        min-width: 0;
        font-family: var(--font-book);
        font-size: var(--text-l);
        font-weight: 600;
        line-height: 1.2;
      }
      .answer .letter {
        font-family: var(--font-text);
        font-size: var(--text-xs);
      }
      .answer .value {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .answer.absent {
        font-family: var(--font-text);
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--ink-soft);
      }
      .reward {
        flex: none;
        font-size: var(--text-xs);
      }
      .reward.one {
        color: var(--chalk-ink);
        background: var(--chalk);
        border: 1px solid var(--chalk-edge);
        border-radius: 1em;
        padding: 0 0.5em;
        font-weight: 600;
      }
      .reward.zero {
        color: var(--ink-soft);
        padding: 0 0.5em;
        border: 1px solid transparent;
      }
      .numbers {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-2);
        min-height: 1.25rem;
        color: var(--ink-soft);
        font-size: var(--text-xs);
        line-height: 1.25rem;
        white-space: nowrap;
      }
      :host([dense]) .unit {
        position: absolute;
        overflow: hidden;
        width: 1px;
        height: 1px;
        clip-path: inset(50%);
      }
      :host([dense]) .answer {
        font-size: var(--text-m);
      }
      @container (max-width: 15rem) {
        .unit {
          position: absolute;
          overflow: hidden;
          width: 1px;
          height: 1px;
          clip-path: inset(50%);
        }
      }
      .why {
        padding-top: var(--space-2);
      }
    `,
  ];

  /** Into view, with the focus on its text, where it has one. */
  show(): void {
    this.scrollIntoView({ block: 'nearest' });
    // Seen by whoever pressed a button with the mouse, too; the type of the standard lags behind.
    const options = { focusVisible: true } as FocusOptions;
    this.renderRoot.querySelector<HTMLElement>('.text[tabindex]')?.focus(options);
  }

  override render(): TemplateResult {
    const rollout = this.rollout;
    return html`<article
      class="card sheet ${rollout === null ? 'empty' : ''}"
      data-answer=${this.badge?.colour ?? nothing}
      data-stand=${this.stand?.kind ?? nothing}
      aria-label=${say.rollouts.label(this.index)}
    >
      <div class="head">
        <span
          ><strong>${this.index + 1}</strong>${this.extra
            ? html` · <span title=${say.rollouts.extraWhy}>${say.rollouts.extra}</span>`
            : nothing}</span
        >
        ${standMark(this.stand)} ${this.#state()}
      </div>
      ${this.#text()}
      <div class="foot">
        <div class="line">${this.#answer()} ${this.#reward()}</div>
        <div class="numbers">${this.#numbers()}</div>
      </div>
    </article>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const quote = this.renderRoot.querySelector('mark');
    if (changed.has('stand') && quote !== null) showInBox(quote);
  }

  /** Right or wrong where that is known, else how the writing stands. */
  #state(): TemplateResult | typeof nothing {
    const rollout = this.rollout;
    if (rollout === null) return nothing;
    if (rollout.stop === null) {
      if (!this.running) return html`<span>${say.rollouts.stops.aborted}</span>`;
      return html`<span>${rollout.text === '' ? say.rollouts.queued : say.rollouts.writing}</span>`;
    }
    if (rollout.stop === 'length') {
      const why = say.rollouts.cutWhy(this.limit);
      return html`<span class="mark warn" title=${why}
        >${icon('cut')}${say.rollouts.stops.length}</span
      >`;
    }
    if (rollout.stop !== 'end') {
      const name = rollout.stop === 'fault' ? 'warn' : 'stop';
      return html`<span class="mark warn">${icon(name)}${say.rollouts.stops[rollout.stop]}</span>`;
    }
    if (this.equality === 'equal') {
      return html`<span class="mark right">${icon('right')}${say.rollouts.right}</span>`;
    }
    if (this.equality === 'different') {
      return html`<span class="mark wrong">${icon('wrong')}${say.rollouts.wrong}</span>`;
    }
    return this.equality === 'undecided' ? html`<span>${say.rollouts.undecided}</span>` : nothing;
  }

  #text(): TemplateResult {
    const rollout = this.rollout;
    if (rollout === null) return html`<div class="text"></div>`;
    const live = this.running && rollout.stop === null;
    const writes = live && rollout.text !== '';
    const why = rollout.fault === null ? null : faultText(rollout.fault);
    return html`<div
      class="text ${live ? 'live' : ''}"
      role="group"
      tabindex=${rollout.text === '' ? nothing : 0}
      aria-label=${say.rollouts.text(this.index)}
    ><div dir="auto" lang=${this.written}>${prose(rollout.text, { mark: quoted(this.stand) })}${writes ? html`<span class="caret"></span>` : nothing}${
      why === null
        ? nothing
        : html`<p class="why warn" lang=${languageTag()}>${why.what} ${why.why} ${why.remedy}</p>`
    }</div></div>`;
  }

  #answer(): TemplateResult {
    const { rollout, badge } = this;
    // An empty place, so that the reward beside it stays at its end of the line.
    if (this.open || rollout === null || rollout.stop === null || rollout.reading === null) {
      return html`<span></span>`;
    }
    const answer = answerOf(rollout.reading);
    if (answer === null) return html`<span class="answer absent">${say.rollouts.absent}</span>`;
    return html`<span class="answer" title=${answer}
      >${badge === null ? nothing : html`<span class="letter">${badge.letter}</span>`}<span
        class="value"
        >${answer}</span
      ></span
    >`;
  }

  #reward(): TemplateResult | typeof nothing {
    const reward = this.reward;
    if (reward === null) return nothing;
    const one = reward === 1;
    const why = this.open ? say.rollouts.fractionWhy : say.rollouts.rewardWhy(reward);
    const value = this.open ? decimals(reward) : reward;
    return html`<span class="reward mark ${one ? 'one' : 'zero'}" title=${why}
      >${this.open ? disc(reward) : icon(one ? 'one' : 'zero')}<span class="unit">${say.rollouts.reward} </span>${value}</span
    >`;
  }

  #numbers(): TemplateResult | typeof nothing {
    const rollout = this.rollout;
    if (rollout === null || rollout.tokens === 0) return nothing;
    const mean = rollout.logprob === null ? null : rollout.logprob / rollout.tokens;
    return html`<span>${say.rollouts.tokens(rollout.tokens)}</span>
      ${mean === null
        ? nothing
        : html`<span title=${say.rollouts.logprobWhy}
            >${decimals(mean)}<span class="unit"> ${say.rollouts.logprob}</span></span
          >`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-rollout-card': RolloutCard;
  }
}
