/**
 * How a method looks wherever it is drawn: a shape and a dash of its own, so that colour only repeats
 * them. The colours are those of style/charts.ts, by `data-series`.
 */
import type { TemplateResult } from 'lit';
import { svg } from 'lit';

interface Look {
  readonly shape: Shape;
  /** Drawn by its edge alone. */
  readonly hollow?: true;
  /** Lengths of dashes and gaps in pixels; solid without. */
  readonly dash?: string;
}

type Shape = 'circle' | 'square' | 'diamond' | 'up' | 'down' | 'plus' | 'cross' | 'hexagon' | 'dot';

/** Within 6 pixels of the middle. */
const PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  square: 'M-4 -4h8v8h-8z',
  diamond: 'M0 -6.2L6.2 0 0 6.2 -6.2 0z',
  up: 'M0 -5.4L5.2 4.2H-5.2z',
  down: 'M0 5.4L5.2 -4.2H-5.2z',
  plus: 'M-1.6 -5.2h3.2v3.6h3.6v3.2h-3.6v3.6h-3.2v-3.6h-3.6v-3.2h3.6z',
  cross: 'M-5 -2.8L-2.8 -5 0 -2.2 2.8 -5 5 -2.8 2.2 0 5 2.8 2.8 5 0 2.2 -2.8 5 -5 2.8 -2.2 0z',
  dot: 'M-2.8 0a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0z',
  hexagon: 'M0 -5.2L4.5 -2.6V2.6L0 5.2 -4.5 2.6V-2.6z',
};

const LOOKS: Readonly<Record<string, Look>> = {
  single: { shape: 'circle', dash: '2 3' },
  majority: { shape: 'square' },
  majorityEqualCompute: { shape: 'square', hollow: true, dash: '8 3' },
  bestOfN: { shape: 'up', dash: '10 3 2 3' },
  perplexity: { shape: 'down', dash: '6 3' },
  mutualPredictability: { shape: 'hexagon', dash: '4 2' },
  judgeScore: { shape: 'plus', dash: '3 3' },
  selfConsistency: { shape: 'cross', dash: '5 2 1 2' },
  synthesis: { shape: 'diamond' },
  oracle: { shape: 'circle', hollow: true, dash: '1 3' },
  votes: { shape: 'dot', dash: '6 3' },
  'paper-majority': { shape: 'square', hollow: true, dash: '1 4' },
  'paper-synthesis': { shape: 'diamond', hollow: true, dash: '1 4' },
};

const PLAIN: Look = { shape: 'hexagon', hollow: true };

const lookOf = (series: string): Look => LOOKS[series] ?? PLAIN;

export const dashOf = (series: string): string => lookOf(series).dash ?? 'none';

/** The shape of a series around 0, 0. */
export const shapeOf = (series: string): TemplateResult => {
  const { shape, hollow } = lookOf(series);
  return svg`<path class=${hollow ? 'shape hollow' : 'shape'} d=${PATHS[shape]} />`;
};
