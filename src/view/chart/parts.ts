/** What several charts draw alike: axes, whiskers, points that can be reached, and the legend. */
import type { TemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import { dashOf, shapeOf } from './look.ts';
import type { Axis, Scale } from './scale.ts';
import { px } from './scale.ts';

/** The box inside the axes, in pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines across at each tick, and what they say. */
export const yAxis = (axis: Axis, y: Scale, { left, right }: Plot, text: (tick: number) => string): TemplateResult => svg`
  <g class="axis" aria-hidden="true">
    ${axis.ticks.map(
      (tick) => svg`<line class="grid" x1=${px(left)} x2=${px(right)} y1=${px(y(tick))} y2=${px(y(tick))} />
        <text x=${px(left - 6)} y=${px(y(tick) + 4)} text-anchor="end">${text(tick)}</text>`,
    )}
  </g>`;

export const xAxis = (
  ticks: readonly number[],
  x: Scale,
  { left, right, bottom, top }: Plot,
  text: (tick: number) => string,
  lines = false,
): TemplateResult => svg`
  <g class="axis" aria-hidden="true">
    <line class="base" x1=${px(left)} x2=${px(right)} y1=${px(bottom)} y2=${px(bottom)} />
    ${ticks.map(
      (tick) => svg`<line class=${lines ? 'grid' : 'base'} x1=${px(x(tick))} x2=${px(x(tick))}
          y1=${px(lines ? top : bottom)} y2=${px(bottom + 4)} />
        <text x=${px(x(tick))} y=${px(bottom + 17)} text-anchor="middle">${text(tick)}</text>`,
    )}
  </g>`;

/** What an axis measures: under it, or above the left one, where nothing has to be turned. */
export const axisName = (text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): TemplateResult =>
  svg`<text class="name" x=${px(x)} y=${px(y)} text-anchor=${anchor} aria-hidden="true">${text}</text>`;

export interface Point {
  readonly series: string;
  readonly x: number;
  readonly y: number;
  /** What is read out, and shown beside the pointer. */
  readonly label: string;
  /** Its place among the others for the arrow keys. */
  readonly row: number;
  readonly column: number;
}

/** A shape with a name, large enough to be pointed at. */
export const point = ({ series, x, y, label, row, column }: Point): TemplateResult => svg`
  <g class="point" role="img" aria-label=${label} data-series=${series} data-row=${row}
    data-column=${column} transform="translate(${px(x)} ${px(y)})">
    <title>${label}</title>
    <circle class="room" r="11" />
    ${shapeOf(series)}
  </g>`;

/** The interval of a point, from pixel to pixel, upright or lying. */
export function whisker(series: string, across: number, low: number, high: number, lying = false): TemplateResult {
  const [a, b, c] = [px(across - 3.5), px(across), px(across + 3.5)];
  const [from, to] = [px(low), px(high)];
  const d = lying
    ? `M${from} ${a}V${c}M${to} ${a}V${c}M${from} ${b}H${to}`
    : `M${a} ${from}H${c}M${a} ${to}H${c}M${b} ${from}V${to}`;
  return svg`<path class="whisker" data-series=${series} d=${d} />`;
}

export const line = (series: string, points: readonly (readonly [number, number])[]): TemplateResult | typeof nothing =>
  points.length < 2
    ? nothing
    : svg`<polyline class="line" data-series=${series} stroke-dasharray=${dashOf(series)}
        points=${points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ')} />`;

export interface LegendEntry {
  readonly series: string;
  readonly label: string;
  /** With a piece of its line. */
  readonly lined: boolean;
}

const ROW = 20;
const GLYPH = 34;
/** About as wide as a letter of 12 pixels is on average in any system's font, and rather more. */
const LETTER = 6.7;

/** Rows of marks with their names, above the plot; each name is said by its points. */
export function legend(entries: readonly LegendEntry[], width: number): { readonly height: number; readonly drawing: TemplateResult } {
  let [x, row] = [0, 0];
  const placed = entries.map((entry) => {
    const room = GLYPH + entry.label.length * LETTER + 14;
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const place = { ...entry, x, y: row * ROW + ROW / 2 };
    x += room;
    return place;
  });
  return {
    height: entries.length === 0 ? 0 : (row + 1) * ROW + 6,
    drawing: svg`<g class="legend" aria-hidden="true">
      ${placed.map(
        ({ series, label, lined, x: left, y }) => svg`<g data-series=${series} transform="translate(${px(left)} ${y})">
          ${lined ? line(series, [[1, 0], [27, 0]]) : nothing}
          <g transform="translate(14 0)">${shapeOf(series)}</g>
          <text x=${GLYPH - 2} y="4">${label}</text>
        </g>`,
      )}
    </g>`,
  };
}
