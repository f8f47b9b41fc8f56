import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { without } from '../../base/without.ts';
import type { Recipe } from '../../group/recipe.ts';
import type { Criterion, Verdict } from '../../reward/rubric/rubric.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { prose } from '../markdown/prose.ts';
import type { CellView } from './rubric-view.ts';
import { controls } from '../style/controls.ts';
import { foldStyle, topStyle, wordsStyle } from '../style/evidence.ts';
import { proseStyle } from '../style/prose.ts';
import { verdictMarks } from '../style/rubric.ts';
import { say } from '../text/current.ts';
import { verdictMark } from '../verdict/verdict-mark.ts';
import { criterionIn, writtenIn } from '../written-in.ts';

const OVERRULES = ['yes', 'no', 'back'] as const;

/** What one cell stands on: the judge's words, what they cost, and a person's own verdict. */
@customElement('cat-rubric-evidence')
export class RubricEvidence extends LitElement {
  @property({ attribute: false }) criterion: Criterion | null = null;
  @property({ attribute: false }) cell: CellView | null = null;
  @property({ attribute: false }) recipe: Recipe | null = null;
  /** Verdicts may still come. */
  @property({ type: Boolean }) running = false;
  /** Nothing can be changed now. */
  @property({ type: Boolean }) locked = false;

  static override styles = [
    controls,
    verdictMarks,
    topStyle,
    foldStyle,
    wordsStyle,
    proseStyle,
    css`
      aside {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3);
        border: 1px solid var(--chalk-edge);
        border-radius: var(--round-s);
        background: var(--sheet);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      h3 {
        font-size: var(--text-m);
        font-weight: 650;
      }
      .criterion {
        font-family: var(--font-book);
        font-size: var(--text-m);
      }
      .now {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        font-weight: 650;
      }
      .now .soft {
        font-weight: 400;
      }
      .yours {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
      }
      .yours button[aria-pressed='true'] {
        border-color: var(--ink);
        box-shadow: inset 0 0 0 1px var(--ink);
        font-weight: 650;
      }
      .verdict {
        display: grid;
        gap: var(--space-1);
        padding-top: var(--space-2);
        border-top: 1px solid var(--line);
      }
      blockquote {
        margin: 0;
        padding-inline-start: var(--space-2);
        border-inline-start: 3px solid var(--line);
        font-family: var(--font-book);
        white-space: pre-wrap;
      }
      pre {
        max-height: 12rem;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { cell, criterion } = this;
    if (cell === null || criterion === null) return nothing;
    const words = say.rubric.evidence;
    return html`<aside aria-label=${words.label} @keydown=${this.#key}>
      <div class="top">
        <h3>${words.heading(cell.criterion, cell.column)}</h3>
        <button class="plain small" type="button" aria-label=${words.close} @click=${this.#close}>
          ${icon('close')}
        </button>
      </div>
      <p class="criterion" dir="auto" lang=${criterionIn(criterion, this.recipe?.anchor)}>${prose(criterion.text, { line: true })}</p>
      <p class="now" role="status">
        ${verdictMark(cell.value, this.running)} ${this.#about(cell)}
      </p>
      ${cell.verdicts.length === 0
        ? html`<p class="soft">${words.missing}</p>`
        : this.#overrule(cell)}
      ${cell.verdicts.map((verdict, at) => this.#verdict(verdict, at, cell.verdicts.length))}
      ${typeof cell.column === 'number' ? this.#show(cell.column) : nothing}
    </aside>`;
  }

  #about({ overruled, tied, agreement, verdicts }: CellView): TemplateResult | typeof nothing {
    const words = say.rubric.evidence;
    const parts: string[] = [];
    if (overruled) {
      parts.push(say.rubric.byYou);
      const [only] = verdicts;
      if (verdicts.length === 1 && only !== undefined) {
        parts.push(words.said(say.rubric.values[only.value]));
      }
    } else if (tied) parts.push(words.tied);
    if (agreement !== null) parts.push(words.agreement(agreement.same, agreement.of));
    return parts.length === 0 ? nothing : html`<span class="soft">${parts.join(' · ')}</span>`;
  }

  #overrule(cell: CellView): TemplateResult {
    const words = say.rubric.evidence;
    const now = cell.overruled ? cell.value : 'back';
    return html`<div class="yours" role="group" aria-label=${words.yours}>
      <span class="soft">${words.yours}</span>
      ${OVERRULES.map(
        (choice) =>
          html`<button
            class="small"
            type="button"
            aria-pressed=${choice === now ? 'true' : 'false'}
            title=${choice === 'back' ? words.backWhy : nothing}
            ?disabled=${this.locked}
            @click=${() => this.#say(choice)}
          >
            ${choice === 'back' ? nothing : icon(choice === 'yes' ? 'right' : 'wrong')}${words.says[
              choice
            ]}
          </button>`,
      )}
    </div>`;
  }

  #verdict(verdict: Verdict, at: number, of: number): TemplateResult {
    const words = say.rubric.evidence;
    const { call, reason, value } = verdict;
    const written = writtenIn(this.recipe?.judge);
    const facts = [
      words.order[verdict.answerFirst ? 'true' : 'false'],
      ...(verdict.place === undefined ? [] : [words.place(verdict.place)]),
      words.cost(call.tokens, call.promptTokens, call.seconds),
      ...(call.stop === 'length' ? [words.cut] : []),
      ...(call.stop === 'fault' ? [words.failed] : []),
    ];
    return html`<section class="verdict">
      <p class="now">
        ${of === 1 ? nothing : html`<span>${words.nth(at, of)}</span>`}${verdictMark(value)}
      </p>
      ${value === 'unreadable'
        ? html`<p class="warn">${words.unreadable}</p>`
        : reason === ''
          ? html`<p class="soft">${words.noReason}</p>`
          : html`<blockquote dir="auto" lang=${written}>${prose(reason)}</blockquote>`}
      <p class="xs soft">${facts.join(' · ')}</p>
      <details ?open=${value === 'unreadable'}>
        <summary class="xs">${words.words}</summary>
        <pre tabindex="0" dir="auto" lang=${written}>${call.text}</pre>
      </details>
    </section>`;
  }

  #show(index: number): TemplateResult {
    return html`<p>
      <button class="small" type="button" @click=${() => intend(this, 'cat-show', index)}>
        ${say.rubric.evidence.show(index)}
      </button>
    </p>`;
  }

  /** A person's word is kept with the first verdict and stands for the whole pair. */
  #say(choice: (typeof OVERRULES)[number]): void {
    const verdicts = this.cell?.verdicts ?? [];
    verdicts.forEach((verdict, at) => {
      const said = at === 0 && choice !== 'back' ? choice : undefined;
      if (verdict.overruled === said) return;
      const judged = without(verdict, 'overruled');
      intend(this, 'cat-amend', said === undefined ? judged : { ...judged, overruled: said });
    });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Escape would stop what is running.
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    this.dispatchEvent(new CustomEvent('cat-cell-close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-rubric-evidence': RubricEvidence;
  }
}
