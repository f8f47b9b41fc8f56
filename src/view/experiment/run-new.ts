import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { AllowHost } from '../../engine/gate.ts';
import type { LoadedModel } from '../../engine/model.ts';
import type { Question } from '../../question/question.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { Estimate, PromptsByKind } from '../../run/experiments.ts';
import type { Settings } from '../../run/settings.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { addressOf } from '../place.ts';
import '../set/set-picker.ts';
import type { KeptSets } from '../set/set-picker.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/experiments.ts';
import { groupSizes, groupSizesStyle, sizesBelow } from './group-sizes.ts';
import { sharedStyle } from './style/shared.ts';

/** The questions that were chosen, and what their set is called. */
export interface Chosen {
  readonly name: string;
  readonly items: readonly SetItem[];
}

const KINDS: readonly Question['kind'][] = ['verifiable', 'open'];

/** A new experiment: questions, the settings as they are, how many, what it takes, and the start. */
@customElement('cat-run-new')
export class RunNew extends LitElement {
  /** Where sets are kept, and whether the person agreed to fetch from a host. */
  @property({ attribute: false }) experiments: KeptSets | null = null;
  @property({ attribute: false }) allowHost: AllowHost = () => false;
  @property({ attribute: false }) chosen: Chosen | null = null;
  @property({ attribute: false }) settings: Settings | null = null;
  /** Those that were changed, for each kind of question. */
  @property({ attribute: false }) prompts: PromptsByKind = {};
  @property({ attribute: false }) model: LoadedModel | null = null;
  /** Null while it is reckoned. */
  @property({ attribute: false }) estimate: Estimate | null = null;
  /** This run was started and waits for the model. */
  @property({ type: Boolean }) starting = false;
  /** Another one goes on in this tab. */
  @property({ type: Boolean }) busy = false;

  /** As typed; null: all of them, and the name that follows from the set. */
  @state() private typedCount: string | null = null;
  @state() private typedName: string | null = null;
  /** Of smaller groups that a synthesis is written of too. */
  @state() private sizes: readonly number[] = [];

