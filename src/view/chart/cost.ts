/** Tokens against accuracy: what each method takes for what it gets, and the vote at each G. */
import type { TemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import type { MethodsPicture } from '../../group/picture/methods.ts';
import type { ScalingPicture } from '../../group/picture/scaling.ts';
import type { Interval } from '../../stats/interval.ts';
import { count } from '../format.ts';
import { label } from '../text/charts.ts';
import { cautionLines } from './cautions.ts';
import type { Chart } from './chart.ts';
import { inWholePercent } from './number.ts';
import { axisName, legend, line, point, whisker, xAxis, yAxis } from './parts.ts';
import type { Plot } from './parts.ts';
import { countAxis, linear, px, shareAxis } from './scale.ts';

interface Priced {
  readonly name: string;
  readonly tokens: number;
  readonly score: Interval;
  readonly said: string;
}

export function costChart(picture: MethodsPicture, { points }: Pick<ScalingPicture, 'points'>): Chart {
  const marks = picture.marks.flatMap(({ name, score, cost }): Priced[] =>
    cost === null
      ? []
      : [{ name, tokens: cost.tokens, score, said: label.cost.point(name, cost.tokens, score) }],
  );
  const votes = votesOf(picture, points);
  const { head, cost: words } = label;
  return {
    name: 'tokens',
    title: words.title,
    caption: words.caption(picture, votes.length > 1),
    // Those of the differences stand beside the comparison of the methods.
    cautions: cautionLines(
      picture.marks.map(({ name, cautions }) => ({
        name,
        cautions: cautions.filter(({ kind }) => kind === 'few-questions'),
      })),
    ),
    hint: null,
    empty: marks.length === 0 ? label.noTruth : null,
    table: {
      columns: [
        { head: head.method, kind: 'text' },
        { head: head.scored[picture.scored], kind: 'share' },
        { head: head.from, kind: 'share' },
        { head: head.to, kind: 'share' },
        { head: head.written, kind: 'count' },
        { head: head.read, kind: 'count' },
        { head: head.seconds, kind: 'seconds' },
      ],
      rows: [
        ...picture.marks.map(({ name, score, cost }) => [
          label.name(name),
          ...[score.estimate, score.low, score.high],
          ...[cost?.tokens ?? null, cost?.promptTokens ?? null, cost?.seconds ?? null],
        ]),
        ...votes.map(({ name, score, tokens }) => [
          name,
          ...[score.estimate, score.low, score.high],
          ...[tokens, null, null],
        ]),
      ],
    },
    draw: (width) => draw(marks, votes, picture.scored, width),
  };
}

/** The vote at each G of the recording, at what as many single answers take. */
function votesOf({ marks }: MethodsPicture, points: ScalingPicture['points']): Priced[] {
  const single = marks.find(({ name }) => name === 'single')?.cost;
  if (single === undefined || single === null) return [];
  return points.flatMap(({ group, majority }) => {
    const tokens = group * single.tokens;
    return majority === null
      ? []
      : [
          {
            name: `${label.cost.vote}, ${count(group)}`,
            tokens,
            score: majority,
            said: label.cost.votePoint(group, tokens, majority),
          },
        ];
  });
}

function draw(
  marks: readonly Priced[],
  votes: readonly Priced[],
  scored: MethodsPicture['scored'],
  width: number,
): TemplateResult {
  const keys = legend(
    [
      ...marks.map(({ name }) => ({ series: name, label: label.name(name), lined: false })),
      ...(votes.length > 1 ? [{ series: 'votes', label: label.cost.vote, lined: true }] : []),
    ],
    width,
  );
  const height = keys.height + Math.round(Math.min(360, Math.max(250, width * 0.55)));
  const plot: Plot = { left: 38, right: width - 18, top: keys.height + 24, bottom: height - 44 };
  const all = [...votes, ...marks];
  const tokens = countAxis(Math.max(...all.map((one) => one.tokens)));
  const x = linear(0, tokens.to, plot.left, plot.right);
  const axis = shareAxis(all.flatMap(({ score }) => [score.low, score.high]));
  const y = linear(axis.from, axis.to, plot.bottom, plot.top);
  const synthesis = marks.find(({ name }) => name === 'synthesis');
  // Methods that take as many tokens stand beside each other.
  const aside = (at: number): number => {
    const near = marks.filter((one) => Math.abs(x(one.tokens) - x((marks[at] as Priced).tokens)) < 5);
    return near.length < 2 ? 0 : (near.indexOf(marks[at] as Priced) - (near.length - 1) / 2) * 6;
  };
  const ordered = marks.map((one, at) => ({ ...one, x: x(one.tokens) + aside(at) }));
  const along = [...ordered].sort((a, b) => a.x - b.x);
  return svg`<svg class="chart" role="group" aria-label=${label.cost.title} width=${width} height=${height}
    viewBox="0 0 ${width} ${height}">
    ${keys.drawing} ${yAxis(axis, y, plot, inWholePercent)} ${xAxis(tokens.ticks, x, plot, count)}
    ${axisName(label.methods.x[scored], 0, plot.top - 10, 'start')}
    ${axisName(label.cost.x, (plot.left + plot.right) / 2, height - 8, 'middle')}
    ${synthesis === undefined
      ? nothing
      : svg`<line class="guide" data-series="synthesis" x1=${px(x(synthesis.tokens))}
          x2=${px(x(synthesis.tokens))} y1=${px(plot.top)} y2=${px(plot.bottom)} />`}
    ${line('votes', votes.map((one) => [x(one.tokens), y(one.score.estimate)] as const))}
    ${ordered.map((one) => whisker(one.name, one.x, y(one.score.low), y(one.score.high)))}
    ${votes.length < 2
      ? nothing
      : votes.map((one, column) =>
          point({ series: 'votes', x: x(one.tokens), y: y(one.score.estimate), label: one.said, row: 1, column }),
        )}
    ${along.map((one, column) =>
      point({ series: one.name, x: one.x, y: y(one.score.estimate), label: one.said, row: 0, column }),
    )}
  </svg>`;
}
