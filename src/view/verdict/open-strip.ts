/** The verdict of an open question, where the votes stand of one with a final answer. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { mean } from '../../stats/mean.ts';
import { decimals } from '../format.ts';
import type { GroupView } from '../group-state.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { counts, rubricView } from '../rubric/rubric-view.ts';
import type { RubricView } from '../rubric/rubric-view.ts';
import { say } from '../text/current.ts';
import { openSentence, openVerdict } from './verdict-open.ts';
import type { OpenVerdict } from './verdict-open.ts';

export function openStrip(group: GroupView | null): TemplateResult {
  const view = group && rubricView(group);
  const verdict = openVerdict(view?.scores?.rewards ?? []);
  const words = say.rubric.verdict;
  const headline = verdict === null ? say.verdict.heading : words.headline(verdict.mean);
  return html`<section class="sheet" data-tone="plain" aria-labelledby="heading">
    <div class="heading">
      <span class="step" aria-hidden="true">4</span>
      <h2 id="heading" class=${verdict === null ? '' : 'headline'}>${headline}</h2>
    </div>
    ${verdict === null || group === null
      ? html`<p class="sentence empty">${waiting(group)}</p>`
      : html`<p class="sentence">${openSentence(group)}</p>`}
    ${tiles(view, verdict)} ${givenLine(view)}
  </section>`;
}

function waiting(group: GroupView | null): string {
  if (group === null) return say.rubric.verdict.empty;
  if (group.assessing !== null) return say.rubric.verdict.judging;
  if (group.status === 'running') return say.rubric.verdict.waiting;
  return say.rubric.verdict.none;
}

const tiles = (view: RubricView | null, verdict: OpenVerdict | null): TemplateResult => {
  const words = say.rubric.verdict;
  const own = view?.rubric.criteria.filter((one) => counts(one) && one.source !== 'given');
  const criteria = own?.length ?? null;
  const [best = 0, ...others] = verdict?.best ?? [];
  return html`<dl class="tiles">
    <div class="tile">
      <dt>${words.mean}</dt>
      <dd>${value(verdict === null ? null : decimals(verdict.mean))}</dd>
    </div>
    <div class="tile ${verdict === null ? '' : 'reference'}">
      <dt>${words.best}</dt>
      <dd>
        ${verdict === null
          ? value(null)
          : html`<b>${decimals(verdict.most)}</b>
              <button
                class="bare"
                type="button"
                @click=${(event: Event) => intend(event.target as Element, 'cat-show', best)}
              >
                ${say.rollouts.label(best)}</button
              >${others.length === 0 ? nothing : words.andOthers(others.length)}`}
      </dd>
    </div>
    <div class="tile">
      <dt>${words.criteria}</dt>
      <dd>
        ${value(criteria === null ? null : String(criteria))}
        ${view === null ? nothing : html`<span>${readable(view)}</span>`}
      </dd>
    </div>
  </dl>`;
};

/** Of verdicts that were never given there is nothing to say but that. */
const readable = ({ totals: { yes, no, unreadable } }: RubricView): string =>
  yes + no + unreadable === 0 ? say.rubric.verdict.notJudged : say.rubric.verdict.unreadable(unreadable);

/** The data set's own score stands beside CaT's, and is another figure. */
function givenLine(view: RubricView | null): TemplateResult | typeof nothing {
  const { given, givenSynthesis } = view?.scores ?? {};
  if (given === undefined) return nothing;
  const average = mean(given.filter((score) => score !== null));
  const parts = [
    ...(average === null ? [] : [say.rubric.verdict.givenMean(decimals(average))]),
    ...(typeof givenSynthesis === 'number'
      ? [say.rubric.verdict.givenSynthesis(decimals(givenSynthesis))]
      : []),
  ];
  if (parts.length === 0) return nothing;
  return html`<p class="given s">${icon('known')} ${say.rubric.verdict.given(parts)}</p>`;
}

const value = (text: string | null): TemplateResult =>
  text === null ? html`<span class="none">${say.rubric.nothing}</span>` : html`<b>${text}</b>`;
