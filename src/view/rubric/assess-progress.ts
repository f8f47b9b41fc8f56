/** How far the calls after the synthesis have come, and how long the rest takes. */
import type { TemplateResult } from 'lit';
import { css, html } from 'lit';
import type { Assessing } from '../group-state.ts';
import { icon } from '../icon.ts';
import { secondsLeft } from './seconds-left.ts';
import { progressBar } from '../style/progress.ts';
import { say } from '../text/current.ts';

export const assessProgress = (
  assessing: Assessing,
  label: string,
  text: string,
  stop: () => void,
): TemplateResult => {
  const left = secondsLeft(assessing);
  const time = left === null ? say.rubric.progress.timing : say.rubric.progress.left(left);
  return html`<div class="assessing">
    <span class="xs"><strong>${text}</strong> <span class="soft">${time}</span></span>
    <button class="small" type="button" @click=${stop}>
      ${icon('stop')}${say.rubric.progress.stop}
    </button>
    <progress aria-label=${label} max=${assessing.total} .value=${assessing.done}></progress>
  </div>`;
};

export const assessStyle = css`
  ${progressBar}
  .assessing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    max-width: 30rem;
  }
  .assessing progress {
    grid-column: 1 / -1;
  }
`;
