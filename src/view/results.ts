/** What came of a question: answers, synthesis and verdict, and below them what was asked besides. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Question } from '../question/question.ts';
import type { Explained } from './synthesis/explain-controller.ts';
import type { GroupView } from './group-state.ts';
import { latePart } from './late-part.ts';
import type { Part } from './part.ts';
import type { JudgeState } from './rubric/judge-controller.ts';
import './rollout/rollout-grid.ts';
import './synthesis/synthesis-panel.ts';
import './verdict/verdict-strip.ts';

export interface Results {
  /** The group of the question as it stands. */
  readonly shown: GroupView | null;
  readonly kind: Question['kind'];
  /** G, while there is no group. */
  readonly places: number;
  readonly running: boolean;
  readonly judge: JudgeState;
  /** Null before the synthesis can be explained. */
  readonly explained: Explained | null;
  /** All of them, unless given. */
  readonly parts?: ReadonlySet<Part>;
}

/** What open questions are judged by comes with the first of them. */
const needRubric = latePart(() => import('./rubric/rubric-panel.ts'));
/** The ways to one answer, once there is something to compare. */
const needMethods = latePart(() => import('./methods/methods-table.ts'));

export function results({
  shown,
  kind,
  places,
  running,
  judge,
  explained,
  parts,
}: Results): TemplateResult {
  const has = (part: Part): boolean => parts?.has(part) ?? true;
  const hasRubric = kind === 'open' && has('rubric');
  if (hasRubric) needRubric();
  if (has('methods') && (shown?.evaluation ?? shown?.assessing)) needMethods();
  const hasSide = has('synthesis') || has('verdict');
  return html`<div class="work ${has('rollouts') && hasSide ? '' : 'alone'}">
      ${has('rollouts')
        ? html`<cat-rollout-grid
            .group=${shown}
            .places=${places}
            .kind=${kind}
            .rewarded=${has('rewards')}
            .stands=${explained?.stands ?? []}
          ></cat-rollout-grid>`
        : nothing}
      ${hasSide
        ? html`<div class="side">
            ${has('synthesis')
              ? html`<cat-synthesis-panel .group=${shown} .explained=${explained}></cat-synthesis-panel>`
              : nothing}
            ${has('verdict')
              ? html`<cat-verdict-strip .group=${shown} .kind=${kind}></cat-verdict-strip>`
              : nothing}
          </div>`
        : nothing}
    </div>
    ${hasRubric
      ? html`<cat-rubric-panel
          .group=${shown}
          .running=${running}
          .judge=${judge}
          .rewarded=${has('rewards')}
        ></cat-rubric-panel>`
      : nothing}
    ${has('methods') ? html`<cat-methods-table .group=${shown}></cat-methods-table>` : nothing}`;
}
