import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/view/place.ts';
import { addressOf, placeOf, roomOf } from '../../src/view/place.ts';

describe('the address of a place', () => {
  const places: Place[] = [
    { kind: 'question' },
    { kind: 'experiments' },
    { kind: 'new-run' },
    { kind: 'run', run: 'a-1' as never, beside: null },
    { kind: 'run', run: 'a-1' as never, beside: 'b-2' as never },
    { kind: 'lessons' },
    { kind: 'lesson', lesson: 5, step: 12 },
  ];

  test.each(places)('$kind leads back to it', (place) => {
    expect(placeOf(addressOf(place))).toEqual(place);
  });

  test.each(['', '#', '#heading', '#experiment', '#experiments/a/b/c', '#/experiments'])(
    '%j is the question',
    (hash) => {
      expect(placeOf(hash)).toEqual({ kind: 'question' });
    },
  );

  test('leaves out what a slash at its end would name', () => {
    expect(placeOf('#experiments/')).toEqual({ kind: 'experiments' });
    expect(placeOf('#experiments/a/')).toEqual({ kind: 'run', run: 'a', beside: null });
  });

  test('of a lesson begins with its first step', () => {
    expect(placeOf('#lessons/3')).toEqual({ kind: 'lesson', lesson: 3, step: 1 });
    expect(placeOf('#lessons/3/')).toEqual({ kind: 'lesson', lesson: 3, step: 1 });
  });

  test.each(['#lessons/', '#lessons/0', '#lessons/x', '#lessons/1/0', '#lessons/1/2/3', '#lessons/1/-1'])(
    '%j names no lesson, and is the list of them',
    (hash) => {
      expect(placeOf(hash)).toEqual({ kind: 'lessons' });
    },
  );

  test('lies in one of three rooms', () => {
    expect(places.map(roomOf)).toEqual([
      ...['question', 'experiments', 'experiments', 'experiments', 'experiments'],
      ...['lessons', 'lessons'],
    ]);
  });

  test('leaves out what a link brings along', () => {
    expect(placeOf('#question?text=a/b&v=1')).toEqual({ kind: 'question' });
    expect(placeOf('#lessons/2/3?hide=models&v=1')).toEqual({ kind: 'lesson', lesson: 2, step: 3 });
    expect(placeOf('#experiments?a?b')).toEqual({ kind: 'experiments' });
  });
});
