/** One step of a lesson: its sentences, what is predicted, and the recording as the step has it. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icon } from '../icon.ts';
import { addressOf } from '../place.ts';
import type { StepWords } from '../text/lesson-words.ts';
import { tell } from '../text/lessons.ts';
import './lesson-try.ts';
import { LESSONS } from './lessons.ts';
import type { Lesson, LessonStep, Scene } from './lessons.ts';
import type { Live } from './live.ts';
import type { Guess } from './predict-form.ts';
import { predictForm } from './predict-form.ts';
import { sentence } from './sentence.ts';
import { asked, picture, stage } from './stage.ts';
import type { Fetched, Told } from './tapes-controller.ts';

export interface LessonState {
  /** From 1, as is the step. */
  readonly number: number;
  readonly step: number;
  readonly told: Fetched;
  readonly again: () => void;
  readonly guess: Guess;
  readonly choose: (key: string) => void;
  readonly reveal: () => void;
  readonly pointed: number | null | undefined;
  readonly point: (step: number | null) => void;
  readonly live: Live | null;
}

/** The step of this number; beyond the last one it is that. */
export const stepAt = ({ steps }: Lesson, step: number): number => Math.min(step, steps.length);

type AnyWords = Readonly<Record<string, StepWords>>;

export function lessonView(state: LessonState): TemplateResult | typeof nothing {
  const lesson = LESSONS[state.number - 1];
  const step: LessonStep | undefined = lesson?.steps[state.step - 1];
  if (lesson === undefined || step === undefined) return nothing;
  const words: AnyWords = tell.lessons[lesson.id].steps;
  const own = words[step.id];
  if (own === undefined) return nothing;
  const told = typeof state.told === 'object' ? state.told : null;
  // The live model and the limits have the step to themselves.
  const scene = step.kind === undefined ? sceneOf(step, state) : null;
  return html`<article class="lesson" aria-labelledby="title">
    <header>
      <p class="s"><a href=${addressOf({ kind: 'lessons' })}>${tell.all}</a></p>
      <h2 id="title"><span>${tell.lesson(state.number)}</span> ${tell.lessons[lesson.id].title}</h2>
      ${steps(lesson, state, words)}
    </header>
    <div class="columns">
      <div class="beside">
        <section class="sheet said" aria-labelledby="step">
          <h3 id="step" class="here" tabindex="-1">
            <span class="progress">${tell.step(state.step, lesson.steps.length)}</span>
            ${own.heading}
          </h3>
          ${sentences(own, state, step)} ${told === null ? nothing : exercise(told, state, step)}
          ${onward(lesson, state)}
        </section>
        ${scene?.picture === undefined || told === null ? nothing : asked(told)}
      </div>
      <div class="beside">
        ${state.told === 'absent' ? html`<p class="absent s">${tell.unrecorded}</p>` : nothing}
        ${told === null || scene === null
          ? nothing
          : scene.picture === undefined
            ? asked(told)
            : picture(told, scene, state)}
      </div>
    </div>
    ${below(lesson, step, state, told)}
  </article>`;
}

function steps(lesson: Lesson, { number, step }: LessonState, words: AnyWords): TemplateResult {
  return html`<nav aria-label=${tell.steps}>
    <ol class="steps">
      ${lesson.steps.map(({ id }, at) => {
        const here = at + 1 === step;
        const name = tell.toStep(at + 1, words[id]?.heading ?? '');
        return html`<li>
          <a
            href=${addressOf({ kind: 'lesson', lesson: number, step: at + 1 })}
            aria-current=${here ? 'step' : 'false'}
            aria-label=${name}
            >${at + 1}</a
          >
        </li>`;
      })}
    </ol>
  </nav>`;
}

function sentences(words: StepWords, { told, again, guess }: LessonState, step: LessonStep): unknown {
  switch (told) {
    case 'coming':
      return html`<p class="soft" role="status">${tell.coming}</p>`;
    case 'failed':
      return html`<div role="alert">
        <p>${tell.failed}</p>
        <button type="button" @click=${again}>${icon('another')}${tell.again}</button>
      </div>`;
    case 'absent':
      return (words.without ?? []).map(sentence);
    default: {
      const isAfter = step.predicts !== undefined && guess.revealed;
      return (isAfter ? (words.after ?? words.say) : words.say)(told.facts).map(sentence);
    }
  }
}

function exercise(
  { facts }: Told,
  { guess, choose, reveal }: LessonState,
  { predicts }: LessonStep,
): TemplateResult | typeof nothing {
  if (predicts === undefined) return nothing;
  return predictForm({ kind: predicts, facts, guess, choose, reveal });
}

function onward(lesson: Lesson, { number, step }: LessonState): TemplateResult {
  const to = (at: number): string => addressOf({ kind: 'lesson', lesson: number, step: at });
  const following = LESSONS[number];
  return html`<div class="onward">
    ${step > 1
      ? html`<a class="button" href=${to(step - 1)}>${tell.previous}</a>`
      : html`<a class="button" href=${addressOf({ kind: 'lessons' })}>${tell.all}</a>`}
    ${step < lesson.steps.length
      ? html`<a class="button primary" href=${to(step + 1)}>${tell.next}</a>`
      : html`<a
          class="button primary"
          href=${following === undefined
            ? addressOf({ kind: 'lessons' })
            : addressOf({ kind: 'lesson', lesson: number + 1, step: 1 })}
          >${following === undefined
            ? tell.all
            : tell.nextLesson(tell.lessons[following.id].title)}</a
        >`}
    <p class="xs soft keys">${tell.keys}</p>
  </div>`;
}

const sceneOf = ({ scene, reveals = scene }: LessonStep, { guess }: LessonState): Scene =>
  guess.revealed ? reveals : scene;

/** The recording as the step has it, and at the end the live model in its place. */
function below(
  lesson: (typeof LESSONS)[number],
  step: LessonStep,
  state: LessonState,
  told: Told | null,
): unknown {
  switch (step.kind) {
    case undefined:
      return told === null ? nothing : stage(told, sceneOf(step, state));
    case 'limits':
      return nothing;
    case 'try':
      // A question comes by itself where there is none of a recording.
      if (state.told === 'coming') return nothing;
      return html`<cat-lesson-try
        .given=${told?.recording.group.question ?? null}
        .kind=${lesson.id === 'rubric' ? 'open' : 'verifiable'}
        .level=${lesson.level}
        .parts=${step.scene.parts}
        .live=${state.live}
      ></cat-lesson-try>`;
    default:
      return step.kind satisfies never;
  }
}
