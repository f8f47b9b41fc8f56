/** What a method's choice stands on: the model's words, the order it read in, and the scores. */
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { Call, Selection } from '../../baseline/selection.ts';
import { say } from '../text/current.ts';

/** Whether there is anything to show. */
export const hasEvidence = ({ calls, scores: values }: Selection): boolean =>
  calls.length > 0 || values.length > 0;

export const methodEvidence = (selection: Selection): TemplateResult =>
  html`<div class="evidence">
    ${scores(selection)} ${selection.calls.map((call) => callOf(call, selection))}
  </div>`;

function scores({ scores: values, method, index }: Selection): TemplateResult | typeof nothing {
  if (values.length === 0) return nothing;
  const words = say.methods.evidence;
  return html`<div class="scores">
    <p>${words.scores}: <span class="soft">${words.scoreOf[method]}</span></p>
    <dl>
      ${values.map(
        (value, at) => html`<div class=${at === index ? 'chosen' : ''}>
          <dt><span class="heard">${words.rollout} </span>${at + 1}</dt>
          <dd>${words.value(value)}</dd>
        </div>`,
      )}
    </dl>
  </div>`;
}

function callOf(call: Call, { method }: Selection): TemplateResult {
  const words = say.methods.evidence;
  const last = call.order.at(-1);
  const each = method === 'judgeScore' || method === 'mutualPredictability';
  const facts = [
    ...(each && last !== undefined ? [words.about(last)] : []),
    words.cost(call.tokens, call.promptTokens, call.seconds),
    ...(call.stop === 'length' ? [words.cut] : []),
  ];
  return html`<section class="call">
    <p class="xs soft">${facts.join(' · ')}</p>
    ${call.order.length > 1 ? html`<p class="xs soft">${words.order(call.order)}</p>` : nothing}
    ${method === 'mutualPredictability'
      ? nothing
      : html`<pre tabindex="0" dir="auto" lang="">${call.text}</pre>`}
  </section>`;
}

export const evidenceStyle = css`
  .evidence {
    display: grid;
    gap: var(--space-2);
    max-width: 60rem;
    padding: var(--space-2) var(--space-3);
    white-space: normal;
  }
  .scores dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-top: var(--space-1);
  }
  .scores dl > div {
    min-width: 3.25rem;
    padding: 0 var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--round-s);
    text-align: center;
  }
  .scores .chosen {
    border-color: var(--ink);
    font-weight: 650;
  }
  .scores dt {
    color: var(--ink-soft);
    font-size: var(--text-xs);
  }
  * + .call {
    padding-top: var(--space-1);
    border-top: 1px solid var(--line);
  }
  .evidence pre {
    max-height: 10rem;
  }
`;
