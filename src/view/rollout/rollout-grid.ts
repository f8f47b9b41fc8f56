import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { Question } from '../../question/question.ts';
import type { Stand } from '../synthesis/explain-controller.ts';
import { seconds } from '../format.ts';
import type { GroupView, RolloutView } from '../group-state.ts';
import { tokenRate } from '../group-state.ts';
import { icon } from '../icon.ts';
import '../markdown/exact-switch.ts';
import { hasMarkup } from '../markdown/prose.ts';
import './rollout-card.ts';
import { controls, headings } from '../style/controls.ts';
import { say } from '../text/current.ts';
import { faultText } from '../text/faults.ts';
import type { Badge } from '../verdict/votes.ts';
import { badges } from '../verdict/votes.ts';
import { writtenIn } from '../written-in.ts';

/** The group's rollouts side by side, denser the more there are; empty places before a question. */
@customElement('cat-rollout-grid')
export class RolloutGrid extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;
  /** How many places to keep while there is no group. */
  @property({ type: Number }) places = 8;
  /** An open question's rewards are fractions, and its answers are not read. */
  @property() kind: Question['kind'] = 'verifiable';

  /** Their rewards may be told. */
  @property({ type: Boolean }) rewarded = true;
  /** What each is to the selected step of the synthesis. */
  @property({ attribute: false }) stands: readonly (Stand | null)[] = [];

  /** Made once per evaluation: cards compare them by identity. */
  #badges: readonly (Badge | null)[] = [];
  /** The group that has a text with markup. */
  #marked: GroupView['id'] | null = null;

  static override styles = [
    controls,
    headings,
    css`
      :host,
      section {
        height: 100%;
      }
      section {
        display: flex;
        flex-direction: column;
      }
      /* Cards have no height of their own: rows fill the column, and streaming moves nothing. */
      .grid {
        flex: 1;
        grid-auto-rows: minmax(var(--card-height), auto);
        display: grid;
        /* Never more columns than --columns, so that 8 and 16 cards fill their rows. */
        grid-template-columns: repeat(
          auto-fill,
          minmax(
            max(
              min(var(--card-width), 100%),
              (100% - (var(--columns) - 1) * var(--space-2)) / var(--columns)
            ),
            1fr
          )
        );
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      .one {
        --columns: 1;
        --card-width: 100%;
        --card-height: 20rem;
      }
      .few {
        --columns: 3;
        --card-width: 14rem;
        --card-height: 20rem;
      }
      .four {
        --columns: 2;
        --card-width: 11rem;
        --card-height: 13.25rem;
      }
      .some {
        --columns: 4;
        --card-width: 11rem;
        --card-height: 13.25rem;
      }
      .many {
        --columns: 4;
        --card-width: 11rem;
        --card-height: 11rem;
      }
      .crowd {
        --columns: 8;
        --card-width: 7.75rem;
        --card-height: 7.875rem;
      }
      .one,
      .few {
        align-content: start;
      }
      .recipe {
        overflow-wrap: anywhere;
      }
      .failed {
        display: grid;
        gap: var(--space-1);
        margin-top: var(--space-2);
        overflow-wrap: anywhere;
      }
      .live {
        margin-inline-start: auto;
        min-height: 1.25rem;
        text-align: end;
      }
      @media (max-width: 30rem) {
        .few,
        .four,
        .some {
          --card-width: 9rem;
          --card-height: 11.5rem;
        }
        .many,
        .crowd {
          --card-width: 6rem;
        }
      }
    `,
  ];

  /** Brings one card into view and gives its text the focus. */
  show(index: number): void {
    this.renderRoot.querySelectorAll('cat-rollout-card')[index]?.show();
  }

  protected override willUpdate(): void {
    this.#badges = this.group?.evaluation ? this.#kept(badges(this.group.evaluation)) : [];
  }

  override render(): TemplateResult {
    const group = this.group;
    const asked = group?.recipe.group ?? this.places;
    const count = group?.rollouts.length ?? this.places;
    return html`<section aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">2</span>
        <h2 id="heading">${say.rollouts.heading(asked)}</h2>
        <p>${asked === 1 ? say.rollouts.hintOne : say.rollouts.hint}</p>
        <p class="live">${this.#progress()}</p>
        ${this.#isMarked() ? html`<cat-exact-switch></cat-exact-switch>` : nothing}
      </div>
      <p class="xs soft">${this.#legend()}</p>
      ${group?.cached === true
        ? html`<p class="xs soft recipe">${say.recipe(group.recipe)}</p>`
        : nothing}
      <div class="grid ${density(count)}">
        ${Array.from({ length: count }, (_, index) => this.#card(index))}
      </div>
      ${this.#failed()}
    </section>`;
  }

  /** Whether any text reads otherwise than it was written; not asked again once one does. */
  #isMarked(): boolean {
    const { group } = this;
    if (group === null) return false;
    if (this.#marked === group.id) return true;
    const texts = [...group.rollouts.map(({ text }) => text), group.synthesis?.text ?? ''];
    if (!texts.some(hasMarkup)) return false;
    this.#marked = group.id;
    return true;
  }

  #legend(): string {
    const { reward, logprob } = say.rollouts.legend;
    return this.rewarded ? `${reward[this.kind]} · ${logprob}` : logprob;
  }

  /** A small card has no room for why its answer failed. */
  #failed(): TemplateResult | typeof nothing {
    const causes = failures(this.group?.rollouts ?? []);
    if (causes.length === 0) return nothing;
    return html`<ul class="failed">
      ${causes.map(({ indices, fault }) => {
        const { what, why } = faultText(fault);
        return html`<li class="xs warn">
          ${icon('warn')} ${say.rollouts.failed(indices)} ${what} ${why}
        </li>`;
      })}
    </ul>`;
  }

  #card(index: number): TemplateResult {
    const group = this.group;
    const inGroup = group !== null && index < group.recipe.group;
    return html`<cat-rollout-card
      .rollout=${group?.rollouts[index] ?? null}
      .index=${index}
      .badge=${this.#badges[index] ?? null}
      .reward=${inGroup && this.rewarded ? rewardOf(group, index) : null}
      .equality=${group?.evaluation?.truth?.rollouts[index] ?? null}
      .limit=${group?.recipe.sampling.maxTokens ?? 0}
      .extra=${group !== null && !inGroup}
      .running=${group?.status === 'running' && !group.cached}
      .open=${this.kind === 'open'}
      .stand=${this.stands[index] ?? null}
      .written=${writtenIn(group?.recipe.policy)}
      .dense=${(group?.rollouts.length ?? this.places) > DENSE}
    ></cat-rollout-card>`;
  }

  #progress(): string | typeof nothing {
    const group = this.group;
    if (group === null || group.cached) return nothing;
    const parts: string[] = [];
    if (group.status === 'running') {
      const done = group.rollouts.filter((rollout) => rollout.stop !== null).length;
      parts.push(say.rollouts.progress(done, group.rollouts.length));
    }
    const rate = tokenRate(group.clock);
    if (rate !== null) parts.push(say.model.speed(rate));
    parts.push(seconds((group.clock.last - group.clock.start) / 1000));
    return parts.join(' · ');
  }

  /** The badge of before, where it says the same, so that unchanged cards are not drawn again. */
  #kept(next: readonly (Badge | null)[]): (Badge | null)[] {
    return next.map((badge, index) => {
      const before = this.#badges[index];
      const same = before?.letter === badge?.letter && before?.colour === badge?.colour;
      return before && same ? before : badge;
    });
  }
}

/** Null before it is known; an answer that was not judged has none. */
function rewardOf({ evaluation, question }: GroupView, index: number): number | null {
  const rewards = question.kind === 'open' ? evaluation?.rubric?.rewards : evaluation?.rewards;
  return rewards?.[index] ?? null;
}

interface Failure {
  readonly indices: number[];
  readonly fault: Fault;
}

/** Failed answers by their cause: what ends an engine ends all that it was writing. */
function failures(rollouts: readonly RolloutView[]): Failure[] {
  const found = new Map<string, Failure>();
  for (const { index, stop, fault } of rollouts) {
    if (stop !== 'fault' || fault === null) continue;
    const key = JSON.stringify(fault);
    const before = found.get(key);
    if (before === undefined) found.set(key, { indices: [index], fault });
    else before.indices.push(index);
  }
  return [...found.values()];
}

/** More cards than this are small ones. */
const DENSE = 17;

const density = (count: number): string => {
  if (count === 1) return 'one';
  if (count <= 3) return 'few';
  if (count === 4) return 'four';
  if (count <= 9) return 'some';
  return count <= DENSE ? 'many' : 'crowd';
};

declare global {
  interface HTMLElementTagNameMap {
    'cat-rollout-grid': RolloutGrid;
  }
}
