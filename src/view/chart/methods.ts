/** The methods under each other: how often each is right, as a mark with its interval. */
import type { TemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import type { MethodsPicture } from '../../group/picture/methods.ts';
import { label } from '../text/charts.ts';
import { cautionLines } from './cautions.ts';
import type { Chart } from './chart.ts';
import { inPercent } from '../percent.ts';
import { inWholePercent } from './number.ts';
import { axisName, point, whisker, xAxis } from './parts.ts';
import type { Plot } from './parts.ts';
import { linear, px, shareAxis } from './scale.ts';

export function methodsChart(picture: MethodsPicture): Chart {
  const { marks, scored } = picture;
  const { head, methods: words } = label;
  return {
    name: 'methods',
    title: words.title,
    caption: words.caption(picture),
    cautions: cautionLines(marks),
    hint: null,
    empty: marks.length === 0 ? label.noTruth : null,
    table: {
      columns: [
        { head: head.method, kind: 'text' },
        { head: head.questions, kind: 'count' },
        { head: head.scored[scored], kind: 'share' },
        { head: head.from, kind: 'share' },
        { head: head.to, kind: 'share' },
        { head: head.ahead, kind: 'points' },
        { head: head.from, kind: 'points' },
        { head: head.to, kind: 'points' },
      ],
      rows: marks.map(({ name, questions, score, difference }) => [
        label.name(name),
        questions,
        ...[score.estimate, score.low, score.high],
        ...[difference?.estimate ?? null, difference?.low ?? null, difference?.high ?? null],
      ]),
    },
    draw: (width) => draw(picture, width),
  };
}

/** From this width on names stand beside the marks, not above them. */
const WIDE = 460;

function draw({ marks, scored }: MethodsPicture, width: number): TemplateResult {
  const wide = width >= WIDE;
  const row = wide ? 32 : 44;
  const plot: Plot = { left: wide ? 196 : 12, right: width - 52, top: 8, bottom: 8 + marks.length * row };
  const height = plot.bottom + 44;
  const axis = shareAxis(marks.flatMap(({ score }) => [score.low, score.high]));
  const x = linear(axis.from, axis.to, plot.left, plot.right);
  const middle = (at: number): number => plot.top + at * row + (wide ? row / 2 : row - 13);
  const synthesis = marks.find(({ name }) => name === 'synthesis');
  return svg`<svg class="chart" role="group" aria-label=${label.methods.title} width=${width} height=${height}
    viewBox="0 0 ${width} ${height}">
    ${xAxis(axis.ticks, x, plot, inWholePercent, true)}
    ${axisName(label.methods.x[scored], (plot.left + plot.right) / 2, height - 8, 'middle')}
    ${synthesis === undefined
      ? nothing
      : svg`<line class="guide" data-series="synthesis" x1=${px(x(synthesis.score.estimate))}
          x2=${px(x(synthesis.score.estimate))} y1=${plot.top} y2=${plot.bottom} />`}
    ${marks.map(({ name, score }, at) => svg`
      <g aria-hidden="true">
        <text class=${name === 'synthesis' ? 'row strong' : 'row'} x=${wide ? plot.left - 14 : plot.left}
          y=${px(wide ? middle(at) + 4 : middle(at) - 14)} text-anchor=${wide ? 'end' : 'start'}>${label.name(name)}</text>
        <text class="value" x=${width - 2} y=${px(middle(at) + 4)} text-anchor="end">${inPercent(score.estimate)}</text>
      </g>
      ${whisker(name, middle(at), x(score.low), x(score.high), true)}`)}
    ${marks.map((mark, at) =>
      point({
        series: mark.name,
        x: x(mark.score.estimate),
        y: middle(at),
        label: label.methods.point(mark),
        row: at,
        column: 0,
      }),
    )}
  </svg>`;
}
