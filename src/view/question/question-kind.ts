/** The choice between the two kinds of question, and what the open one costs and needs. */
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question } from '../../question/question.ts';
import { criteriaCalls } from '../../run/criteria-calls.ts';
import { icon } from '../icon.ts';
import { say } from '../text/current.ts';

type Kind = Question['kind'];

const KINDS: readonly Kind[] = ['verifiable', 'open'];

/** Two radio buttons side by side: one stop for Tab, arrow keys between them. */
export const kindChoice = (
  kind: Kind,
  busy: boolean,
  choose: (kind: Kind) => void,
): TemplateResult => html`<fieldset class="kinds" ?disabled=${busy} aria-describedby="kind-note">
  <legend class="heard">${say.question.kind.legend}</legend>
  ${KINDS.map(
    (name) =>
      html`<label class="kind"
        ><input
          type="radio"
          name="kind"
          .value=${name}
          .checked=${live(kind === name)}
          @change=${() => choose(name)}
        />${say.question.kind.names[name]}</label
      >`,
  )}
</fieldset>`;

export interface KindNote {
  /** G, and how often each pair is judged. */
  readonly group: number;
  readonly repeats: number;
  /** Of the whole question, by earlier ones; null where nobody knows. */
  readonly seconds: number | null;
  /** The model that was not taught open questions, or null. */
  readonly untaught: string | null;
  readonly choose: () => void;
}

export const kindNote = ({ group, repeats, seconds, untaught, choose }: KindNote): TemplateResult => {
  const { from, to } = criteriaCalls(group, repeats);
  return html`<p id="kind-note" class="kind-note">
    ${untaught === null
      ? nothing
      : html`<span class="mark warn">${icon('warn')}</span>
          <strong class="warn">${say.question.kind.untaught(untaught)}</strong>
          <button class="bare" type="button" @click=${choose}>${say.question.kind.remedy}</button>`}
    <span class="soft"
      >${say.question.kind.cost(from, to)} ${seconds === null ? nothing : say.question.kind.time(seconds)}</span
    >
  </p>`;
};

export const kindStyle = css`
  .kinds {
    display: inline-flex;
    min-width: 0;
    margin-inline-start: var(--space-2);
    border: 1px solid var(--edge);
    border-radius: var(--round-s);
    background: var(--sheet);
    font-size: var(--text-s);
  }
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 1.625rem;
    padding: 0 var(--space-2);
    white-space: nowrap;
    cursor: pointer;
  }
  .kind + .kind {
    border-inline-start: 1px solid var(--line);
  }
  .kind input {
    width: 0.875rem;
    height: 0.875rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--act);
  }
  .kind:has(:checked) {
    font-weight: 650;
  }
  .kinds:disabled .kind {
    color: var(--ink-soft);
    cursor: not-allowed;
  }
  .kind-note {
    margin-top: var(--space-2);
    font-size: var(--text-xs);
  }
`;
