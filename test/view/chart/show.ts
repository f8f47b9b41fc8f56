/** Charts of one small made-up run with stable numbers, in a page of a known width. */
import type {} from '@vitest/browser-playwright';
import { cdp } from 'vitest/browser';
import { methodsPicture } from '../../../src/group/picture/methods.ts';
import { binsOf, distributionOf } from '../../../src/group/picture/distribution.ts';
import { quadrantsPicture } from '../../../src/group/picture/quadrants.ts';
import { scalingPicture } from '../../../src/group/picture/scaling.ts';
import type { Entry } from '../../../src/group/plan.ts';
import type { Chart } from '../../../src/view/chart/chart.ts';
import { costChart } from '../../../src/view/chart/cost.ts';
import { distributionChart } from '../../../src/view/chart/distribution.ts';
import '../../../src/view/chart/frame.ts';
import type { ChartFrame } from '../../../src/view/chart/frame.ts';
import { methodsChart } from '../../../src/view/chart/methods.ts';
import { quadrantsChart } from '../../../src/view/chart/quadrants.ts';
import { scalingChart } from '../../../src/view/chart/scaling.ts';
import '../../../src/view/page.css';
import { entriesOf } from '../../kit/entries.ts';
import type { Told } from '../../kit/entries.ts';

/** Forty questions of four rollouts, from none right to all. */
export const run: readonly Entry[] = entriesOf(
  ...Array.from({ length: 40 }, (_, at): Told => {
    const hits = [4, 3, 4, 2, 1, 4, 0, 3][at % 8]!;
    const right = Array.from({ length: 4 }, (_one, place) => (place + at) % 4 < hits);
    const majority = hits >= 2 ? 1 : 0;
    const disagrees = at % 5 === 1;
    const synthesis = disagrees ? 1 - majority : majority;
    return {
      right,
      rewards: right.map((one) => (one === (synthesis === 1) ? 1 : 0)),
      disagrees,
      scores: {
        single: hits / 4,
        majority,
        majorityEqualCompute: at % 16 === 4 ? 1 : majority,
        synthesis,
        oracle: hits > 0 ? 1 : 0,
      },
      tokens: { single: 50, majority: 200, majorityEqualCompute: 250, synthesis: 250 + (at % 3), oracle: 200 },
    };
  }),
);

const scaling = scalingPicture(run);
const methods = methodsPicture(run);

export const charts: readonly (readonly [string, Chart])[] = [
  ['accuracy against G', scalingChart(scaling, { paper: false })],
  ['accuracy against G beside the paper', scalingChart(scaling, { paper: true })],
  ['methods compared', methodsChart(methods)],
  ['tokens against accuracy', costChart(methods, scaling)],
  ['quadrants', quadrantsChart(quadrantsPicture(run), 'disagree-right')],
  ['rewards', distributionChart(distributionOf('reward', run, binsOf('reward', run)), null)],
  [
    'advantages',
    distributionChart(distributionOf('advantage', run, binsOf('advantage', run)), binsOf('advantage', run)[6]!),
  ],
];

export const chartOf = (name: string): Chart => charts.find(([own]) => own === name)![1];

export const scheme = (value: 'light' | 'dark' | ''): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }],
  });

export interface Shown {
  readonly frame: ChartFrame;
  readonly svg: SVGSVGElement;
  readonly points: readonly SVGGElement[];
  find<T extends Element = HTMLElement>(selector: string): T;
  close(): void;
}

/** Waits until it is as wide as its place, which is `width` pixels. */
export async function show(chart: Chart, width = 480): Promise<Shown> {
  document.documentElement.lang = 'en';
  document.title = 'Charts';
  const main = document.createElement('main');
  const place = document.createElement('section');
  const heading = document.createElement('h1');
  const above = document.createElement('h2');
  heading.textContent = 'Charts';
  above.textContent = 'Pictures';
  place.style.width = `${width}px`;
  const frame = document.createElement('cat-chart');
  frame.chart = chart;
  place.append(frame);
  main.append(heading, above, place);
  document.body.append(main);
  await frame.updateComplete;
  // The observer tells the width after the first layout, and it is drawn in the frame after.
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await frame.updateComplete;
  }
  const root = frame.renderRoot as ShadowRoot;
  return {
    frame,
    get svg() {
      return root.querySelector<SVGSVGElement>('svg.chart')!;
    },
    get points() {
      return [...root.querySelectorAll<SVGGElement>('[data-row]')];
    },
    find: <T extends Element>(selector: string) => root.querySelector<T>(selector)!,
    close: () => main.remove(),
  };
}
