/** The list of lessons: what each shows and how long it takes; below it how far all of it goes. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { icon } from '../icon.ts';
import { addressOf } from '../place.ts';
import { tell } from '../text/lessons.ts';
import type { LessonId } from './lessons.ts';
import { LESSONS } from './lessons.ts';
import { sentence } from './sentence.ts';
import type { Fetched } from './tapes-controller.ts';

/** For one that reads a step, looks, and tries the question at the end. */
const STEPS_A_MINUTE = 3;

const minutes = (steps: number): number => Math.max(1, Math.round(steps / STEPS_A_MINUTE));

export function overview(of: (id: LessonId) => Fetched): TemplateResult {
  const told = LESSONS.map(({ id }) => of(id)).find((one) => typeof one === 'object');
  return html`<div class="title">
      <h2 class="here" tabindex="-1">${tell.heading}</h2>
      <p class="s soft">${tell.hint}</p>
    </div>
    <ol class="lessons">
      ${LESSONS.map(({ id, steps }, at) => {
        const { title, shows } = tell.lessons[id];
        return html`<li class="sheet">
          <p class="xs soft">${tell.lesson(at + 1)}</p>
          <h3>${title}</h3>
          <p>${shows}</p>
          ${of(id) === 'absent' ? html`<p class="xs soft">${tell.unrecorded}</p>` : html``}
          <p class="xs soft takes">${tell.takes(steps.length, minutes(steps.length))}</p>
          <a
            class="button"
            href=${addressOf({ kind: 'lesson', lesson: at + 1, step: 1 })}
            aria-label=${tell.begin(at + 1)}
            >${icon('ask')}${tell.beginShort}</a
          >
        </li>`;
      })}
    </ol>
    <section class="sheet far" aria-labelledby="far">
      <h3 id="far">${tell.limits.heading}</h3>
      ${[...tell.limits.nano(told?.facts.model ?? 'nano'), ...tell.limits.paper].map(sentence)}
    </section>
    <section class="sheet far" aria-labelledby="words">
      <h3 id="words">${tell.words}</h3>
      <dl class="words">
        ${Object.values(tell.glossary).map(
          ({ name, means }) => html`<div>
            <dt>${name}</dt>
            <dd>${means}</dd>
          </div>`,
        )}
      </dl>
    </section>`;
}
