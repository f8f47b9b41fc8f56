import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { GroupView } from './group-state.ts';
import { icon } from './icon.ts';
import { controls, headings } from './style/controls.ts';
import { faultText } from './text/faults.ts';
import { say } from './text/current.ts';
import { answerOf } from './votes.ts';

/** The one reconciled reference as it is written, what it was written from, and its prompt. */
@customElement('cat-synthesis-panel')
export class SynthesisPanel extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;

  static override styles = [
    controls,
    headings,
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
        height: 10.5rem;
        margin: var(--space-2) 0;
        overflow: hidden auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        font-size: var(--text-m);
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .text.live {
        display: flex;
        flex-direction: column-reverse;
      }
      .empty {
        color: var(--chalk-ink);
        font-style: italic;
      }
      .answer {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        min-height: 2.25rem;
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
        font-size: var(--text-xs);
        color: var(--chalk-ink);
      }
      .plan li {
        display: inline;
      }
      .plan li + li::before {
        content: ' · ';
      }
      details {
        font-size: var(--text-xs);
        color: var(--chalk-ink);
      }
      summary {
        width: max-content;
        max-width: 100%;
        padding: var(--space-1) 0;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 0.2em;
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
      .caret {
        display: inline-block;
        width: 0.45em;
        height: 1em;
        margin-left: 0.1em;
        vertical-align: -0.1em;
        background: var(--chalk-edge);
        animation: blink 1s steps(2, jump-none) infinite;
      }
      @keyframes blink {
        to {
          opacity: 0;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const group = this.group;
    const sighted = group?.recipe.questionVisible === true;
    return html`<section aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">3</span>
        <h2 id="heading">${say.synthesis.heading}</h2>
        <p>${sighted ? say.synthesis.sighted : say.synthesis.blind}</p>
      </div>
      ${this.#text()}
      <p class="answer">${this.#answer()}</p>
      <ul class="plan">
        ${this.#plan().map((line) => html`<li>${line}</li>`)}
      </ul>
      ${this.#prompt()}
    </section>`;
  }

  #text(): TemplateResult {
    const synthesis = this.group?.synthesis;
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
    ><div>${synthesis.text}${live ? html`<span class="caret"></span>` : nothing}${
      why === null ? nothing : html`<p class="warn">${why.what} ${why.remedy}</p>`
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
      return html`<span class="mark warn">${icon(name)}${say.rollouts.stops[synthesis.stop]}</span>`;
    }
    if (synthesis.reading === null) return nothing;
    const answer = answerOf(synthesis.reading);
    if (answer === null) return html`${say.synthesis.absent}`;
    return html`<span class="mark">${icon('synthesis')}${say.synthesis.answer}</span>
      <strong>${answer}</strong>`;
  }

  /** Nothing is shortened or left out silently. */
  #plan(): string[] {
    const plan = this.group?.plan;
    if (!plan || !this.group) return [];
    const all = plan.omitted.length === 0;
    const lines = [
      all ? say.synthesis.readAll(plan.order.length) : say.synthesis.read(plan.order.length),
      plan.questionVisible ? say.synthesis.shown : say.synthesis.hidden,
    ];
    if (plan.shortened.length > 0) lines.push(say.synthesis.shortened(plan.shortened));
    for (const why of ['empty', 'fault', 'no-room'] as const) {
      const indices = plan.omitted.filter((part) => part.why === why).map((part) => part.index);
      if (indices.length > 0) lines.push(say.synthesis.omitted[why](indices));
    }
    return lines;
  }

  #prompt(): TemplateResult | typeof nothing {
    const group = this.group;
    if (!group?.plan) return html`<p class="plan"></p>`;
    const { prompts } = group.recipe;
    const sent = group.plan.questionVisible ? prompts.synthesiseWithQuestion : prompts.synthesise;
    return html`<details>
      <summary>${say.synthesis.prompt}</summary>
      <pre tabindex="0">${sent}</pre>
      <p>
        ${say.synthesis.order(group.plan.order)} ${say.synthesis.promptTokens(group.plan.promptTokens)}.
      </p>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-synthesis-panel': SynthesisPanel;
  }
}
