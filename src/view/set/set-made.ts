import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Level } from '../../question/world/level.ts';
import { DEFAULT_LEVEL, isLevel, LEVEL_NAMES } from '../../run/world.ts';
import { controls } from '../style/controls.ts';
import { setsStyle } from '../style/sets.ts';
import { say } from '../text/current.ts';
import { tell } from '../text/sets.ts';
import { SEED_RANGE, wholeWithin } from './choice.ts';
import { numberField } from './number-field.ts';
import { want } from './want.ts';

/** Where the page itself has it, from the page's own address on. */
const COMPETITION = 'sets/competition.jsonl';

/** Fewest and most that are made at once. */
const COUNTS = { problems: { low: 1, high: 10_000 }, notes: { low: 1, high: 1000 } } as const;

type Made = keyof typeof COUNTS;

/** Sets that are made here or come with the page. */
@customElement('cat-set-made')
export class SetMade extends LitElement {
  @state() private level: Level = DEFAULT_LEVEL;
  /** As typed. */
  @state() private counts: Readonly<Record<Made, string>> = { problems: '100', notes: '30' };
  @state() private seeds: Readonly<Record<Made, string>> = { problems: '5', notes: '5' };

  static override styles = [controls, setsStyle];

  override render(): TemplateResult {
    const words = tell.ready;
    return html`<section class="part" aria-labelledby="heading">
      <h3 id="heading">${words.heading}</h3>
      <p class="soft">${words.text}</p>
      <div class="field sheet-line">
        <h4>${words.problems}</h4>
        <p class="soft">${words.problemsHint}</p>
        <form class="row" novalidate @submit=${this.#problems}>
          <label class="field">
            ${words.level}
            <select id="level" @change=${this.#levelled}>
              ${LEVEL_NAMES.map(
                (level) =>
                  html`<option .value=${level} .selected=${live(level === this.level)}>
                    ${say.question.levels[level]}
                  </option>`,
              )}
            </select>
          </label>
          ${this.#numbers('problems')}
          <button type="submit" ?disabled=${this.#read('problems') === null}>${words.makeProblems}</button>
        </form>
      </div>
      <div class="field sheet-line">
        <h4>${words.notes}</h4>
        <p class="soft">${words.notesHint}</p>
        <form class="row" novalidate @submit=${this.#notes}>
          ${this.#numbers('notes')}
          <button type="submit" ?disabled=${this.#read('notes') === null}>${words.makeNotes}</button>
        </form>
      </div>
      <div class="field sheet-line">
        <h4>${words.competition}</h4>
        <p class="soft">${words.competitionHint}</p>
        <div class="row">
          <button type="button" @click=${this.#competition}>${words.takeCompetition}</button>
        </div>
      </div>
    </section>`;
  }

  #numbers(made: Made): TemplateResult[] {
    const { low, high } = COUNTS[made];
    const words = tell.ready;
    return [
      numberField({
        ...{ id: `${made}-count`, label: words.count, low, high, typed: this.counts[made] },
        input: (text) => (this.counts = { ...this.counts, [made]: text }),
      }),
      numberField({
        ...{ id: `${made}-seed`, label: words.seed, ...SEED_RANGE, typed: this.seeds[made] },
        input: (text) => (this.seeds = { ...this.seeds, [made]: text }),
      }),
    ];
  }

  /** Null where a number is not one. */
  #read(made: Made): { readonly count: number; readonly seed: number } | null {
    const { low, high } = COUNTS[made];
    const count = wholeWithin(this.counts[made], low, high);
    const seed = wholeWithin(this.seeds[made], SEED_RANGE.low, SEED_RANGE.high);
    return count === null || seed === null ? null : { count, seed };
  }

  #levelled(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (isLevel(value)) this.level = value;
  }

  #problems(event: Event): void {
    event.preventDefault();
    const numbers = this.#read('problems');
    if (numbers === null) return;
    const { level } = this;
    const name = tell.ready.problemsName(level, numbers.count, numbers.seed);
    want(this, { kind: 'problems', name, level, ...numbers });
  }

  #notes(event: Event): void {
    event.preventDefault();
    const numbers = this.#read('notes');
    if (numbers === null) return;
    want(this, { kind: 'notes', name: tell.ready.notesName(numbers.count, numbers.seed), ...numbers });
  }

  #competition(): void {
    const url = new URL(COMPETITION, document.baseURI).href;
    want(this, { kind: 'address', name: tell.ready.competition, url });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-made': SetMade;
  }
}
