/** What can be done with a run as it stands: go on with it, pause it, take it from another tab. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { RunId } from '../../base/id.ts';
import type { ExperimentSummary } from '../../run/experiments.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { tell } from '../text/experiments.ts';

export function runAction(from: EventTarget, row: ExperimentSummary, primary = false): TemplateResult | typeof nothing {
  const { run, state, missed } = row;
  const words = tell.actions;
  const button = (what: string, sign: 'ask' | 'stop' | 'another', act: () => void): TemplateResult =>
    html`<button
      class=${primary ? 'primary' : 'small'}
      type="button"
      aria-label=${words.label(what, run.name)}
      @click=${act}
    >
      ${icon(sign)}${what}
    </button>`;
  const resume = (takeOver: boolean) => (): void =>
    intend(from, 'cat-run-resume', { run: run.id, takeOver });
  switch (state) {
    case 'here':
      return button(words.pause, 'stop', () => intend(from, 'cat-run-pause', null));
    case 'paused':
      return button(words.resume, 'ask', resume(false));
    case 'elsewhere':
      return button(words.takeOver, 'another', resume(true));
    case 'done':
      return missed > 0 ? button(words.again, 'another', resume(false)) : nothing;
    default:
      return state satisfies never;
  }
}

export const removeAction = (from: EventTarget, { id, name }: ExperimentSummary['run']): TemplateResult =>
  html`<button
    class="small plain"
    type="button"
    title=${tell.list.remove}
    aria-label=${tell.list.removeLabel(name)}
    @click=${() => intend(from, 'cat-remove', { run: id })}
  >
    ${icon('remove')}
  </button>`;

/** The state by sign and word. */
export function runState({ state }: ExperimentSummary): TemplateResult {
  const sign = { done: 'right', paused: 'stop', here: 'ask', elsewhere: 'same' } as const;
  return html`<span class="mark ${state === 'done' ? 'right' : ''}"
    >${icon(sign[state])}${tell.list.states[state]}</span
  >`;
}

/** The run with what is going on in this tab: the list knows of that only when it is read anew. */
export function nowOf(
  row: ExperimentSummary,
  now: { readonly id: RunId; readonly done: number; readonly missed: number } | null,
): ExperimentSummary {
  if (now?.id === row.run.id) return { ...row, state: 'here', done: now.done, missed: now.missed };
  if (row.state !== 'here') return row;
  return { ...row, state: row.done + row.missed < row.planned ? 'paused' : 'done' };
}
