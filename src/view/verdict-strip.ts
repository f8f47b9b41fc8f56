import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Evaluation } from '../group/group.ts';
import type { Equality } from '../reward/maths/reading.ts';
import { votesChart } from './chart/votes.ts';
import type { GroupView } from './group-state.ts';
import type { IconName } from './icon.ts';
import { icon } from './icon.ts';
import { answerColours, controls, headings } from './style/controls.ts';
import { verdictStyle } from './style/verdict.ts';
import { say } from './text/current.ts';
import { factsOf, truthOf } from './verdict-facts.ts';
import { toneOf, verdictOf } from './verdict.ts';
import type { AnswerRow } from './votes.ts';
import { answerOf, answerRows } from './votes.ts';

/** Rows drawn of their own; the rest is counted in one line. */
const MOST_ROWS = 5;

/** Majority, synthesis and truth beside each other, the votes as bars, and one plain sentence. */
@customElement('cat-verdict-strip')
export class VerdictStrip extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;

  static override styles = [controls, headings, answerColours, verdictStyle];

  override render(): TemplateResult {
    const group = this.group;
    const evaluation = group?.evaluation ?? null;
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">4</span>
        <h2 id="heading">${say.verdict.heading}</h2>
        <p>${say.verdict.hint}</p>
      </div>
      ${group === null || evaluation === null
        ? html`<p class="empty">${this.#waiting()}</p>`
        : [this.#headline(group, evaluation), this.#tiles(group, evaluation), this.#chart(group, evaluation)]}
    </section>`;
  }

  #waiting(): string {
    if (this.group === null) return say.verdict.empty;
    return this.group.status === 'running' ? say.verdict.waiting : say.verdict.none;
  }

  #headline(group: GroupView, evaluation: Evaluation): TemplateResult {
    const verdict = verdictOf(evaluation);
    const tone = toneOf(verdict);
    const names: Record<typeof tone, IconName> = {
      won: 'synthesis',
      right: 'right',
      wrong: 'wrong',
      plain: 'votes',
    };
    return html`<div class="headline ${tone}">
      <h3>${icon(names[tone])}<span>${say.verdict.headline(verdict)}</span></h3>
      <p>${say.verdict.sentence(verdict, factsOf(group, evaluation))}</p>
    </div>`;
  }

  #tiles(group: GroupView, evaluation: Evaluation): TemplateResult {
    const { majority, truth } = evaluation;
    const known = truthOf(group);
    const votes = majority && say.verdict.votes(majority.votes, majority.voters);
    return html`<dl class="tiles">
      ${tile('vote', 'votes', say.verdict.majority, answerOf(majority?.reading), truth?.majority, votes)}
      ${tile('reference', 'synthesis', say.verdict.synthesis, answerOf(evaluation.synthesis), truth?.synthesis, null)}
      <div class="tile ${known === '' ? 'unknown' : ''}">
        <dt>${icon('known')}${say.verdict.truth}</dt>
        <dd>${known === '' ? html`<span class="none">${say.verdict.unknown}</span>` : html`<b title=${known}>${known}</b>`}</dd>
      </div>
    </dl>`;
  }

  #chart(group: GroupView, evaluation: Evaluation): TemplateResult {
    const all = answerRows(evaluation, group.question);
    const rows = chosen(all);
    const left = all.filter((row) => !rows.includes(row));
    const rest = left.length === 0 ? null : say.verdict.others(left.length, sum(left));
    const { majorityEqualCompute: equal } = evaluation;
    return html`<figure>
      ${votesChart({ rows, voters: sum(all), label: spoken(all), rest })}
      <figcaption>
        <span class="mark synthesis">${icon('synthesis')}${say.verdict.legendSynthesis}</span>
        ${truthOf(group) === ''
          ? nothing
          : html`<span class="mark right">${icon('right')}${say.verdict.legendTruth}</span>`}
        ${equal === null
          ? nothing
          : html`<span>
              ${say.verdict.equalCompute(answerOf(equal.reading) ?? '', equal.votes, equal.voters)}
            </span>`}
      </figcaption>
    </figure>`;
  }
}

function tile(
  kind: string,
  name: IconName,
  label: string,
  answer: string | null,
  equality: Equality | undefined,
  note: string | null,
): TemplateResult {
  return html`<div class="tile ${kind} ${equality ?? ''}">
    <dt>${icon(name)}${label}</dt>
    <dd>
      ${answer === null ? html`<span class="none">${say.verdict.noAnswer}</span>` : html`<b title=${answer}>${answer}</b>`}
      ${equality === undefined ? nothing : judged(equality)}
      ${note === null ? nothing : html`<span class="note">${note}</span>`}
    </dd>
  </div>`;
}

function judged(equality: Equality): TemplateResult {
  switch (equality) {
    case 'equal':
      return html`<span class="mark right">${icon('right')}${say.verdict.right}</span>`;
    case 'different':
      return html`<span class="mark wrong">${icon('wrong')}${say.verdict.wrong}</span>`;
    case 'undecided':
      return html`<span class="mark">${say.verdict.undecided}</span>`;
    default:
      return equality satisfies never;
  }
}

/** The most voted rows, and always those of the synthesis and of the truth. */
function chosen(rows: readonly AnswerRow[]): AnswerRow[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const marked = rows.filter((row, at) => at >= MOST_ROWS && (row.synthesis || row.truth));
  return [...rows.slice(0, MOST_ROWS - marked.length), ...marked];
}

const spoken = (rows: readonly AnswerRow[]): string =>
  `${say.verdict.chart}. ${rows
    .map((row) => {
      const marks: string[] = [];
      if (row.synthesis) marks.push(say.verdict.legendSynthesis);
      if (row.truth) marks.push(say.verdict.legendTruth);
      return say.verdict.row(row.answer, row.votes, marks);
    })
    .join('; ')}.`;

const sum = (rows: readonly AnswerRow[]): number => rows.reduce((all, row) => all + row.votes, 0);

declare global {
  interface HTMLElementTagNameMap {
    'cat-verdict-strip': VerdictStrip;
  }
}