  static override styles = [
    controls,
    sharedStyle,
    groupSizesStyle,
    css`
      section {
        display: grid;
        gap: var(--space-3);
      }
      .set {
        display: grid;
        gap: var(--space-2);
      }
      .fields {
        display: grid;
        grid-template-columns: 8rem minmax(0, 1fr);
        gap: var(--space-2) var(--space-4);
      }
      .fields > div {
        display: grid;
        align-content: start;
        gap: var(--space-1);
      }
      label {
        font-size: var(--text-s);
        font-weight: 650;
      }
      input {
        width: 100%;
      }
      [aria-invalid='true'] {
        border-color: var(--wrong);
      }
      @media (max-width: 30rem) {
        .fields {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('chosen')) {
      this.typedCount = null;
      this.typedName = null;
    }
    const asks = ['chosen', 'settings', 'model', 'typedCount', 'sizes'] as const;
    const isAsked = asks.some((name) => (changed as ReadonlyMap<string, unknown>).has(name));
    if (isAsked) intend(this, 'cat-run-estimate', { items: this.#items() ?? [], sizes: this.#sizes() });
  }

  /** Once questions are taken the way leads on from the picker: to how many of them. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('chosen') && this.chosen !== null) {
      this.renderRoot.querySelector<HTMLElement>('#count')?.focus();
    }
  }

  override render(): TemplateResult {
    const words = tell.create;
    return html`<section aria-labelledby="heading">
      <div class="bar">
        <h2 id="heading">${words.heading}</h2>
        <a class="s far" href=${addressOf({ kind: 'experiments' })}>${tell.back}</a>
      </div>
      <div class="set">
        <cat-set-picker
          .experiments=${this.experiments}
          .allowHost=${this.allowHost}
        ></cat-set-picker>
        <p class="s" role="status">
          ${this.chosen === null
            ? words.none
            : words.chosen(this.chosen.name, this.chosen.items.length)}
        </p>
      </div>
      <div class="sheet">${this.#settings()}</div>
      <form class="sheet" @submit=${this.#start}>
        ${this.#numbers()} ${this.#smaller()} ${this.#takes()} ${this.#go()}
      </form>
    </section>`;
  }

  #settings(): TemplateResult {
    const words = tell.create;
    const { settings, model } = this;
    const own = this.#ownPrompts();
    const list = [
      model === null ? words.noModel : words.withModel(model.spec.id),
      ...(settings === null ? [] : words.words(settings)),
      ...(own === null ? [] : [words.ownPrompts(own)]),
    ];
    return html`<h3>${words.settings}</h3>
      <p>${list.join(' · ')}</p>
      <p class="facts">${words.settingsHint}</p>
      <div class="bar">
        <button class="small" type="button" @click=${() => intend(this, 'cat-change-settings', null)}>
          ${icon('settings')}${words.change}
        </button>
        <button class="small" type="button" @click=${() => intend(this, 'cat-models', null)}>
          ${words.models}
        </button>
      </div>`;
  }

  /** Which of the questions have prompts of their own: the set decides, not the question in hand. */
  #ownPrompts(): Question['kind'] | 'all' | null {
    const items = this.#items() ?? this.chosen?.items;
    const kinds = KINDS.filter((one) => items?.some(({ question }) => question.kind === one) ?? true);
    const changed = kinds.filter((kind) => Object.keys(this.prompts[kind] ?? {}).length > 0);
    return changed.length === kinds.length ? 'all' : (changed[0] ?? null);
  }

  #numbers(): TemplateResult {
    const words = tell.create;
    const all = this.chosen?.items.length ?? 0;
    const isValid = this.chosen === null || this.#items() !== null;
    return html`<div class="fields">
      <div>
        <label for="count">${words.count}</label>
        <input
          id="count"
          type="number"
          inputmode="numeric"
          min="1"
          max=${Math.max(1, all)}
          ?disabled=${this.chosen === null}
          aria-describedby="count-hint"
          aria-invalid=${isValid ? 'false' : 'true'}
          .value=${live(this.typedCount ?? (all === 0 ? '' : String(all)))}
          @input=${(event: Event) => (this.typedCount = textOf(event))}
        />
        <p id="count-hint" class="xs ${isValid ? 'soft' : 'wrong'}">
          ${all === 0 ? nothing : isValid ? words.countHint(all) : words.countInvalid(all)}
        </p>
      </div>
      <div>
        <label for="name">${words.name}</label>
        <input
          id="name"
          maxlength="120"
          spellcheck="false"
          ?disabled=${this.chosen === null}
          .value=${live(this.typedName ?? this.#ownName())}
          @input=${(event: Event) => (this.typedName = textOf(event))}
        />
      </div>
    </div>`;
  }

  #smaller(): TemplateResult | typeof nothing {
    const group = this.settings?.group ?? 0;
    if (sizesBelow(group).length === 0) return nothing;
    return html`<div>
      ${groupSizes(group, this.#sizes(), (sizes) => (this.sizes = sizes))}
      <p id="sizes-hint" class="xs soft">${tell.scale.hintNew}</p>
    </div>`;
  }

  #takes(): TemplateResult | typeof nothing {
    const words = tell.create;
    const items = this.#items();
    if (items === null) return nothing;
    const { estimate } = this;
    if (estimate === null) return html`<p class="s soft">${words.estimating}</p>`;
    const { seconds, bytes, free, smaller } = estimate;
    const text = [
      ...(smaller === 0 ? [] : [tell.scale.among(smaller)]),
      seconds === null ? words.timeUnknown : words.time(seconds),
      words.space(bytes),
      ...(free === null ? [] : [words.free(free)]),
    ].join(' · ');
    return html`<p class="s">
      <b>${words.estimate}:</b> ${text}.
      ${free !== null && free < bytes
        ? html`<span class="warn">${icon('warn')} ${words.tooLittle}</span>`
        : nothing}
      <span class="soft">${words.known}</span>
    </p>`;
  }

  #go(): TemplateResult {
    const words = tell.create;
    const items = this.#items();
    const label = items === null ? words.startNone : words.start(items.length);
    return html`${this.busy && !this.starting ? html`<p class="s warn">${words.busy}</p>` : nothing}
      <div class="bar">
        ${this.starting
          ? html`<span class="s" role="status">${words.starting}</span>
              <button type="button" @click=${() => intend(this, 'cat-run-pause', null)}>
                ${icon('stop')}${tell.name.cancel}
              </button>`
          : html`<button class="primary" type="submit" ?disabled=${items === null}>
              ${icon('ask')}${label}
            </button>`}
      </div>`;
  }

  /** The first so many as were asked for; null where the number makes no sense, or none is chosen. */
  #items(): readonly SetItem[] | null {
    const all = this.chosen?.items ?? [];
    if (all.length === 0) return null;
    if (this.typedCount === null) return all;
    const wanted = Number(this.typedCount);
    const isCount = this.typedCount.trim() !== '' && Number.isInteger(wanted);
    return isCount && wanted >= 1 && wanted <= all.length ? all.slice(0, wanted) : null;
  }

  #ownName(): string {
    const { chosen, settings } = this;
    if (chosen === null || settings === null) return '';
    const count = this.#items()?.length ?? chosen.items.length;
    return tell.create.title(chosen.name, count < chosen.items.length ? count : null, settings.group);
  }

  #start(event: Event): void {
    event.preventDefault();
    const items = this.#items();
    const { chosen } = this;
    if (items === null || chosen === null || this.starting) return;
    const typed = (this.typedName ?? '').trim().replace(/\s+/g, ' ');
    const name = typed === '' ? this.#ownName() : typed;
    intend(this, 'cat-run-begin', { set: chosen.name, items, name, sizes: this.#sizes() });
  }

  /** Those that are smaller than G as it is now. */
  #sizes(): readonly number[] {
    const group = this.settings?.group ?? 0;
    return this.sizes.filter((size) => size < group);
  }
}

const textOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement ? target.value : '';

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-new': RunNew;
  }
}
