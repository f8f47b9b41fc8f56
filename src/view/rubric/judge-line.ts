/** Who judged what is shown, and who would judge next where that is somebody else. */
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { Recipe } from '../../group/recipe.ts';
import type { LoadProgress } from '../../engine/model.ts';
import type { JudgeState } from './judge-controller.ts';
import { judgesItself } from '../../run/judging.ts';
import { leavesNote } from '../model/leaves-note.ts';
import { say } from '../text/current.ts';

export interface JudgeLine {
  /** Of what is shown; null before there is anything. */
  readonly recipe: Recipe | null;
  readonly judge: JudgeState;
  readonly busy: boolean;
  /** Ends the load under way, or lets go of the judge. */
  readonly cancel: () => void;
}

export const judgeLine = ({ recipe, judge, busy, cancel }: JudgeLine): TemplateResult => {
  const words = say.rubric.judges;
  const self = recipe === null ? judge.kind === 'none' : judgesItself(recipe);
  return html`<p class="s judge">
    ${self
      ? html`<strong>${words.self}</strong> <span class="soft">${words.selfWhy}</span>`
      : nothing}
    ${self || recipe === null
      ? nothing
      : html`<strong>${words.independent(recipe.judge.model)}</strong>`}
    ${next({ recipe, judge, busy, cancel })}
  </p>`;
};

function next({ recipe, judge, busy, cancel }: JudgeLine): TemplateResult | typeof nothing {
  const words = say.rubric.judges;
  switch (judge.kind) {
    case 'none':
      return nothing;
    case 'loading':
      return html`<span class="next" role="status"
          >${words.loading(judge.model)} <span class="soft">${stage(judge.progress)}</span></span
        >
        <button class="small" type="button" @click=${cancel}>${words.cancel}</button>`;
    case 'ready': {
      const same = recipe?.judge.revision === judge.model.revision;
      return html`${same
          ? nothing
          : html`<span class="next" role="status">${words.ready(judge.model.spec.id)}</span>`}
        <button class="small" type="button" ?disabled=${busy} @click=${cancel}>
          ${words.unload(judge.model.spec.id)}
        </button>
        ${leavesNote(judge.model)}`;
    }
    default:
      return judge satisfies never;
  }
}

function stage(progress: LoadProgress): string {
  switch (progress.stage) {
    case 'fetch':
      return say.model.bytes(progress.bytes, progress.totalBytes);
    case 'start':
      return say.model.starting;
    case 'calibrate':
      return say.model.calibrating;
    default:
      return progress satisfies never;
  }
}

export const judgeStyle = css`
  .judge {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    overflow-wrap: anywhere;
  }
`;
