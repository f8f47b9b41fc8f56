import { render } from 'lit';
import { expect, test } from 'vitest';
import { votesChart } from '../../../src/view/chart/votes.ts';
import type { AnswerRow } from '../../../src/view/verdict/votes.ts';

const row = (answer: string, votes: number, more: Partial<AnswerRow> = {}): AnswerRow => ({
  letter: 'A',
  colour: 0,
  answer,
  votes,
  synthesis: false,
  truth: false,
  ...more,
});

function draw(rows: readonly AnswerRow[], voters: number): SVGSVGElement {
  const place = document.createElement('div');
  render(votesChart({ rows, voters, label: 'Votes by answer.' }), place);
  return place.querySelector('svg')!;
}

const widths = (chart: SVGSVGElement): number[] =>
  [...chart.querySelectorAll('.bar')].map((bar) => Number.parseFloat(bar.getAttribute('width')!));

test('bars are as long as their share of the votes', () => {
  const chart = draw([row('5', 6), row('4', 2), row('9', 0)], 8);
  const [track] = [...chart.querySelectorAll('.track')];
  const full = Number.parseFloat(track!.getAttribute('width')!);
  expect(widths(chart).map((width) => width / full)).toEqual([0.75, 0.25, 0]);
});

test('the synthesis’s row is banded and carries its diamond, the known answer its tick', () => {
  const chart = draw([row('5', 6), row('4', 0, { letter: null, colour: null, synthesis: true, truth: true })], 6);
  const rows = [...chart.children];
  const has = (at: number, selector: string): boolean => rows[at]!.querySelector(selector) !== null;
  expect([has(0, '.band'), has(0, '.synthesis'), has(0, '.truth'), has(0, '.badge')]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect([has(1, '.band'), has(1, '.synthesis'), has(1, '.truth'), has(1, '.badge')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('nobody having voted draws no bar and no nonsense', () => {
  const chart = draw([row('4', 0, { synthesis: true })], 0);
  expect(widths(chart)).toEqual([0]);
  expect(chart.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
});

test('a long answer keeps its beginning, and markup in it stays text', () => {
  const chart = draw([row('<b>one hundred</b>', 1)], 1);
  expect(chart.querySelector('.answer')!.textContent).toBe('<b>one h…');
  expect(chart.querySelector('b')).toBeNull();
});

test('the drawing is read out as one sentence', () => {
  const chart = draw([row('4', 1)], 1);
  expect(chart.getAttribute('role')).toBe('img');
  expect(chart.getAttribute('aria-label')).toBe('Votes by answer.');
});
