import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { coverage } from '../../../src/question/notes/coverage.ts';
import { roughNote } from '../../../src/question/notes/note.ts';
import type { Points } from '../../../src/question/notes/point.ts';
import type { Place } from '../../../src/question/notes/recognise.ts';
import { covered, pointOf } from '../../../src/question/notes/recognise.ts';
import { anyCase, cases, eachWording } from './every.ts';

// Every wording of the world is read, many times over: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const fern = cases.find(({ topic }) => topic === 'plants: a fern')!.points;
const say = (sentence: string, points: Points = fern): string | null => {
  const place = pointOf(sentence, points);
  return place === null ? null : (points[place.kind][place.at]?.wordings[0] ?? null);
};

const isAt = (found: Place | null, { kind, at }: Place): boolean =>
  found?.kind === kind && found.at === at;

describe('the recogniser', () => {
  test('names the very point of every wording of every question, true or wrong', () => {
    const mistaken = eachWording(cases).filter(({ said, place, points }) => !isAt(pointOf(said, points), place));
    expect(mistaken.map(({ said }) => said)).toEqual([]);
  });

  test('is right on made-up notes, whatever bullets, numbers, case and line ends they have', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.constantFrom('', '- ', '* ', '3. ', '  '),
        fc.constantFrom('\n', '\r\n', ' \n\n', ' '),
        ({ points }, seed, bullet, end) => {
          const lines = roughNote(points, createRandom(seed)).split('\n');
          const found = covered(lines.map((line) => bullet + line).join(end), points);
          for (const kind of ['true', 'wrong'] as const) {
            expect(found[kind]).toEqual(
              points[kind].map(({ wordings }) => lines.some((line) => wordings.includes(line))),
            );
          }
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('never takes an unknown wording of one point for another point', () => {
    const mistaken = eachWording(cases).filter(({ said, place: { kind, at }, points }) => {
      const wordings = points[kind][at]!.wordings.filter((wording) => wording !== said);
      const found = pointOf(said, { ...points, [kind]: points[kind].with(at, { wordings }) });
      return found !== null && !isAt(found, { kind, at });
    });
    expect(mistaken.map(({ said }) => said)).toEqual([]);
  });

  test('is never fooled by a wrong point, not even in passing changes of its words', () => {
    const changes: ((said: string) => string)[] = [
      (said) => said,
      (said) => said.toUpperCase(),
      (said) => said.replace(/\b(the|a|it|your) /i, ''),
      (said) => `Please ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
      (said) => said.replace('.', ' too.'),
      (said) => said.replace(/ (\w+)\.$/, '.'),
    ];
    const wrong = eachWording(cases).filter(({ place }) => place.kind === 'wrong');
    const fooling = wrong.flatMap(({ said, points }) =>
      changes.map((change) => change(said)).filter((text) => coverage(text, points).share > 0),
    );
    expect(wrong.length).toBeGreaterThan(1000);
    expect(fooling).toEqual([]);
  });

  test.each([
    ['Choose a pot with some holes at the bottom.', 'Use a pot with holes at the bottom.'],
    ['Give it plant food once a month in the summer!', 'Feed it once a month in summer.'],
    ['- **Keep it out of strong sun**', 'Keep it out of strong sun.'],
    ["Don't let the soil go dry for weeks.", null],
    ['Keep it in strong sun.', null],
    ['Keep it out of weak sun.', null],
    ['Feed it once a week in summer.', null],
    ['Feed it once a month in winter.', null],
    ['Never feed it once a month in summer.', null],
    ['Spray it with water.', null],
    ['Keep it.', null],
    ['', null],
    ['Leaves.', null],
  ])('reads %j in a model’s own words as %j', (sentence, point) => {
    expect(say(sentence)).toBe(point);
  });

  test('takes the contrary of no true point for it', () => {
    const contraries: readonly (readonly [RegExp, string])[] = [
      [/^Keep /, 'Do not keep '],
      [/^Use /, 'Never use '],
      [/\bwarm\b/, 'cold'],
      [/\bdry\b/, 'wet'],
      [/\bbefore\b/, 'after'],
      [/\beach week\b/, 'each hour'],
      [/\bonce\b/, 'twice'],
      [/\bsmall\b/, 'large'],
    ];
    const turned = eachWording(cases)
      .filter(({ place }) => place.kind === 'true')
      .flatMap(({ said, points }) =>
        contraries.flatMap(([word, contrary]) =>
          word.test(said) ? [{ text: said.replace(word, contrary), points }] : [],
        ),
      );
    expect(turned.length).toBeGreaterThan(1000);
    const fooling = turned.filter(({ text, points }) => coverage(text, points).share > 0);
    expect(fooling.map(({ text }) => text)).toEqual([]);
  });

  test('finds nothing in other texts, and never throws', () => {
    fc.assert(
      fc.property(anyCase, fc.string({ unit: 'grapheme' }), ({ points }, text) => {
        expect(coverage(text, points)).toEqual({ share: 0, wrong: 0 });
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});
