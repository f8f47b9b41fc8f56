import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Evaluation } from '../../group/group.ts';
import type { Question } from '../../question/question.ts';
import type { Equality } from '../../reward/maths/reading.ts';
import { votesChart } from '../chart/votes.ts';
import type { GroupView } from '../group-state.ts';
import type { IconName } from '../icon.ts';
import { icon } from '../icon.ts';
import { openStrip } from './open-strip.ts';
import { answerColours, controls, headings } from '../style/controls.ts';
import { verdictStyle } from '../style/verdict.ts';
import { votesStyle } from '../style/votes.ts';
import { say } from '../text/current.ts';
import { factsOf, truthOf } from './verdict-facts.ts';
import { toneOf, verdictOf } from './verdict.ts';
import type { AnswerRow } from './votes.ts';
import { answerOf, answerRows, shownRows } from './votes.ts';

const SIGNS: Readonly<Record<ReturnType<typeof toneOf>, IconName>> = {
  won: 'synthesis',
  right: 'right',
  wrong: 'wrong',
  plain: 'votes',
};

/** Majority, synthesis and truth beside each other, the votes as bars, and one plain sentence. */
@customElement('cat-verdict-strip')
export class VerdictStrip extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;
  @property() kind: Question['kind'] = 'verifiable';

  static override styles = [controls, headings, answerColours, votesStyle, verdictStyle];

  override render(): TemplateResult {
    if (this.kind === 'open') return openStrip(this.group);
    const group = this.group;
    const evaluation = group?.evaluation ?? null;
    if (group === null || evaluation === null) {
      return html`<section class="sheet" aria-labelledby="heading">
        <div class="heading">
          <span class="step" aria-hidden="true">4</span>
          <h2 id="heading">${say.verdict.heading}</h2>
        </div>
        <p class="sentence empty">${this.#waiting()}</p>
        ${this.#tiles(group, null)}
      </section>`;
    }
    const verdict = verdictOf(evaluation);
    const tone = toneOf(verdict);
    return html`<section class="sheet" data-tone=${tone} aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">4</span>
        <h2 id="heading" class="headline">
          <span class="heard">${say.verdict.heading}:</span>${say.verdict.headline(verdict)}
          ${icon(SIGNS[tone])}
        </h2>
      </div>
      <p class="sentence">${say.verdict.sentence(verdict, factsOf(group, evaluation))}</p>
      ${this.#tiles(group, evaluation)} ${this.#chart(group, evaluation)}
    </section>`;
  }

  #waiting(): string {
    if (this.group === null) return say.verdict.empty;
    return this.group.status === 'running' ? say.verdict.waiting : say.verdict.none;
  }

  /** There before there is anything to say, so that they announce what comes. */
  #tiles(group: GroupView | null, evaluation: Evaluation | null): TemplateResult {
    const { majority, truth } = evaluation ?? {};
    const known = group === null ? '' : truthOf(group);
    const votes = majority ? say.verdict.votes(majority.votes, majority.voters) : null;
    const none = evaluation === null ? '–' : say.verdict.noAnswer;
    const unknown = group === null ? '–' : say.verdict.unknown;
    return html`<dl class="tiles">
      <div class="tile">
        <dt>${say.verdict.majority}</dt>
        <dd>${value(answerOf(majority?.reading), none)} ${judged(truth?.majority)}${votes}</dd>
      </div>
      <div class="tile ${evaluation === null ? '' : 'reference'}">
        <dt>${icon('synthesis')}${say.verdict.synthesis}</dt>
        <dd>${value(answerOf(evaluation?.synthesis), none)} ${judged(truth?.synthesis)}</dd>
      </div>
      <div class="tile">
        <dt>${say.verdict.truth}</dt>
        <dd>${value(known === '' ? null : known, unknown)}</dd>
      </div>
    </dl>`;
  }

  #chart(group: GroupView, evaluation: Evaluation): TemplateResult {
    const all = answerRows(evaluation, group.question);
    const rows = shownRows(all);
    const left = all.filter((row) => !rows.includes(row));
    const { majorityEqualCompute: equal } = evaluation;
    return html`<figure>
      ${votesChart({ rows, voters: sum(all), label: spoken(all) })}
      <figcaption>
        ${evaluation.synthesis.kind === 'absent'
          ? nothing
          : html`<span class="mark synthesis">
              ${icon('synthesis')}${say.verdict.legendSynthesis}
            </span>`}
        ${truthOf(group) === ''
          ? nothing
          : html`<span class="mark right">${icon('right')}${say.verdict.legendTruth}</span>`}
        ${left.length === 0
          ? nothing
          : html`<span>${say.verdict.others(left.length, sum(left))}</span>`}
        ${equal === null
          ? nothing
          : html`<span>
              ${say.verdict.equalCompute(answerOf(equal.reading) ?? '', equal.votes, equal.voters)}
            </span>`}
      </figcaption>
    </figure>`;
  }
}

const value = (answer: string | null, none: string): TemplateResult =>
  answer === null
    ? html`<span class="none">${none}</span>`
    : html`<b title=${answer}>${answer}</b>`;

function judged(equality: Equality | undefined): TemplateResult | typeof nothing {
  if (equality === undefined) return nothing;
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
