import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { methodsPicture } from '../../../src/group/picture/methods.ts';
import { methodsChart } from '../../../src/view/chart/methods.ts';
import { pictureOf, pngFile, svgFile, wrap } from '../../../src/view/chart/save.ts';
import { chartOf, show } from './show.ts';
import type { Shown } from './show.ts';

let shown: Shown;
afterEach(() => {
  shown.close();
  vi.restoreAllMocks();
});

const focused = (): Element => shown.frame.shadowRoot!.activeElement!;
const spoken = (): string => focused().getAttribute('aria-label')!;

describe('by keyboard', () => {
  test('one point is in the order of the tab key, and arrows lead to the others', async () => {
    shown = await show(chartOf('accuracy against G'));
    const reachable = () => shown.points.filter((point) => point.getAttribute('tabindex') === '0');
    expect(reachable()).toEqual([shown.points[0]]);
    shown.points[0]!.focus();
    expect(spoken()).toMatch(/^Single answer, G 1: 65\.6 % right, 95 % from /);
    await userEvent.keyboard('{ArrowRight}');
    expect(spoken()).toMatch(/^Single answer, G 2/);
    await userEvent.keyboard('{ArrowDown}');
    expect(spoken()).toMatch(/^Majority vote, G 2/);
    await userEvent.keyboard('{End}');
    expect(spoken()).toMatch(/^Majority vote, G 4/);
    expect(reachable()).toEqual([focused()]);
  });

  test('the focus of a point is seen', async () => {
    shown = await show(chartOf('methods compared'));
    shown.points[1]!.focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(shown.points[1]!);
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
  });

  test.each(['{Enter}', ' '])('%j on a bar chooses it', async (key) => {
    shown = await show(chartOf('advantages'));
    const chosen: string[] = [];
    shown.frame.addEventListener('cat-choose', ({ detail }) => chosen.push(detail));
    shown.points[8]!.focus();
    await userEvent.keyboard(key);
    expect(chosen).toEqual(['8']);
  });

  test('a point that sets no filter chooses nothing', async () => {
    shown = await show(chartOf('methods compared'));
    const chosen = vi.fn();
    shown.frame.addEventListener('cat-choose', chosen);
    shown.points[0]!.focus();
    await userEvent.keyboard('{Enter}');
    shown.points[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(chosen).not.toHaveBeenCalled();
  });
});

test('a click anywhere on a field of the quadrants chooses it, and the chosen one says so', async () => {
  shown = await show(chartOf('quadrants'));
  const chosen: string[] = [];
  shown.frame.addEventListener('cat-choose', ({ detail }) => chosen.push(detail));
  shown.find('[data-choice="agree-wrong"] .ground').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(chosen).toEqual(['agree-wrong']);
  const pressed = shown.points.filter((point) => point.getAttribute('aria-pressed') === 'true');
  expect(pressed.map((point) => point.getAttribute('data-choice'))).toEqual(['disagree-right']);
});

test('where there is nothing to draw it says so, and offers nothing to save', async () => {
  shown = await show(methodsChart(methodsPicture([])));
  expect(shown.find('.empty').textContent).toMatch(/none of these questions has a known answer/);
  expect(shown.find('svg.chart')).toBeNull();
  expect(shown.find('.save')).toBeNull();
});

/** The files that the page gave to be saved, by their names. */
function caught(): Map<string, Blob> {
  const files = new Map<string, Blob>();
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob);
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.set(this.download, blobs.get(this.href)!);
  });
  return files;
}

describe('saving', () => {
  test('as SVG gives a file of its own, with the words and without anything of the page', async () => {
    const chart = chartOf('rewards');
    shown = await show(chart);
    const files = caught();
    shown.find<HTMLButtonElement>('.save button:nth-of-type(1)').click();
    const text = await files.get('rewards.svg')!.text();
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    expect(root.nodeName).toBe('svg');
    expect(root.querySelector('title')!.textContent).toBe(chart.title);
    expect([...root.querySelectorAll(':scope > text')].map((line) => line.textContent).join(' ')).toBe(
      `${chart.title} ${chart.caption}`,
    );
    expect(text).not.toMatch(/ class=| style=|var\(|tabindex|data-|<!--/);
  });

  test('as PNG draws the same, twice as fine', async () => {
    shown = await show(chartOf('methods compared'));
    const picture = pictureOf(shown.svg, chartOf('methods compared'));
    const file = (await pngFile(picture))!;
    expect(file.type).toBe('image/png');
    const bitmap = await createImageBitmap(file);
    expect([bitmap.width, bitmap.height]).toEqual([picture.width * 2, picture.height * 2]);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const colours = new Set<string>();
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join());
    // The majority's blue and the synthesis's ochre are in it, on the page's ground.
    expect(colours).toContain('35,84,189');
    expect(colours).toContain('154,112,0');
    expect(colours).toContain('255,255,255');
  });

  test('as CSV gives the table', async () => {
    shown = await show(chartOf('quadrants'));
    const files = caught();
    shown.find<HTMLButtonElement>('.save button:nth-of-type(3)').click();
    const lines = (await files.get('quadrants.csv')!.text()).split('\r\n');
    expect(lines[0]).toBe('Synthesis and vote,Questions,Share');
    expect(lines).toHaveLength(8);
  });

  test('what cannot be drawn is said, and nothing is saved', async () => {
    shown = await show(chartOf('quadrants'));
    const files = caught();
    const failed = new Promise<void>((resolve) => {
      vi.spyOn(HTMLImageElement.prototype, 'decode').mockImplementation(() => {
        resolve();
        return Promise.reject(new Error('no picture'));
      });
    });
    shown.find<HTMLButtonElement>('.save button:nth-of-type(2)').click();
    await failed;
    await vi.waitFor(() => expect(shown.find('[role="status"]').textContent).toMatch(/Save it as SVG/));
    expect([...files.keys()]).toEqual([]);
  });

  test('an SVG is read by a browser as a picture, and long words are not broken', async () => {
    shown = await show(chartOf('quadrants'));
    expect(svgFile(pictureOf(shown.svg, chartOf('quadrants'))).type).toBe('image/svg+xml');
    expect(wrap('one two  three incomprehensibilities', 9)).toEqual(['one two', 'three', 'incomprehensibilities']);
  });
});
