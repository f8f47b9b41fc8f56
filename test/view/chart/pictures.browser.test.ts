import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page as frame } from 'vitest/browser';
import { pictureOf } from '../../../src/view/chart/save.ts';
import { charts, scheme, show } from './show.ts';
import type { Shown } from './show.ts';

let shown: Shown;
afterEach(() => shown.close());

describe.each(['light', 'dark'] as const)('in %s colours', (value) => {
  beforeEach(async () => {
    await scheme(value);
    return () => scheme('');
  });

  /** The drawing with all its colours, as it is saved. */
  test.each(charts)('the picture of %s', async (name, chart) => {
    shown = await show(chart);
    const { text } = pictureOf(shown.svg, chart);
    expect(text).not.toMatch(/NaN|undefined|Infinity|var\(/);
    await expect(`${text.replaceAll(/\s+</g, '\n<')}\n`).toMatchFileSnapshot(
      `./__snapshots__/${name.replaceAll(' ', '-')}-${value}.svg`,
    );
  });

  test.each(charts)('axe finds nothing in the chart of %s', async (_name, chart) => {
    shown = await show(chart);
    shown.find<HTMLDetailsElement>('details').open = true;
    const { violations } = await axe.run(shown.frame, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

test.each(charts)('%s fits a window of 320 pixels, its letters as large as elsewhere', async (_name, chart) => {
  const { innerWidth: before, innerHeight } = window;
  await frame.viewport(320, 800);
  shown = await show(chart, 304);
  const { scrollWidth } = document.documentElement;
  const right = shown.frame.getBoundingClientRect().right;
  const texts = [...shown.svg.querySelectorAll('text')];
  const beyond = texts.filter((text) => text.getBoundingClientRect().right > right);
  const small = texts.filter((text) => text.getBoundingClientRect().height < 11);
  await frame.viewport(before, innerHeight);
  expect(scrollWidth).toBeLessThanOrEqual(320);
  expect([...beyond, ...small].map((text) => text.textContent)).toEqual([]);
});

test.each(charts)('every number of %s stands in its table', async (_name, chart) => {
  shown = await show(chart);
  const rows = [...shown.frame.renderRoot.querySelectorAll('tbody tr')];
  expect(rows).toHaveLength(chart.table.rows.length);
  for (const row of rows) expect(row.children).toHaveLength(chart.table.columns.length);
  expect(rows.map((row) => row.textContent).join()).not.toMatch(/NaN|undefined|Infinity/);
});
