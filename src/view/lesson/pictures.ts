/** The picture beside the sentences of a step: one that the page has, of the recorded group. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Evaluation, Group } from '../../group/group.ts';
import { rubricOf } from '../../run/evidence.ts';
import type { Explained } from '../synthesis/explain-controller.ts';
import '../synthesis/explain-steps.ts';
import { votesChart } from '../chart/votes.ts';
import { count, decimals } from '../format.ts';
import type { GroupView } from '../group-state.ts';
import { disc } from '../icon.ts';
import { tell } from '../text/lessons.ts';
import { say } from '../text/current.ts';
import { answerOf, answerRows, badges } from '../verdict/votes.ts';
import { BUNDLED } from '../written-in.ts';

/** Bars of the rollouts' answers; `judged` says which one is known to be right. */
export function votesPicture(group: Group, evaluation: Evaluation, judged: boolean): TemplateResult {
  const rows = answerRows(evaluation, group.question)
    // What the synthesis says is not told before its time.
    .map((row) => ({ ...row, synthesis: false, truth: judged && row.truth }))
    .filter((row) => row.votes > 0 || row.truth);
  const voters = rows.reduce((sum, { votes }) => sum + votes, 0);
  const spoken = rows.map((row) =>
    say.verdict.row(row.answer, row.votes, row.truth ? [say.verdict.legendTruth] : []),
  );
  return html`<figure>
    <figcaption>${tell.votes}</figcaption>
    ${votesChart({ rows, voters, label: `${tell.votes}. ${spoken.join('; ')}.` })}
  </figure>`;
}

/** The synthesis step by step with its marks. */
export const marksPicture = (group: GroupView, explained: Explained): TemplateResult =>
  html`<cat-explain-steps .group=${group} .explained=${explained}></cat-explain-steps>`;

/** What the answers are judged by. */
export const criteriaPicture = ({ evidence }: Group): TemplateResult =>
  html`<figure>
    <figcaption>${tell.criteria}</figcaption>
    <ol class="criteria" lang=${BUNDLED}>
      ${rubricOf(evidence)?.criteria.map(({ text }) => html`<li>${text}</li>`)}
    </ol>
  </figure>`;

/** What each rollout says, earns, and by how much that is above or below the mean. */
export function rewardsPicture(evaluation: Evaluation, isOpen: boolean): TemplateResult {
  const letters = badges(evaluation);
  const words = tell.rewards;
  return html`<ol class="rewards" aria-label=${words.label}>
    ${evaluation.rewards.map((earned, index) => {
      // Of an open question, one that nobody judged has none.
      const reward = evaluation.rubric === undefined ? earned : (evaluation.rubric.rewards[index] ?? null);
      const advantage = evaluation.advantages[index] ?? null;
      const badge = letters[index] ?? null;
      return html`<li data-answer=${badge?.colour ?? nothing}>
        <span class="xs soft">${words.rollout(index)}</span>
        ${isOpen
          ? nothing
          : html`<span class="answer"
              >${badge === null ? nothing : html`<span class="letter">${badge.letter}</span>`}
              ${answerOf(evaluation.readings[index]) ?? words.none}</span
            >`}
        <span class="mark">${disc(reward ?? 0)}${words.reward(told(reward, isOpen ? decimals : count))}</span>
        <span class="xs soft">${words.advantage(told(advantage, decimals))}</span>
      </li>`;
    })}
  </ol>`;
}

const told = (value: number | null, as: (value: number) => string): string =>
  value === null ? say.rubric.nothing : as(value);
