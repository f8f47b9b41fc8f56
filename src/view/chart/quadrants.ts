/** Whether synthesis and vote agree, against whether the synthesis is right: four fields, each a filter. */
import type { TemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import type { QuadrantsPicture } from '../../group/picture/quadrants.ts';
import type { Quadrant } from '../../stats/quadrants.ts';
import { count } from '../format.ts';
import { label } from '../text/charts.ts';
import type { Chart } from './chart.ts';
import { px } from './scale.ts';

const ROWS = [
  ['agree-right', 'disagree-right'],
  ['agree-wrong', 'disagree-wrong'],
] as const satisfies readonly (readonly Quadrant[])[];

/** `chosen` is the quadrant that is set as a filter. */
export function quadrantsChart(picture: QuadrantsPicture, chosen: Quadrant | null): Chart {
  const { questions, indices, allWrong, rescued } = picture;
  const { head, quadrants: words } = label;
  const share = (n: number): number | null => (questions === 0 ? null : n / questions);
  return {
    name: 'quadrants',
    title: words.title,
    caption: words.caption(picture),
    cautions: [],
    hint: label.filtered,
    empty: questions === 0 && chosen === null ? label.noTruth : null,
    table: {
      columns: [
        { head: head.vote, kind: 'text' },
        { head: head.questions, kind: 'count' },
        { head: head.share, kind: 'share' },
      ],
      rows: [
        ...ROWS.flat().map((name) => [words.name[name], indices[name].length, share(indices[name].length)]),
        [words.none, allWrong.length, share(allWrong.length)],
        [words.rescued, rescued.length, share(rescued.length)],
      ],
    },
    draw: (width) => draw(picture, chosen, Math.min(width, 560)),
  };
}

const TOP = 24;
const HEIGHT = 96;
const GAP = 8;

function draw({ questions, indices }: QuadrantsPicture, chosen: Quadrant | null, width: number): TemplateResult {
  const words = label.quadrants;
  const half = (width - GAP - 4) / 2;
  const height = TOP + 2 * HEIGHT + GAP + 4;
  const left = (column: number): number => 2 + column * (half + GAP);
  return svg`<svg class="chart quadrants" role="group" aria-label=${words.title} width=${width} height=${height}
    viewBox="0 0 ${width} ${height}">
    <g class="axis" aria-hidden="true">
      ${[words.agree, words.differ].map(
        (text, column) => svg`<text class="strong" x=${px(left(column) + half / 2)} y="14" text-anchor="middle">${text}</text>`,
      )}
    </g>
    ${ROWS.map((names, row) =>
      names.map((name, column) => {
        const n = indices[name].length;
        const said = words.point(name, n, questions);
        const isChosen = name === chosen;
        const isRight = row === 0;
        const filled = questions === 0 ? 0 : (n / questions) * (half - 24);
        return svg`<g class="choice field" role="button" aria-pressed=${isChosen ? 'true' : 'false'}
          aria-label=${said} data-tone=${isRight ? 'right' : 'wrong'} data-row=${row} data-column=${column}
          data-choice=${name} transform="translate(${px(left(column))} ${TOP + row * (HEIGHT + GAP)})">
          <rect class="ground" width=${px(half)} height=${HEIGHT} rx="6" />
          <path class="sign" d=${isRight ? 'M12 21l4 4 7.5 -9' : 'M12.5 15.5l9 9m0 -9l-9 9'} />
          <text x="31" y="25">${isRight ? words.right : words.wrong}</text>
          <text class="many" x="12" y="58">${count(n)}</text>
          <text class="value" x=${px(half - 12)} y="58" text-anchor="end">${words.share(n, questions)}</text>
          <rect class="track" x="12" y="72" width=${px(half - 24)} height="8" rx="2" />
          <rect class="bar" x="12" y="72" width=${px(filled)} height="8" rx="2" />
          ${isChosen ? svg`<path class="chosen" d="M${px(half - 24)} 14h12l-6 6z" />` : nothing}
        </g>`;
      }),
    )}
  </svg>`;
}
