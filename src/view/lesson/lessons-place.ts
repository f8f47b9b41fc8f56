import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Place } from '../place.ts';
import { addressOf, roomOf } from '../place.ts';
import { answerColours, controls } from '../style/controls.ts';
import { lessonStyle } from '../style/lesson.ts';
import { titleStyle } from '../style/title.ts';
import { votesStyle } from '../style/votes.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { LESSONS } from './lessons.ts';
import type { Lesson } from './lessons.ts';
import type { Live } from './live.ts';
import { lessonView, stepAt } from './lesson-view.ts';
import { overview } from './overview.ts';
import type { Guess } from './predict-form.ts';
import { noGuess } from './predict-form.ts';
import { TapesController } from './tapes-controller.ts';

/** The part of the page that teaches: the list of lessons, or one step of one. */
@customElement('cat-lessons')
export class LessonsPlace extends LitElement {
  @property({ attribute: false }) place: Place = { kind: 'lessons' };
  /** Null while another part of the page is looked at. */
  @property({ attribute: false }) live: Live | null = null;

  /** By the address of the step; for this visit alone. */
  @state() private guesses: ReadonlyMap<string, Guess> = new Map();
  /** Step of the synthesis that a person has selected in the picture; undefined before. */
  @state() private pointed: number | null | undefined;
  @query('.here') private heading!: HTMLElement | null;
  @query('.outcome') private outcome!: HTMLElement | null;

  /** Set before the element is connected, by tests. */
  static fetch: ConstructorParameters<typeof TapesController>[1];
  readonly #tapes = new TapesController(this, LessonsPlace.fetch);

  static override styles = [controls, answerColours, votesStyle, titleStyle, lessonStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
    fetchAhead();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place')) this.pointed = undefined;
  }

  /** Who goes to another step begins to read at its heading; the first one comes with the page. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('place');
    if (before === undefined || addressOf(before) === addressOf(this.place)) return;
    if (roomOf(this.place) !== 'lessons' || roomOf(before) !== 'lessons') return;
    this.heading?.focus();
    this.heading?.scrollIntoView({ block: 'center' });
  }

  override render(): TemplateResult | typeof nothing {
    const { place } = this;
    const lesson = this.#lesson();
    if (place.kind === 'lessons' || (place.kind === 'lesson' && lesson === null)) {
      return overview((id) => this.#tapes.of(id));
    }
    if (place.kind !== 'lesson' || lesson === null) return nothing;
    const guess = this.guesses.get(addressOf(place)) ?? noGuess;
    return lessonView({
      number: place.lesson,
      step: stepAt(lesson, place.step),
      told: this.#tapes.of(lesson.id),
      again: () => void this.#tapes.load(lesson.id),
      guess,
      choose: (key) => this.#guess({ ...guess, key }),
      reveal: () => void this.#reveal(guess),
      pointed: this.pointed,
      point: (step) => (this.pointed = step),
      live: this.live,
    });
  }

  #lesson(): (typeof LESSONS)[number] | null {
    return this.place.kind === 'lesson' ? (LESSONS[this.place.lesson - 1] ?? null) : null;
  }

  #guess(guess: Guess): void {
    this.guesses = new Map(this.guesses).set(addressOf(this.place), guess);
  }

  /** The button is gone then: what it has brought gets the focus, and is read. */
  async #reveal(guess: Guess): Promise<void> {
    this.#guess({ ...guess, revealed: true });
    await this.updateComplete;
    this.outcome?.focus();
  }

  /** On and back, unless the keys belong to what has the focus. */
  readonly #key = (event: KeyboardEvent): void => {
    const { place, live } = this;
    const lesson: Lesson | null = this.#lesson();
    if (place.kind !== 'lesson' || lesson === null || live === null || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isControl(event)) return;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    if (by === undefined) return;
    const step = stepAt(lesson, place.step) + by;
    if (step < 1 || step > lesson.steps.length) return;
    event.preventDefault();
    location.hash = addressOf({ ...place, step });
  };
}

const CONTROLS = 'a[href], button, input, select, textarea, summary, dialog, [tabindex="0"], [contenteditable]';

const isControl = (event: Event): boolean =>
  event.composedPath().some((one) => one instanceof Element && one.matches(CONTROLS));

declare global {
  interface HTMLElementTagNameMap {
    'cat-lessons': LessonsPlace;
  }
}
