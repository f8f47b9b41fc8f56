import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Explained } from './explain-controller.ts';
import './explain-steps.ts';
import type { GroupView } from '../group-state.ts';
import { icon } from '../icon.ts';
import { prose } from '../markdown/prose.ts';
import { caret } from '../style/caret.ts';
import { controls, headings } from '../style/controls.ts';
import { proseStyle } from '../style/prose.ts';
import { faultText } from '../text/faults.ts';
import { say } from '../text/current.ts';
import { languageTag } from '../text/language.ts';
import { leftOut } from '../text/left-out.ts';
import { answerOf } from '../verdict/votes.ts';
import { writtenIn } from '../written-in.ts';

/** The one reconciled reference as it is written, what it was written from, and its prompt. */
@customElement('cat-synthesis-panel')
export class SynthesisPanel extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;
  /** Takes the place of the plain text once there is one. */
  @property({ attribute: false }) explained: Explained | null = null;

  static override styles = [
    controls,
    headings,
    caret,
    proseStyle,
    css`
      .heading {
        color: var(--chalk-ink);
      }
      .heading p {
        color: inherit;
      }
      .heading .step {
        border-color: currentColor;
      }
      section {
        display: flex;
        flex-direction: column;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--chalk-edge);
        border-radius: var(--round);
        background: var(--chalk);
        color: var(--ink);
      }
      .text {
        /* As the steps that take its place. */
        min-height: 8.25rem;
        max-height: 16rem;
        margin: var(--space-1) 0;
        overflow: hidden auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        font-size: var(--text-m);
        line-height: 1.45;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .text.live {
        display: flex;
        flex-direction: column-reverse;
        height: 8.25rem;
      }
      .text.live > div {
        margin-bottom: auto;
      }
      section.idle {
        border-style: dashed;
        background: transparent;
      }
      .empty {
        color: var(--chalk-ink);
        font-family: var(--font-book);
        font-style: italic;
      }
      .answer {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        min-height: 2.125rem;
        color: var(--chalk-ink);
        font-size: var(--text-s);
      }
      .answer strong {
        color: var(--ink);
        font-family: var(--font-book);
        font-size: var(--text-xl);
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .plan {
        min-height: 1.25rem;
        color: var(--chalk-ink);
        font-size: var(--text-xs);
        line-height: 1.25rem;
      }
      .left-out {
        font-weight: 600;
      }
      summary {
        width: max-content;
        max-width: 100%;
        cursor: pointer;
      }
      pre {
        max-height: 12rem;
        margin: var(--space-1) 0;
        padding: var(--space-2);
        overflow: auto;
        border: 1px solid var(--chalk-edge);
        border-radius: var(--round-s);
        background: var(--sheet);
        color: var(--ink);
        font: inherit;
        font-family: var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render(): TemplateResult {
    const group = this.group;
    const sighted = group?.recipe.questionVisible === true;
    const idle = !group?.plan && !group?.synthesis;
    return html`<section class=${idle ? 'idle' : ''} aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">3</span>
        <h2 id="heading">${say.synthesis.heading}</h2>
        <p>${sighted ? say.synthesis.sighted : say.synthesis.blind}</p>
      </div>
      ${this.#text()}
      <p class="answer">${this.#answer()}</p>
      ${this.#plan()}
    </section>`;
  }

  #text(): TemplateResult {
    const synthesis = this.group?.synthesis;
    if (this.explained !== null) {
      return html`<cat-explain-steps
        .group=${this.group}
        .explained=${this.explained}
      ></cat-explain-steps>`;
    }
    if (!synthesis || (synthesis.text === '' && synthesis.fault === null)) {
      return html`<div class="text"><p class="empty">${this.#waiting()}</p></div>`;
    }
    const live = this.group?.status === 'running' && synthesis.stop === null;
    const why = synthesis.fault === null ? null : faultText(synthesis.fault);
    return html`<div
      class="text ${live ? 'live' : ''}"
      role="group"
      tabindex="0"
      aria-label=${say.synthesis.label}
    ><div dir="auto" lang=${writtenIn(this.group?.recipe.anchor)}>${prose(synthesis.text)}${live ? html`<span class="caret"></span>` : nothing}${
      why === null ? nothing : html`<p class="warn" lang=${languageTag()}>${why.what} ${why.remedy}</p>`
    }</div></div>`;
  }

  #waiting(): string {
    const group = this.group;
    if (group === null) return say.synthesis.empty;
    if (group.status === 'stopped') return say.synthesis.stopped;
    if (group.status !== 'running') return say.synthesis.failed;
    return group.plan === null ? say.synthesis.waiting : say.synthesis.reading;
  }

  #answer(): TemplateResult | typeof nothing {
    const synthesis = this.group?.synthesis;
    if (!synthesis || synthesis.stop === null) return nothing;
    if (synthesis.stop === 'length' || synthesis.stop === 'aborted') {
      const name = synthesis.stop === 'length' ? 'cut' : 'stop';
      const ended = say.rollouts.stops[synthesis.stop];
      return html`<span class="mark warn">${icon(name)}${ended}</span>`;
    }
    if (synthesis.reading === null || this.group?.question.kind === 'open') return nothing;
    const answer = answerOf(synthesis.reading);
    if (answer === null) return html`${say.synthesis.absent}`;
    return html`<span class="mark">${icon('synthesis')}${say.synthesis.answer}</span>
      <strong>${answer}</strong>`;
  }

  /** Nothing is shortened or left out silently. */
  #plan(): TemplateResult {
    const group = this.group;
    const plan = group?.plan;
    if (!group || !plan) return html`<p class="plan"></p>`;
    const { prompts } = group.recipe;
    const sent = plan.questionVisible ? prompts.synthesiseWithQuestion : prompts.synthesise;
    const read = plan.omitted.length === 0 ? say.synthesis.readAll : say.synthesis.read;
    const parts = [
      read(plan.order.length),
      plan.questionVisible ? say.synthesis.shown : say.synthesis.hidden,
      say.synthesis.prompt,
    ];
    return html`<details class="plan">
        <summary>${parts.join(' · ')}</summary>
        <pre tabindex="0" dir="auto" lang=${writtenIn(group.recipe.anchor)}>${sent}</pre>
        <p>${say.synthesis.order(plan.order)} ${say.synthesis.promptTokens(plan.promptTokens)}.</p>
      </details>
      ${leftOut(plan).map((line) => html`<p class="plan left-out">${icon('cut')} ${line}</p>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-synthesis-panel': SynthesisPanel;
  }
}
