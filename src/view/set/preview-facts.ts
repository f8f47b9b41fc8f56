/** What a preview tells, as templates: the format, what is wrong, the first questions. */
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { SetItem } from '../../question/set/item.ts';
import type { Preview } from '../../question/set/preview.ts';
import { icon } from '../icon.ts';
import { prose } from '../markdown/prose.ts';
import { faultText } from '../text/faults.ts';
import { tell } from '../text/sets.ts';
import { askedIn } from '../written-in.ts';

export const previewStyle = css`
  .faults {
    display: grid;
    gap: var(--space-1);
    padding: var(--space-3);
    border: 1px solid var(--wrong);
    border-radius: var(--round-s);
    background: var(--wrong-ground);
  }
  .faults ul {
    max-height: 14rem;
    overflow: hidden auto;
  }
  .sample {
    display: grid;
    gap: var(--space-2);
  }
  .sample li {
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
  }
  .text {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    font-family: var(--font-book);
    font-size: var(--text-m);
    white-space: pre-line;
  }
`;

export function formatLine({ format, faultCount }: Preview): TemplateResult | typeof nothing {
  if (format !== null) return html`<p class="soft">${tell.review.format(format)}</p>`;
  return faultCount === 0 ? nothing : html`<p class="soft">${tell.review.noFormat}</p>`;
}

/** Every fault by its line; that they are long is why the list scrolls, by keyboard too. */
export function faultList({ faults, faultCount }: Preview): TemplateResult | typeof nothing {
  if (faultCount === 0) return nothing;
  const more = faultCount - faults.length;
  return html`<div class="faults">
    <strong class="wrong">${icon('warn')} ${tell.review.faults(faultCount)}</strong>
    <ul tabindex="0" aria-label=${tell.review.faults(faultCount)}>
      ${faults.map((fault) => {
        const { what, why } = faultText(fault);
        return html`<li>${what} ${why}</li>`;
      })}
      ${more > 0 ? html`<li>${tell.review.moreFaults(more)}</li>` : nothing}
    </ul>
    <p>${tell.review.faultsRemedy}</p>
  </div>`;
}

export function sampleList({ sample, format }: Preview): TemplateResult | typeof nothing {
  if (sample.length === 0) return nothing;
  return html`<h4>${tell.review.sample(sample.length)}</h4>
    <ol class="sample">
      ${sample.map(({ line, item }) => {
        const place = format === null ? [] : [tell.review.line(line)];
        return html`<li>
          <div class="text" dir="auto" lang=${askedIn(item.question.text)}>${prose(item.question.text)}</div>
          <p class="soft xs">${[answerOf(item), ...labelsOf(item), ...place].join(' · ')}</p>
        </li>`;
      })}
    </ol>`;
}

function answerOf({ question }: SetItem): string {
  if (question.kind === 'verifiable') {
    return question.truth === undefined ? tell.review.unknown : tell.review.answer(question.truth);
  }
  const { rubric } = question;
  return rubric === undefined ? tell.review.open : tell.review.criteria(rubric.length);
}

const labelsOf = ({ subject, level, tags }: SetItem): string[] => [
  ...(subject === undefined ? [] : [subject]),
  ...(level === undefined ? [] : [tell.review.level(level)]),
  ...tags,
];
