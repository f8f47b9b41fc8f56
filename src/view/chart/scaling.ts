/** Accuracy against G: a line with intervals for each method that the recording tells of. */
import type { TemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import type { ScalingPoint } from '../../group/scaling.ts';
import type { ScalingPicture } from '../../group/picture/scaling.ts';
import type { Interval } from '../../stats/interval.ts';
import { label } from '../text/charts.ts';
import type { Cell, Chart } from './chart.ts';
import { inWholePercent } from './number.ts';
import { PAPER } from './paper.ts';
import { axisName, legend, line, point, whisker, xAxis, yAxis } from './parts.ts';
import type { Plot } from './parts.ts';
import { log2, shareAxis } from './scale.ts';

interface Series {
  readonly name: string;
  readonly label: string;
  readonly points: readonly {
    readonly group: number;
    /** Null where it is not ours. */
    readonly questions: number | null;
    readonly found: Interval;
    readonly said: string;
  }[];
  /** Bounds are known. */
  readonly whiskers: boolean;
}

export interface ScalingOptions {
  /** The paper's figures beside ours. */
  readonly paper: boolean;
}

export function scalingChart(picture: ScalingPicture, { paper }: ScalingOptions): Chart {
  const { points, questions, cautions } = picture;
  const series = [...seriesOf(points, questions), ...(paper ? paperSeries() : [])];
  const { head, scaling: words } = label;
  return {
    name: 'accuracy-by-group',
    title: words.title,
    caption:
      words.caption(picture) +
      (paper ? words.paperCaption(PAPER.model, PAPER.set) : ''),
    cautions: cautions.map((one) => label.caution(one, [])),
    hint: null,
    empty: questions === 0 ? label.noTruth : null,
    table: {
      columns: [
        { head: head.method, kind: 'text' },
        { head: head.group, kind: 'count' },
        { head: head.questions, kind: 'count' },
        { head: head.scored.truth, kind: 'share' },
        { head: head.from, kind: 'share' },
        { head: head.to, kind: 'share' },
      ],
      rows: series.flatMap(({ label: name, points: of, whiskers }) =>
        of.map(({ group, found, questions: n }): readonly Cell[] => [
          name,
          group,
          n,
          found.estimate,
          ...(whiskers ? [found.low, found.high] : [null, null]),
        ]),
      ),
    },
    draw: (width) => draw(series, width),
  };
}

/** Every series that the points have, whichever they are; a point may lack one. */
function seriesOf(points: readonly ScalingPoint[], all: number): Series[] {
  const names = [...new Set(points.flatMap((one) => Object.keys(one)))].filter((name) => name !== 'group');
  return names.flatMap((name) => {
    const found = points.flatMap((one) => {
      const value = (one as unknown as Readonly<Record<string, unknown>>)[name];
      if (!isInterval(value)) return [];
      const { group, synthesised } = one;
      const questions = name === 'synthesis' ? synthesised : all;
      const said = label.scaling.point(name, group, value, questions === all ? null : questions);
      return [{ group, questions, found: value, said }];
    });
    return found.length === 0 ? [] : [{ name, label: label.name(name), points: found, whiskers: true }];
  });
}

const isInterval = (value: unknown): value is Interval =>
  typeof value === 'object' && value !== null && 'estimate' in value && 'low' in value && 'high' in value;

const paperSeries = (): Series[] =>
  PAPER.series.map(({ name, points }) => ({
    name: `paper-${name}`,
    label: label.scaling.paperName(name),
    whiskers: false,
    points: points.map(({ group, share }) => ({
      group,
      questions: null,
      found: { estimate: share, low: share, high: share },
      said: label.scaling.paperPoint(name, group, share),
    })),
  }));

function draw(series: readonly Series[], width: number): TemplateResult {
  const keys = legend(series.map(({ name, label: text }) => ({ series: name, label: text, lined: true })), width);
  const height = keys.height + Math.round(Math.min(360, Math.max(250, width * 0.55)));
  const plot: Plot = { left: 38, right: width - 14, top: keys.height + 24, bottom: height - 44 };
  const sizes = [...new Set(series.flatMap(({ points }) => points.map(({ group }) => group)))].sort((a, b) => a - b);
  const x = log2(sizes[0] ?? 1, sizes[sizes.length - 1] ?? 1, plot.left + 16, plot.right - 16);
  const axis = shareAxis(series.flatMap(({ points }) => points.flatMap(({ found }) => [found.low, found.high])));
  const y = (share: number): number =>
    plot.bottom - ((share - axis.from) / (axis.to - axis.from)) * (plot.bottom - plot.top);
  // Side by side, so that whiskers of one G do not hide each other.
  const aside = (at: number): number => (at - (series.length - 1) / 2) * 5;
  return svg`<svg class="chart" role="group" aria-label=${label.scaling.title} width=${width} height=${height}
    viewBox="0 0 ${width} ${height}">
    ${keys.drawing} ${yAxis(axis, y, plot, inWholePercent)}
    ${xAxis(sizes, x, plot, String)}
    ${axisName(label.scaling.y, 0, plot.top - 10, 'start')}
    ${axisName(label.scaling.x, (plot.left + plot.right) / 2, height - 8, 'middle')}
    ${series.map(
      ({ name, points, whiskers }, at) => svg`
        ${line(name, points.map(({ group, found }) => [x(group) + aside(at), y(found.estimate)] as const))}
        ${whiskers ? points.map(({ group, found }) => whisker(name, x(group) + aside(at), y(found.low), y(found.high))) : nothing}`,
    )}
    ${series.map(({ name, points }, row) =>
      points.map(({ group, found, said }) =>
        point({ series: name, x: x(group) + aside(row), y: y(found.estimate), label: said, row, column: sizes.indexOf(group) }),
      ),
    )}
  </svg>`;
}
