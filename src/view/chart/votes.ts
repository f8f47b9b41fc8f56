/**
 * Votes by answer as horizontal bars: numbers in, SVG template out. The synthesis's answer is
 * banded and carries a diamond, the known answer a tick; an answer that nobody voted for has a row
 * without a bar, which is how a synthesis that beats every rollout looks.
 */
import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { AnswerRow } from '../verdict/votes.ts';

export interface VotesChart {
  readonly rows: readonly AnswerRow[];
  /** Rollouts that voted: the length of a full bar. */
  readonly voters: number;
  /** What is read out instead of the drawing. */
  readonly label: string;
}

const ROW = 28;
/** In per cent of the width: where answers end and bars begin, and where a full bar ends. */
const BAR = 30;
const FULL = 48;

export function votesChart({ rows, voters, label }: VotesChart): TemplateResult {
  const height = rows.length * ROW;
  return html`<svg class="votes" role="img" aria-label=${label} width="100%" height=${height}>
    ${rows.map((row, at) => oneRow(row, at * ROW, voters))}
  </svg>`;
}

function oneRow(row: AnswerRow, y: number, voters: number): TemplateResult {
  const share = voters === 0 ? 0 : row.votes / voters;
  const width = share * FULL;
  return svg`<svg y=${y} width="100%" height=${ROW} data-answer=${row.colour ?? nothing}>
    ${row.synthesis ? BAND : nothing}
    ${row.letter === null ? nothing : letter(row.letter)}
    <text class="answer" x="36" y="19">${short(row.answer)}</text>
    <rect class="track" x=${`${BAR}%`} y="9" width=${`${FULL}%`} height="10" rx="2" />
    <rect class="bar" x=${`${BAR}%`} y="9" width=${`${width}%`} height="10" rx="2" />
    <text class="count" x=${`${BAR + FULL + 6.5}%`} y="19" text-anchor="end">${row.votes}</text>
    ${row.synthesis ? mark('90.5%', 'synthesis') : nothing}
    ${row.truth ? mark('96.5%', 'truth') : nothing}
  </svg>`;
}

const BAND = svg`<rect class="band" x="0.5" y="1.5" width="99.7%" height=${ROW - 3} rx="4" />`;

const letter = (text: string): TemplateResult => svg`
  <rect class="badge" x="7" y="5" width=${text.length > 1 ? 24 : 18} height="18" rx="4" />
  <text class="badge-text" x=${text.length > 1 ? 19 : 16} y="18.2" text-anchor="middle">
    ${text}
  </text>`;

/** Nested, so that a place in per cent takes shapes in pixels. */
const mark = (x: string, name: 'synthesis' | 'truth'): TemplateResult => svg`
  <svg x=${x} y="14" overflow="visible" class=${name}>
    <path d=${name === 'synthesis' ? 'M0 -6.5L6.5 0 0 6.5 -6.5 0z' : 'M-5.5 0.5l4 4 7.5 -9'} />
  </svg>`;

/** Answers are nearly always a few characters; a long one keeps its beginning. */
const short = (answer: string): string => (answer.length > 9 ? `${answer.slice(0, 8)}…` : answer);
