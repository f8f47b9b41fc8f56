import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Recording } from '../../recording/recording.ts';
import type { GroupView } from '../group-state.ts';
import type { Intents } from '../intent.ts';
import type { Part } from '../part.ts';
import { WITHOUT_METHODS } from '../part.ts';
import { results } from '../results.ts';
import type { RolloutGrid } from '../rollout/rollout-grid.ts';
import { controls } from '../style/controls.ts';
import { workStyle } from '../style/work.ts';
import { ExplainController } from '../synthesis/explain-controller.ts';
import { played } from '../text/recording.ts';
import { playerBar, playerStyle } from './player-bar.ts';
import { framesOf, isStill, PlayerController } from './player.ts';
import { askedIn } from '../written-in.ts';
import { Tape } from './tape.ts';

/** What `cat-moved` tells, whenever the position changes or the tape starts or stops. */
export interface Moved {
  readonly position: number;
  /** Where it ends. */
  readonly end: number;
  readonly playing: boolean;
  /** As far as it has come; null without a recording. */
  readonly group: GroupView | null;
}

/** Intents of the parts that mean the group on the page: a recorded one takes no changes. */
const KEPT_IN = [
  'cat-amend',
  'cat-judge',
  'cat-judge-unload',
  'cat-methods',
  'cat-stop',
] as const satisfies readonly (keyof Intents)[];

/** A recorded group, played with the parts that show a live one, and the bar that plays it. */
@customElement('cat-recorded')
export class Recorded extends LitElement {
  @property({ attribute: false }) recording: Recording | null = null;
  /**
   * Set, it plays. Where a person asked for less motion it stands at its end instead, until that person
   * presses Play.
   */
  @property({ type: Boolean }) playing = false;
  /** How many of its events have happened; beyond the last is the end. */
  @property({ type: Number }) position = 0;
  /** Ends it at this position; `Tape.answers` is where all rollouts are there. */
  @property({ type: Number }) until = Infinity;
  /** What is shown of the group. The tape has all of it all the same. */
  @property({ attribute: false }) parts: ReadonlySet<Part> = WITHOUT_METHODS;
  /** Without the words above the bar: whose run it is, and the question. */
  @property({ type: Boolean }) bare = false;

  /** Where a step has led, for ears. */
  @state() private heard = '';
  @query('cat-rollout-grid') private grid!: RolloutGrid | null;

  readonly #player = new PlayerController(this, framesOf(this));
  readonly #explain = new ExplainController(this);
  #told: Moved | null = null;

  static override styles = [
    controls,
    workStyle,
    playerStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      .tape {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--chalk-edge);
        border-radius: var(--round);
        background: var(--sheet);
      }
      .tape.bare {
        padding: 0;
        border: 0;
        background: none;
      }
      slot {
        display: block;
        margin-inline-start: auto;
      }
      .tape h2 {
        font-size: var(--text-m);
        font-weight: 650;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-2);
      }
      .question {
        max-width: 60rem;
        font-family: var(--font-book);
        font-size: var(--text-l);
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    for (const name of KEPT_IN) this.addEventListener(name, (event) => event.stopPropagation());
    this.addEventListener('cat-show', (event) => {
      event.stopPropagation();
      this.grid?.show(event.detail);
    });
    this.addEventListener('cat-step', (event) => {
      event.stopPropagation();
      this.#explain.select(this.#player.group?.id ?? null, event.detail);
    });
  }

  /** The focus on the button that plays. */
  focusPlay(): void {
    this.renderRoot.querySelector<HTMLElement>('.play')?.focus();
  }

  /** The tape of the recording, with the places in it; null without a recording. */
  get tape(): Tape | null {
    return this.#player.tape;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const player = this.#player;
    const { recording } = this;
    const isFirst = changed.has('recording') && (changed.get('recording') ?? null) === null;
    if (changed.has('recording')) {
      player.load(recording === null ? null : new Tape(recording));
      this.heard = '';
    }
    // What was set meanwhile is for the recording to come.
    if (recording === null) return;
    player.stopAt(this.until);
    // What the player did by itself stands here already, and is no wish.
    const isMoved = changed.has('position') && this.position !== this.#told?.position;
    if (isFirst || isMoved) player.seek(this.position);
    if (isFirst || (changed.has('playing') && this.playing !== this.#told?.playing)) this.#start();
    this.position = player.position;
    this.playing = player.playing;
  }

  protected override updated(): void {
    const { position, end, playing, group } = this.#player;
    const told = this.#told;
    if (told?.position === position && told.end === end && told.playing === playing) return;
    this.#told = { position, end, playing, group };
    this.dispatchEvent(new CustomEvent('cat-moved', { detail: this.#told }));
  }

  override render(): TemplateResult | typeof nothing {
    const { recording } = this;
    if (recording === null) return nothing;
    const player = this.#player;
    const { group } = recording;
    const shown = player.group;
    return html`<section
        class="tape ${this.bare ? 'bare' : ''}"
        aria-labelledby=${this.bare ? nothing : 'heading'}
        aria-label=${this.bare ? played.heading : nothing}
      >
        ${this.bare ? nothing : this.#head(recording)}
        ${playerBar(player, (by) => this.#step(by))}
      </section>
      ${results({
        shown,
        kind: group.question.kind,
        places: group.recipe.group,
        // Nothing of it can be changed or asked again.
        running: true,
        judge: { kind: 'none' },
        // What explains is fetched once there is something to explain, and no earlier.
        explained: this.#explain.of(shown?.evaluation ? shown : null),
        parts: this.parts,
      })}
      <div class="heard" role="status">${this.heard}</div>`;
  }

  #head({ group, timing }: Recording): TemplateResult {
    const { question, recipe, createdAt } = group;
    const truth = question.kind === 'verifiable' ? question.truth : undefined;
    return html`<div class="head">
        <h2 id="heading">${played.heading}</h2>
        <p class="soft s">
          ${(timing === undefined ? played.assumed : played.real)(recipe.policy.model, createdAt)}
        </p>
        <slot name="tools"></slot>
      </div>
      <p class="question">
        <span lang=${askedIn(question.text)}>${question.text}</span>${truth === undefined
          ? nothing
          : html` <span class="soft s">${played.known} ${truth}</span>`}
      </p>`;
  }

  /** As the owner of the element asked: a person's own press always plays. */
  #start(): void {
    if (!this.playing) this.#player.pause();
    else if (isStill()) this.#player.seek(Infinity);
    else this.#player.play();
  }

  #step(by: 1 | -1): void {
    this.#player.step(by);
    const { moment } = this.#player;
    this.heard = moment === null ? '' : played.moment(moment);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-recorded': Recorded;
  }
  interface HTMLElementEventMap {
    'cat-moved': CustomEvent<Moved>;
  }
}
