/** Rewards or advantages of all answers as bars, each of which sets a filter. */
import type { TemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import type { Bin, Distribution } from '../../group/picture/distribution.ts';
import { count } from '../format.ts';
import { label } from '../text/charts.ts';
import type { Cell, Chart } from './chart.ts';
import { axisName, yAxis } from './parts.ts';
import type { Plot } from './parts.ts';
import { countAxis, linear, px } from './scale.ts';

/** `chosen` is the bin that is set as a filter. */
export function distributionChart(picture: Distribution, chosen: Bin | null): Chart {
  const { measure, bins, rollouts } = picture;
  const { head, distribution: words } = label;
  const bound = (value: number): Cell => (Number.isFinite(value) ? value : null);
  return {
    name: `${measure}s`,
    title: words.title(measure),
    caption: words.caption(picture),
    cautions: [],
    hint: label.filtered,
    empty: rollouts === 0 && chosen === null ? label.nothing : null,
    table: {
      columns: [
        { head: head.lower, kind: 'number' },
        { head: head.upper, kind: 'number' },
        { head: head.rollouts, kind: 'count' },
        { head: head.share, kind: 'share' },
        { head: head.flat, kind: 'count' },
      ],
      rows: bins.map(({ from, to, count: n, flat }) => [
        bound(from),
        bound(to),
        n,
        rollouts === 0 ? null : n / rollouts,
        flat,
      ]),
    },
    draw: (width) => draw(picture, chosen, width),
  };
}

export const isSameBin = (one: Bin, other: Bin | null): boolean =>
  other !== null && one.from === other.from && one.to === other.to && one.closed === other.closed;

function draw({ measure, bins, rollouts }: Distribution, chosen: Bin | null, width: number): TemplateResult {
  const height = Math.round(Math.min(300, Math.max(220, width * 0.45)));
  const plot: Plot = { left: 48, right: width - 8, top: 26, bottom: height - 44 };
  const axis = countAxis(Math.max(...bins.map((bin) => bin.count)));
  const y = linear(0, axis.to, plot.bottom, plot.top);
  const step = (plot.right - plot.left) / bins.length;
  const bar = Math.min(72, step * 0.78);
  const middle = (at: number): number => plot.left + (at + 0.5) * step;
  // Every other name where there is no room for all; the middle one is always there.
  const first = step < 30 ? ((bins.length - 1) / 2) % 2 : null;
  const isNamed = (at: number): boolean => first === null || at % 2 === first;
  return svg`<svg class="chart bars" role="group" aria-label=${label.distribution.title(measure)}
    width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <defs>
      <pattern id=${`hatch-${measure}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <rect class="hatch-line" width="2" height="6" />
      </pattern>
    </defs>
    ${yAxis(axis, y, plot, count)}
    ${axisName(label.distribution.y, 0, 12, 'start')}
    ${axisName(label.distribution.x(measure), (plot.left + plot.right) / 2, height - 6, 'middle')}
    ${bins.map((bin, at) => {
      const isChosen = isSameBin(bin, chosen);
      const said = label.distribution.point(measure, bin, bin.count, rollouts, bin.flat);
      const [left, top] = [px(middle(at) - bar / 2), px(y(bin.count))];
      return svg`<g class="choice" role="button" aria-pressed=${isChosen ? 'true' : 'false'} aria-label=${said}
        data-row="0" data-column=${at} data-choice=${at}>
        <title>${said}</title>
        <rect class="room" x=${px(middle(at) - step / 2)} y=${plot.top} width=${px(step)} height=${px(plot.bottom - plot.top + 20)} />
        <rect class="bar" x=${left} y=${top} width=${px(bar)} height=${px(plot.bottom - y(bin.count))} />
        <rect class="flat" x=${left} y=${px(y(bin.flat))} width=${px(bar)} height=${px(plot.bottom - y(bin.flat))}
          fill="url(#hatch-${measure})" />
        ${isChosen ? svg`<path class="chosen" d="M${px(middle(at) - 6)} ${top - 8}h12l-6 6z" />` : nothing}
      </g>`;
    })}
    <g class="axis" aria-hidden="true">
      <line class="base" x1=${plot.left} x2=${px(plot.right)} y1=${px(plot.bottom)} y2=${px(plot.bottom)} />
      ${bins.map((bin, at) =>
        isNamed(at)
          ? svg`<text x=${px(middle(at))} y=${px(plot.bottom + 17)} text-anchor="middle">${label.distribution.tick(bin)}</text>`
          : nothing,
      )}
    </g>
  </svg>`;
}
