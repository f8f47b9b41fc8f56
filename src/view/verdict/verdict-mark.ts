import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Pair } from '../../reward/rubric/score.ts';
import type { IconName } from '../icon.ts';
import { icon } from '../icon.ts';
import { say } from '../text/current.ts';

const SIGNS: Readonly<Record<Pair['value'], IconName>> = {
  yes: 'right',
  no: 'wrong',
  unreadable: 'unclear',
  missing: 'none',
};

/** A verdict by its glyph and its word; `running` says that a missing one may still come. */
export const verdictMark = (value: Pair['value'], running = false): TemplateResult =>
  html`<span class="value ${value}">${icon(SIGNS[value])}${verdictWord(value, running)}</span>`;

export const verdictWord = (value: Pair['value'], running = false): string =>
  value === 'missing' && !running ? say.rubric.notJudged : say.rubric.values[value];
