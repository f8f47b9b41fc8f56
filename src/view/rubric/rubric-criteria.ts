import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { GroupId } from '../../base/id.ts';
import { without } from '../../base/without.ts';
import type { Role } from '../../group/recipe.ts';
import type { Criterion, Rubric } from '../../reward/rubric/rubric.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { controls } from '../style/controls.ts';
import { criteriaStyle } from '../style/rubric-criteria.ts';
import { say } from '../text/current.ts';
import { criterionIn } from '../written-in.ts';

/** What a person changes of the criteria; each change is one step that Undo takes back. */
@customElement('cat-rubric-criteria')
export class RubricCriteria extends LitElement {
  @property({ attribute: false }) group: GroupId | null = null;
  @property({ attribute: false }) rubric: Rubric | null = null;
  /** Of the criteria that it proposed. */
  @property({ attribute: false }) anchor: Role | undefined;
  /** Nothing can be changed now. */
  @property({ type: Boolean }) locked = false;

  /** What stands in a field with a fault, by the field's name. */
  @state() private faults: Readonly<Record<string, string>> = {};
  /** The rubrics before each change, oldest first. */
  @state() private undoable: readonly Rubric[] = [];

  static override styles = [controls, criteriaStyle];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('group')) return;
    this.undoable = [];
    this.faults = {};
  }

  override render(): TemplateResult | typeof nothing {
    const { rubric } = this;
    if (rubric === null) return nothing;
    const words = say.rubric.criteria;
    return html`<details ?open=${rubric.criteria.length === 0}>
      <summary>${words.heading}</summary>
      <p class="xs soft">${words.hint} ${words.keys}</p>
      <p class="xs soft head" aria-hidden="true">${words.weightHead}</p>
      <ol>
        ${rubric.criteria.map((criterion, at) => this.#criterion(criterion, at))}
      </ol>
      <div class="add">
        <input
          id="add"
          type="text"
          aria-label=${words.addLabel}
          aria-describedby="add-fault"
          aria-invalid=${this.faults['add'] === undefined ? 'false' : 'true'}
          placeholder=${words.addPlaceholder}
          ?disabled=${this.locked}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) this.#add();
          }}
        />
        <button class="small" type="button" ?disabled=${this.locked} @click=${this.#add}>
          ${words.add}
        </button>
        <button
          class="small"
          type="button"
          ?disabled=${this.locked || this.undoable.length === 0}
          @click=${this.#undo}
        >
          ${words.undo}
        </button>
      </div>
      ${this.#fault('add')}
    </details>`;
  }

  #criterion(criterion: Criterion, at: number): TemplateResult {
    const words = say.rubric.criteria;
    const { text, weight, off, source } = criterion;
    const given = source === 'given';
    const written = criterionIn(criterion, this.anchor);
    return html`<li class=${off === true ? 'off' : ''}>
      <input
        type="checkbox"
        role="switch"
        aria-label=${words.counts(at)}
        ?disabled=${this.locked}
        .checked=${live(off !== true)}
        @change=${() => this.#change(at, switched(criterion))}
      />
      ${given
        ? html`<p class="text" lang=${written}>${text}</p>
            <p class="xs soft points">${say.rubric.points(weight)}</p>`
        : html`<textarea
              dir="auto"
              lang=${written}
              rows="1"
              aria-label=${words.text(at)}
              aria-describedby=${`text-${at}-fault`}
              aria-invalid=${this.faults[`text-${at}`] === undefined ? 'false' : 'true'}
              ?disabled=${this.locked}
              .value=${live(text)}
              @keydown=${(event: KeyboardEvent) => this.#textKey(event, text)}
              @change=${(event: Event) => this.#text(event, criterion, at)}
            ></textarea>
            <input
              class="weight"
              type="number"
              inputmode="decimal"
              min="0"
              step="any"
              aria-label=${words.weight(at)}
              aria-describedby=${`weight-${at}-fault`}
              aria-invalid=${this.faults[`weight-${at}`] === undefined ? 'false' : 'true'}
              ?disabled=${this.locked}
              .value=${live(String(weight))}
              @change=${(event: Event) => this.#weight(event, criterion, at)}
            />`}
      ${source === 'written'
        ? html`<button
            class="small plain"
            type="button"
            title=${words.remove(at)}
            aria-label=${words.remove(at)}
            ?disabled=${this.locked}
            @click=${() => this.#remove(at)}
          >
            ${icon('remove')}
          </button>`
        : nothing}
      ${this.#fault(`text-${at}`)}${this.#fault(`weight-${at}`)}
    </li>`;
  }

  #fault(name: string): TemplateResult {
    const fault = this.faults[name];
    return html`<p id=${`${name}-fault`} class="fault wrong">
      ${fault === undefined ? nothing : html`${icon('warn')} ${fault}`}
    </p>`;
  }

  /** A criterion is one line: Enter keeps it, and Escape takes the change back. */
  #textKey(event: KeyboardEvent, text: string): void {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.dispatchEvent(new Event('change'));
    } else if (event.key === 'Escape') {
      // Escape would stop what is running.
      event.stopPropagation();
      field.value = text;
      field.dispatchEvent(new Event('change'));
    }
  }

  #text(event: Event, criterion: Criterion, at: number): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const text = tidy(event.target.value);
    const fault = this.#faultOf(text, at);
    this.#setFault(`text-${at}`, fault);
    if (fault === null && text !== criterion.text) this.#change(at, { ...criterion, text });
  }

  #weight(event: Event, criterion: Criterion, at: number): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const weight = event.target.value.trim() === '' ? Number.NaN : Number(event.target.value);
    const usable = Number.isFinite(weight) && weight > 0;
    this.#setFault(`weight-${at}`, usable ? null : say.rubric.criteria.badWeight);
    if (usable && weight !== criterion.weight) this.#change(at, { ...criterion, weight });
  }

  readonly #add = (): void => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#add');
    if (field === null || this.rubric === null) return;
    const text = tidy(field.value);
    const fault = this.#faultOf(text, -1);
    this.#setFault('add', fault);
    if (fault !== null) return;
    field.value = '';
    const written: Criterion = { text, weight: 1, source: 'written' };
    this.#send([...this.rubric.criteria, written]);
  };

  #remove(at: number): void {
    this.#send(this.rubric?.criteria.filter((_, other) => other !== at) ?? []);
  }

  #change(at: number, criterion: Criterion): void {
    this.#send(this.rubric?.criteria.map((old, other) => (other === at ? criterion : old)) ?? []);
  }

  #faultOf(text: string, at: number): string | null {
    if (text === '') return say.rubric.criteria.empty;
    const same = this.rubric?.criteria.some(
      (other, place) => place !== at && other.text.toLowerCase() === text.toLowerCase(),
    );
    return same === true ? say.rubric.criteria.same : null;
  }

  #setFault(name: string, fault: string | null): void {
    const { [name]: _old, ...rest } = this.faults;
    this.faults = fault === null ? rest : { ...rest, [name]: fault };
  }

  #send(criteria: readonly Criterion[]): void {
    if (this.rubric === null) return;
    this.undoable = [...this.undoable, this.rubric];
    intend(this, 'cat-amend', { ...this.rubric, criteria });
  }

  readonly #undo = (): void => {
    const last = this.undoable.at(-1);
    if (last === undefined) return;
    this.undoable = this.undoable.slice(0, -1);
    this.faults = {};
    intend(this, 'cat-amend', last);
  };
}

/** One that is switched on has no `off`. */
const switched = (criterion: Criterion): Criterion =>
  criterion.off === true ? without(criterion, 'off') : { ...criterion, off: true };

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

declare global {
  interface HTMLElementTagNameMap {
    'cat-rubric-criteria': RubricCriteria;
  }
}
