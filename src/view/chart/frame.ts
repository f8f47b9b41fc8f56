import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { saveBlob } from '../model/download.ts';
import { icon } from '../icon.ts';
import { stepOf } from '../rubric/rubric-keys.ts';
import { chartFrameStyle, chartStyle } from '../style/charts.ts';
import { controls } from '../style/controls.ts';
import { tableStyle } from '../style/table.ts';
import { label } from '../text/charts.ts';
import type { Chart } from './chart.ts';
import { csvOf } from './csv.ts';
import { chartTable } from './table.ts';
import { pictureOf, pngFile, svgFile } from './save.ts';

/**
 * A chart with its title, caption and cautions, the same numbers as a table, and the ways to save it.
 * One point of the drawing is in the order of the tab key, from which arrow keys lead to the others.
 * Sends `cat-choose` with what the chosen mark stands for. What is slotted stands above the caption.
 */
@customElement('cat-chart')
export class ChartFrame extends LitElement {
  @property({ attribute: false }) chart: Chart | null = null;

  /** Of the drawing, in pixels; measured once it stands in a page. */
  @state() private width = 560;
  @state() private notDrawn = false;

  #observer: ResizeObserver | null = null;

  static override styles = [controls, chartStyle, tableStyle, chartFrameStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      // In the next frame: drawing while sizes are told would have them told again at once.
      if (width > 0) requestAnimationFrame(() => (this.width = Math.max(240, width)));
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override firstUpdated(): void {
    this.#watch();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('chart')) this.#watch();
    const points = this.#points();
    if (points.length === 0) return;
    const known = points.find((one) => one.getAttribute('tabindex') === '0');
    this.#reach(known ?? (points[0] as SVGGElement));
  }

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === null) return nothing;
    const { title, caption, cautions, hint, empty } = chart;
    return html`<figure class="sheet" aria-labelledby="title" aria-describedby="caption">
      <div class="top">
        <h3 id="title">${title}</h3>
        ${empty === null ? this.#saving(chart) : nothing}
      </div>
      ${empty === null
        ? html`<div
            class="drawing"
            @click=${this.#click}
            @keydown=${this.#keydown}
            @focusin=${this.#focusin}
          >
            ${chart.draw(this.width)}
          </div>`
        : html`<p class="empty">${empty}</p>`}
      <slot></slot>
      <p class="s wrong" role="status" ?hidden=${!this.notDrawn}>
        ${this.notDrawn ? label.notDrawn : nothing}
      </p>
      <figcaption id="caption">
        ${caption === '' ? nothing : html`<p>${caption}</p>`}
        ${hint === null ? nothing : html`<p class="hint">${hint}</p>`}
        ${cautions.length === 0
          ? nothing
          : html`<ul>
              ${cautions.map((one) => html`<li>${icon('warn')}<span>${one}</span></li>`)}
            </ul>`}
      </figcaption>
      ${empty === null ? chartTable(chart) : nothing}
    </figure>`;
  }

  #saving(chart: Chart): TemplateResult {
    const button = (format: 'SVG' | 'PNG' | 'CSV'): TemplateResult =>
      html`<button
        class="small plain"
        type="button"
        aria-label=${label.saveAs(format, chart.title)}
        @click=${() => void this.#save(chart, format)}
      >
        ${format}
      </button>`;
    return html`<div class="save">
      <span aria-hidden="true">${label.save}</span>${button('SVG')}${button('PNG')}${button('CSV')}
    </div>`;
  }

  async #save(chart: Chart, format: 'SVG' | 'PNG' | 'CSV'): Promise<void> {
    this.notDrawn = false;
    if (format === 'CSV') {
      // The mark tells spreadsheets that it is UTF-8.
      saveBlob(`${chart.name}.csv`, new Blob(['\ufeff', csvOf(chart.table)], { type: 'text/csv' }));
      return;
    }
    const svg = this.renderRoot.querySelector<SVGSVGElement>('svg.chart');
    if (svg === null) return;
    const picture = pictureOf(svg, chart);
    const file = format === 'SVG' ? svgFile(picture) : await pngFile(picture);
    if (file === null) this.notDrawn = true;
    else saveBlob(`${chart.name}.${format.toLowerCase()}`, file);
  }

  #watch(): void {
    const figure = this.renderRoot.querySelector('.drawing');
    this.#observer?.disconnect();
    if (figure !== null) this.#observer?.observe(figure);
  }

  #points(): SVGGElement[] {
    return [...this.renderRoot.querySelectorAll<SVGGElement>('svg.chart [data-row]')];
  }

  /** Makes it the one that the tab key comes to. */
  #reach(point: SVGGElement): void {
    for (const one of this.#points()) one.setAttribute('tabindex', one === point ? '0' : '-1');
  }

  #focusin(event: FocusEvent): void {
    const point = (event.target as Element).closest<SVGGElement>('[data-row]');
    if (point !== null) this.#reach(point);
  }

  #click(event: Event): void {
    this.#choose((event.target as Element).closest('[data-choice]'));
  }

  #choose(mark: Element | null): void {
    const detail = mark?.getAttribute('data-choice') ?? null;
    if (detail !== null) this.dispatchEvent(new CustomEvent('cat-choose', { detail }));
  }

  #keydown(event: KeyboardEvent): void {
    const from = (event.target as Element).closest<SVGGElement>('[data-row]');
    if (from === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (!from.hasAttribute('data-choice')) return;
      event.preventDefault();
      this.#choose(from);
      return;
    }
    const rows = placed(this.#points());
    const place = stepOf(event, placeOf(from), rows);
    if (place === null) return;
    event.preventDefault();
    rows[place.row]?.[place.column]?.focus();
  }
}

const placeOf = (point: SVGGElement): { row: number; column: number } => ({
  row: Number(point.getAttribute('data-row')),
  column: Number(point.getAttribute('data-column')),
});

function placed(points: readonly SVGGElement[]): (SVGGElement | null)[][] {
  const places = points.map((point) => ({ point, ...placeOf(point) }));
  const height = Math.max(0, ...places.map(({ row }) => row + 1));
  const width = Math.max(0, ...places.map(({ column }) => column + 1));
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): SVGGElement | null => null));
  for (const { point, row, column } of places) (rows[row] as (SVGGElement | null)[])[column] = point;
  return rows;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-chart': ChartFrame;
  }
  interface HTMLElementEventMap {
    /** What a chosen mark of a chart stands for. */
    'cat-choose': CustomEvent<string>;
  }
}
